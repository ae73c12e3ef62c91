/** The playbooks a go-live can be made from. */
import { useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/base/result.ts';
import { client } from '../../client/client.ts';
import { refusalOf } from '../../store/act.ts';

export type PlaybookHeading = Awaited<ReturnType<typeof client.playbook.list.query>>[number];

export function usePlaybooks(): { readonly playbooks: readonly PlaybookHeading[]; readonly refusal: Refusal | null } {
  const [playbooks, setPlaybooks] = useState<readonly PlaybookHeading[]>([]);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    client.playbook.list
      .query({})
      .then(setPlaybooks)
      .catch((error: unknown) => setRefusal(refusalOf(error)));
  }, []);
  return { playbooks, refusal };
}
