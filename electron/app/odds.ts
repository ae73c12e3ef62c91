/** The finish odds of each go-live, kept as new as the record: simulated in a thread of its own, never two at once, the latest act first. */
import { Worker } from 'node:worker_threads';
import { openScheduler } from '../../shared/domain/runbook/engine/scheduler.ts';
import type { Odds } from '../../shared/domain/runbook/odds/finish-odds.ts';
import { remainingOf } from '../../shared/domain/runbook/odds/remaining.ts';
import type { Record } from '../record/record.ts';
import { type Order, simulated } from './simulation.ts';

/** Odds as they stood after the entry `seq`, at `at` by the clock of the go-live. Null when no open task counts for the finish. */
export interface KnownOdds {
  readonly seq: number;
  readonly at: number;
  readonly odds: Odds | null;
}

export interface OddsKeeper {
  /** The odds with every act so far; several who ask at once get the same. Rejects when the simulation broke. */
  readonly current: (goLiveId: string, now: number) => Promise<KnownOdds>;
  /** The newest that were simulated; null before the first. */
  readonly newest: (goLiveId: string) => KnownOdds | null;
  /** Nothing is simulated after; what was under way rejects. */
  readonly close: () => Promise<void>;
  readonly isClosed: () => boolean;
}

export const RUNS = 1_000;
/** Time by which odds may lag behind the clock while nothing happens. */
const FRESH_MS = 60_000;
const runsFromSources = import.meta.url.endsWith('.ts');
const keepers = new WeakMap<Record, OddsKeeper>();

/** The keeper of a record, the same for all who ask. */
export function oddsOf(record: Record): OddsKeeper {
  let keeper = keepers.get(record);
  if (!keeper) {
    keeper = openKeeper(record);
    keepers.set(record, keeper);
  }
  return keeper;
}

function openKeeper(record: Record): OddsKeeper {
  const known = new Map<string, KnownOdds>();
  const asked = new Map<string, Promise<KnownOdds>>();
  const scheduler = openScheduler();
  const thread = openThread();
  let queue: Promise<unknown> = Promise.resolve();
  let isClosed = false;

  const simulate = async (goLiveId: string, now: number): Promise<KnownOdds> => {
    if (isClosed) throw new Error('the record is closed');
    asked.delete(goLiveId); // who asks from here on may know of later acts
    const { seq } = record.journal.last();
    const rows = record.rows(goLiveId);
    const goLive = rows.goLive.get(goLiveId);
    if (!goLive) return { seq, at: now, odds: null };
    scheduler.next(rows, goLive, now);
    const standing = scheduler.standing();
    const odds =
      standing && (await thread.run({ left: remainingOf(standing, goLive.windowEnd, goLive.zone), runs: RUNS, seed: seedOf(seq) }));
    const answer = { seq, at: now, odds };
    known.set(goLiveId, answer);
    return answer;
  };

  return {
    current: (goLiveId, now) => {
      const last = known.get(goLiveId);
      if (last && last.seq === record.journal.last().seq && Math.abs(now - last.at) < FRESH_MS) return Promise.resolve(last);
      const waiting = asked.get(goLiveId);
      if (waiting) return waiting;
      const next = queue.then(() => simulate(goLiveId, now));
      queue = next.catch(() => null);
      asked.set(goLiveId, next);
      return next;
    },
    newest: (goLiveId) => known.get(goLiveId) ?? null,
    close: () => {
      isClosed = true;
      return thread.close();
    },
    isClosed: () => isClosed,
  };
}

/** From the entry's number, so that every host gives the same odds for the same record. */
function seedOf(seq: number): number {
  return ((seq * 2_654_435_761) % 2 ** 32) / 2 ** 32;
}

interface Thread {
  readonly run: (order: Order) => Promise<Odds | null>;
  readonly close: () => Promise<void>;
}

/** From sources it simulates in place: dozens of threads that strip types have crashed Node 24 with a SIGSEGV. */
function openThread(): Thread {
  if (runsFromSources) return { run: async (order) => simulated(order), close: async () => undefined };
  let worker: Worker | null = null;
  let orders = 0;
  return {
    run: (order) =>
      new Promise((resolve, reject) => {
        worker ??= startWorker(() => {
          worker = null;
        });
        const running = worker;
        orders += 1;
        const id = orders;
        const settle = (act: () => void) => {
          running.off('message', take).off('error', reject).off('exit', ended);
          running.unref(); // an idle thread does not keep the application from ending
          act();
        };
        const take = (answer: { readonly id: number; readonly odds: Odds | null }) => {
          if (answer.id === id) settle(() => resolve(answer.odds));
        };
        const ended = () => settle(() => reject(new Error('the simulation ended without an answer')));
        running.on('message', take).on('error', reject).on('exit', ended);
        running.ref();
        running.postMessage({ id, order });
      }),
    close: async () => {
      await worker?.terminate();
    },
  };
}

function startWorker(whenEnded: () => void): Worker {
  const worker = new Worker(new URL('odds-worker.js', import.meta.url), { execArgv: [] });
  worker.once('exit', whenEnded);
  worker.on('error', (error) => process.stderr.write(`The finish odds could not be simulated: ${error.message}. The record is safe.\n`));
  return worker;
}
