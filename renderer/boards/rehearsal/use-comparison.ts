/** The runs of the plan on screen side by side, as the host has them; asked again when something happened here, and now and then. */
import { useCallback, useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/base/result.ts';
import { client } from '../../client/client.ts';
import { refusalOf } from '../../store/act.ts';
import { useGoLive, useLive } from '../../store/live.ts';

type Answer = Awaited<ReturnType<typeof client.rehearsal.compare.query>>;
export type Comparison = Extract<Answer, { ok: true }>;
export type Run = Comparison['runs'][number];
export type ComparedTask = Comparison['tasks'][number];

/** What happens in the other runs is not heard here. */
const AGAIN_MS = 10_000;
const SETTLE_MS = 1_500;

export function useComparison() {
  const { id: goLiveId } = useGoLive();
  const seq = useLive((live) => live.seq);
  const [comparison, setComparison] = useState<Comparison | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const load = useCallback(async () => {
    const answer = await client.rehearsal.compare
      .query({ goLiveId })
      .catch((error: unknown) => ({ ok: false as const, refusal: refusalOf(error) }));
    if (answer.ok) setComparison(answer);
    setRefusal(answer.ok ? null : answer.refusal);
  }, [goLiveId]);
  useEffect(() => {
    void load();
    const timer = setInterval(() => void load(), AGAIN_MS);
    return () => clearInterval(timer);
  }, [load]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new entry is the reason to ask again
  useEffect(() => {
    const timer = setTimeout(() => void load(), SETTLE_MS);
    return () => clearTimeout(timer);
  }, [load, seq]);
  return { comparison, refusal, reload: () => void load() };
}
