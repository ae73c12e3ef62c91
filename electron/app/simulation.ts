/** One simulation as it is ordered of the thread: what is left of the network, how many runs, and the seed of its chance. */
import { finishOdds, type Odds } from '../../shared/domain/runbook/odds/finish-odds.ts';
import type { Remaining } from '../../shared/domain/runbook/odds/remaining.ts';

export interface Order {
  readonly left: Remaining;
  readonly runs: number;
  /** 0 to below 1; the same seed gives the same odds. */
  readonly seed: number;
}

export function simulated({ left, runs, seed }: Order): Odds | null {
  return finishOdds(left, runs, () => seed);
}
