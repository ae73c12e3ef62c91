/** The tasks of the go-live on screen with their states and times, computed anew with every act and every minute. */
import { useMemo } from 'react';
import { type TaskLine, taskLines } from '../../shared/domain/runbook/lines.ts';
import { useNow } from '../ui/clock.ts';
import { useGoLive, useRows } from './live.ts';

const MINUTE = 60_000;

export function useTaskLines(): readonly TaskLine[] {
  const rows = useRows();
  const goLive = useGoLive();
  const now = useNow(MINUTE);
  return useMemo(() => taskLines(rows, goLive, now), [rows, goLive, now]);
}
