/** The playbooks a go-live can be made from. */
import { useCallback } from 'react';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { client } from '../../client/client.ts';
import { type Answered, useAnswer } from './use-answer.ts';

export type PlaybookHeading = Awaited<ReturnType<typeof client.playbook.list.query>>[number];

export function usePlaybooks(): Answered<readonly PlaybookHeading[]> {
  return useAnswer(askForAll);
}

/** The whole of one playbook; null until it is here, and for the empty key. */
export function usePlaybook(key: string): Playbook | null {
  const ask = useCallback(
    async (signal: AbortSignal) => {
      const found = key === '' ? null : await client.playbook.get.query({ key }, { signal });
      return found?.ok ? found.playbook : null;
    },
    [key],
  );
  return useAnswer(ask).answer;
}

const askForAll = (signal: AbortSignal) => client.playbook.list.query({}, { signal });
