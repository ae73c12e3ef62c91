/**
 * Trouble that waits to strike in a drill. It lies among the secrets of the host, in no row, entry or answer to the team; it becomes a row
 * when it strikes.
 */
import { z } from 'zod';
import type { Act, Verdict } from '../../shared/base/rule.ts';
import { type Trouble, trouble } from '../../shared/domain/drill/commands.ts';
import { endOver, overAt, strike, strikes } from '../../shared/domain/drill/trouble.ts';
import type { Keeps, Record } from '../record/record.ts';

const list = z.array(trouble);

/** In the order of time. */
export function keptTrouble(record: Pick<Record, 'secret'>, goLiveId: string): readonly Trouble[] {
  const kept = record.secret(nameOf(goLiveId));
  return kept === null ? [] : list.parse(JSON.parse(kept));
}

/** Writes the secret alone: an entry would tell the team that something is coming. */
export function keepTrouble(record: Pick<Record, 'commitAll'>, goLiveId: string, all: readonly Trouble[]): void {
  record.commitAll([], keeping(goLiveId, all));
}

/** Strikes all that is due and ends all that is over at `act.now`, each as an act of Gantry itself. */
export function runTrouble(record: Record, act: Act): void {
  let waiting = keptTrouble(record, act.goLiveId);
  for (const each of waiting) {
    if (strikes(record.rows(act.goLiveId), each, act.now) === 'later') continue;
    waiting = waiting.filter(({ id }) => id !== each.id);
    commit(record, strike(record.rows(act.goLiveId), each, act), act, keeping(act.goLiveId, waiting));
  }
  if (overAt(record.rows(act.goLiveId), act.now).length > 0) commit(record, endOver(record.rows(act.goLiveId), act), act);
}

function commit(record: Record, verdict: Verdict, { goLiveId, now, actor }: Act, keeps?: Keeps): void {
  if (!verdict.ok) throw new Error(verdict.refusal.reason);
  const { action, changes, note } = verdict.value;
  record.commit({ goLiveId, at: now, occurredAt: now, actor, action, note, undoes: null, changes }, keeps);
}

function keeping(goLiveId: string, all: readonly Trouble[]): Keeps {
  const inOrder = [...all].sort((a, b) => a.dueAt - b.dueAt);
  return { secrets: [{ id: nameOf(goLiveId), value: inOrder.length === 0 ? null : JSON.stringify(inOrder) }] };
}

function nameOf(goLiveId: string): string {
  return `trouble:${goLiveId}`;
}
