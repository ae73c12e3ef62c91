/** The playbooks of the record and one of them, asked again after each act on them. */
import { useCallback, useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/base/result.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { client, type Outcome } from '../../client/client.ts';
import { refusalOf, tell } from '../../store/act.ts';
import { toast } from '../../ui/toast.tsx';

export type PlaybookLine = Awaited<ReturnType<typeof client.workshop.list.query>>[number];

export interface Library {
  /** Null until they are there. */
  readonly lines: readonly PlaybookLine[] | null;
  readonly refusal: Refusal | null;
  readonly askAgain: () => Promise<readonly PlaybookLine[]>;
}

export function useLibrary(): Library {
  const [lines, setLines] = useState<readonly PlaybookLine[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const askAgain = useCallback(async () => {
    try {
      const found = await client.workshop.list.query({});
      setLines(found);
      setRefusal(null);
      return found;
    } catch (error) {
      setRefusal(refusalOf(error));
      return [];
    }
  }, []);
  useEffect(() => void askAgain(), [askAgain]);
  return { lines, refusal, askAgain };
}

export interface OpenPlaybook {
  readonly playbook: Playbook | null;
  readonly refusal: Refusal | null;
}

/** The playbook of that key as the record has it in that revision. */
export function usePlaybook(key: string, revision: number): OpenPlaybook {
  const [open, setOpen] = useState<OpenPlaybook & { readonly of: string }>({ of: '', playbook: null, refusal: null });
  const of = `${key} ${revision}`;
  useEffect(() => {
    let isGone = false;
    client.workshop.get
      .query({ key })
      .then((answer) => (answer.ok ? { playbook: answer.playbook, refusal: null } : { playbook: null, refusal: answer.refusal }))
      .catch((error: unknown) => ({ playbook: null, refusal: refusalOf(error) }))
      .then((found) => {
        if (!isGone) setOpen({ ...found, of });
      });
    return () => {
      isGone = true;
    };
  }, [key, of]);
  return open.of === of ? open : { playbook: null, refusal: null };
}

/** Sends one act on the library; a yes is told in a toast, a no is returned. */
export async function actOnLibrary(sending: Promise<Outcome>, said: string): Promise<Outcome> {
  try {
    const outcome = await sending;
    if (outcome.ok) toast.show({ text: said });
    return outcome;
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}

/** The same from a button, where no dialog can show a no. */
export async function actOnLibraryLoud(sending: Promise<Outcome>, said: string): Promise<Outcome> {
  const outcome = await actOnLibrary(sending, said);
  if (!outcome.ok) tell(outcome.refusal);
  return outcome;
}
