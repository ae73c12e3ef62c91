/** Asks the host until it answers, and says meanwhile why there is no answer. */
import { useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/base/result.ts';
import { refusalOf } from '../../store/act.ts';

export interface Answered<Of> {
  /** The last answer; null before the first. */
  readonly answer: Of | null;
  /** Why the last question went unanswered; null when it was answered. */
  readonly refusal: Refusal | null;
}

const AGAIN_MS = 3_000;
/** A request waits in the line while the host is away, so silence has to be taken for a no. */
const SILENCE_MS = 4_000;

/** `ask` must stay the same function from one drawing to the next. With `goesOn` an answer is asked for again and again. */
export function useAnswer<Of>(ask: (signal: AbortSignal) => Promise<Of>, goesOn = false): Answered<Of> {
  const [said, setSaid] = useState<Answered<Of> & { readonly to: typeof ask }>({ to: ask, answer: null, refusal: null });
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const look = async () => {
      const silence = AbortSignal.timeout(SILENCE_MS);
      const found = await ask(silence).then(
        (answer) => ({ answer, refusal: null }),
        (error: unknown) => ({ answer: null, refusal: silence.aborted ? away : forReading(refusalOf(error)) }),
      );
      if (isGone) return;
      setSaid((before) => {
        const kept = before.to === ask ? before.answer : null;
        const next = { to: ask, answer: found.answer ?? kept, refusal: found.refusal };
        return before.to === ask && sameWords(next, before) ? before : next; // nothing is drawn anew for an answer that says the same
      });
      if (goesOn || found.refusal) timer = setTimeout(() => void look(), AGAIN_MS);
    };
    void look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [ask, goesOn]);
  return said.to === ask ? said : { answer: null, refusal: null };
}

function sameWords(next: object, before: object): boolean {
  return JSON.stringify(next) === JSON.stringify(before);
}

const BY_ITSELF = 'This page asks again by itself every few seconds.';

const away: Refusal = {
  code: 'not-reached',
  reason: `The host cannot be reached. Everything recorded is safe there. Start Gantry again on the host computer, or wait for the line. ${BY_ITSELF}`,
  about: [],
};

function forReading(refusal: Refusal): Refusal {
  if (refusal.code === 'not-reached') return away;
  return { ...refusal, reason: `${refusal.reason} ${BY_ITSELF}` };
}
