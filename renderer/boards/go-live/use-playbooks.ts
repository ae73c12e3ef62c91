/** The playbooks a go-live can be made from. */
import { useCallback, useState } from 'react';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { client } from '../../client/client.ts';
import type { Draft } from './draft.ts';
import { choicesOf } from './draft-choices.ts';
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

/** What the choices of a draft bring; null until the host has said, and the answer before while it is asked again. */
export function usePreview(draft: Draft, playbook: PlaybookHeading): Preview | null {
  const choices = JSON.stringify(choicesOf(draft, playbook)); // the same words ask nothing anew
  const ask = useCallback((signal: AbortSignal) => client.playbook.preview.query(JSON.parse(choices), { signal }), [choices]);
  const { answer } = useAnswer(ask);
  const [last, setLast] = useState<Preview | null>(null);
  if (answer && answer !== last) setLast(answer);
  return answer ?? last;
}

type Preview = Awaited<ReturnType<typeof client.playbook.preview.query>>;

const askForAll = (signal: AbortSignal) => client.playbook.list.query({}, { signal });
