/** The finish odds of the go-live on screen, asked of the host anew after each act and each minute while somebody looks at them. */
import { useEffect } from 'react';
import { create } from 'zustand';
import { client } from '../client/client.ts';
import { useNow } from '../ui/clock.ts';
import { useGoLive, useLive } from './live.ts';

const MINUTE = 60_000;
/** Acts that follow each other more quickly are asked for once. */
const QUIET_MS = 600;

type Answer = Extract<Awaited<ReturnType<typeof client.schedule.odds.query>>, { ok: true }>;
export type KnownOdds = Pick<Answer, 'seq' | 'at'> & { readonly odds: NonNullable<Answer['odds']> };

interface Kept {
  readonly goLiveId: string | null;
  readonly known: KnownOdds | null;
}

const useKept = create<Kept>()(() => ({ goLiveId: null, known: null }));
let asked = '';
let timer: ReturnType<typeof setTimeout> | undefined;

/** The newest odds this screen has heard, which may lag behind the rows by a moment; null until there are some, and when no task is open. */
export function useOdds(): KnownOdds | null {
  const { id } = useGoLive();
  const seq = useLive((live) => live.seq);
  const minute = useNow(MINUTE);
  useEffect(() => askSoon(id, seq, minute), [id, seq, minute]);
  return useKept((kept) => (kept.goLiveId === id ? kept.known : null));
}

/** Asks once, however many parts of the screen want it. */
function askSoon(goLiveId: string, seq: number, minute: number): void {
  const wanted = `${goLiveId} ${seq} ${minute}`;
  if (asked === wanted) return;
  asked = wanted;
  clearTimeout(timer);
  timer = setTimeout(() => {
    client.schedule.odds.query({ goLiveId }).then(
      (answer) => {
        if (answer.ok) take(goLiveId, answer);
      },
      () => {
        if (asked === wanted) asked = ''; // the line is down; the next act or minute asks again
      },
    );
  }, QUIET_MS);
}

function take(goLiveId: string, { seq, at, odds }: Answer): void {
  const { goLiveId: before, known } = useKept.getState();
  if (before === goLiveId && known && known.seq > seq) return;
  useKept.setState({ goLiveId, known: odds && { seq, at, odds } });
}
