/** What a go-live in planning needs next, in the order people do it. */
import { formatDay, formatTime, zoneName } from '../../base/time-words.ts';
import { mayDecideAgain } from '../gate/decision-rules.ts';
import { dueAt } from '../readiness/standing.ts';
import { countedTasks } from '../runbook/tally.ts';
import type { Rows } from '../tables.ts';
import { counted } from '../timeline/told.ts';
import type { GoLive } from './schema.ts';

export interface NextStep {
  /** Imperative, without a full stop. */
  readonly words: string;
  /** Why, or by when; empty when the words say it all. */
  readonly quiet: string;
  readonly board: 'runbook' | 'roster' | 'readiness' | 'gate' | 'training';
  readonly ref: string | null;
}

/** Empty once the cutover has begun, and when all is prepared. */
export function nextSteps(rows: Rows, goLive: GoLive): readonly NextStep[] {
  if (goLive.stage !== 'planning') return [];
  return [...people(rows), ...plan(rows), ...checks(rows, goLive), ...training(rows), ...gates(rows, goLive)];
}

function people(rows: Rows): readonly NextStep[] {
  if (rows.person.size > 0) return [];
  return [{ words: 'Name the people and their roles', quiet: 'nobody is in the roster', board: 'roster', ref: null }];
}

function plan(rows: Rows): readonly NextStep[] {
  if (rows.task.size === 0) return [{ words: 'Write the runbook, or import the plan', quiet: 'no tasks yet', board: 'runbook', ref: null }];
  const tasks = countedTasks(rows);
  const unowned = tasks.filter(({ ownerIds }) => ownerIds.length === 0).sort((a, b) => a.position - b.position);
  const quiet = `${unowned.length} of ${tasks.length} have none`;
  return unowned.length === 0 ? [] : [{ words: 'Give every task an owner', quiet, board: 'runbook', ref: unowned[0]?.ref ?? null }];
}

function checks(rows: Rows, goLive: GoLive): readonly NextStep[] {
  const open = [...rows.check.values()]
    .filter(({ status }) => status === 'open' || status === 'in work' || status === 'failed')
    .sort((a, b) => (a.dueOffset ?? 0) - (b.dueOffset ?? 0) || a.position - b.position);
  const [first] = open;
  if (!first) return [];
  const due = dueAt(rows, first);
  const quiet = `${first.ref} first${due === null ? '' : `, due ${when(due, goLive)}`}`;
  return [{ words: `Settle ${counted(open.length, 'check')}`, quiet, board: 'readiness', ref: first.ref }];
}

function training(rows: Rows): readonly NextStep[] {
  const needed = [...rows.seat.values()].filter(({ status }) => status === 'needed').length;
  return needed === 0 ? [] : [{ words: `Book ${counted(needed, 'training seat')}`, quiet: 'no session yet', board: 'training', ref: null }];
}

function gates(rows: Rows, goLive: GoLive): readonly NextStep[] {
  const gate = [...rows.gate.values()].filter(mayDecideAgain).sort((a, b) => a.position - b.position)[0];
  if (!gate) return [];
  const quiet = gate.plannedOffset === null ? '' : `planned ${when(goLive.tZeroAt + gate.plannedOffset, goLive)}`;
  return [{ words: `Decide ${gate.ref} ${gate.title}`, quiet, board: 'gate', ref: gate.ref }];
}

function when(at: number, { zone }: GoLive): string {
  return `${formatDay(at, zone)} ${formatTime(at, zone)} ${zoneName(at, zone)}`;
}
