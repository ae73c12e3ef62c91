/** Whether the way back was tried: what was recorded of it, what that means for a gate, and recording it. */
import type { z } from 'zod';
import { type Change, insert, update } from '../../base/change.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { formatSpan } from '../../base/time-words.ts';
import type { Gate } from '../gate/schema.ts';
import { playbookOf } from '../playbook/of-go-live.ts';
import { type Check, check as checks, evidence } from '../readiness/schema.ts';
import { undecided } from '../readiness/settle-rules.ts';
import type { Rows } from '../tables.ts';
import type { RecordRollbackTest } from './commands.ts';
import { type RollbackTest, rollbackTest } from './schema.ts';

/** `passed` and `failed` are the last try's; `too slow` passed but took longer than a rollback may. */
export type WayBackState = 'untested' | 'failed' | 'too slow' | 'passed';

export interface WayBackTested {
  readonly state: WayBackState;
  /** The last try; null when there was none. */
  readonly last: RollbackTest | null;
  /** Every try, the newest first. */
  readonly tests: readonly RollbackTest[];
  /** The checks that say the way back was tried; empty when the playbook names none. */
  readonly checks: readonly Check[];
}

export function wayBackTested(rows: Pick<Rows, 'rollbackTest' | 'playbookCopy' | 'check' | 'goLive'>): WayBackTested {
  const tests = [...rows.rollbackTest.values()].sort((a, b) => b.testedAt - a.testedAt);
  const last = tests[0] ?? null;
  const [goLive] = rows.goLive.values();
  const targetMs = goLive?.rollbackTargetMs ?? null;
  const isSlow = last !== null && targetMs !== null && last.tookMs > targetMs;
  const state = last === null ? 'untested' : !last.passed ? 'failed' : isSlow ? 'too slow' : 'passed';
  return { state, last, tests, checks: checksOfWayBack(rows) };
}

/** A gate that lets the deployment begin, or after which there is no way back: it must know whether the way back works. */
export function wantsWayBack(rows: Pick<Rows, 'task'>, gate: Pick<Gate, 'guards' | 'isPointOfNoReturn'>): boolean {
  if (gate.isPointOfNoReturn) return true;
  const guarded = new Set(gate.guards);
  return [...rows.task.values()].some(({ phase, undoMs }) => undoMs !== null && guarded.has(phase));
}

/**
 * Keeps that the way back was tried. Each check that stands for it gets the words as evidence, so that the gate it proves knows them;
 * a try that did not pass opens such a check again.
 */
export function recordRollbackTest(rows: Rows, command: z.infer<typeof RecordRollbackTest>, act: Act): Verdict {
  const { place, tookMs, passed, remark } = command;
  const id = act.newId();
  const test = insert(rollbackTest, {
    id,
    goLiveId: act.goLiveId,
    testedAt: act.occurredAt,
    place,
    tookMs,
    passed,
    remark,
    recordedBy: act.actor,
  });
  const words = [`Way back tried: ${place}, ${formatSpan(tookMs)}, ${passed ? 'passed' : 'failed'}`, remark].filter(Boolean).join('. ');
  const followed = checksOfWayBack(rows).flatMap((check) => [...(passed ? [] : reopened(check)), told(check, words, act)]);
  return decide('rollbackTest.record', [test, ...followed], id);
}

function checksOfWayBack(rows: Pick<Rows, 'playbookCopy' | 'check'>): readonly Check[] {
  const keys = new Set(playbookOf(rows)?.wayBack?.testedBy); // a go-live of an earlier Gantry has a copy without it
  return keys.size === 0 ? [] : [...rows.check.values()].filter(({ source, status }) => keys.has(source) && status !== 'not applicable');
}

function reopened(check: Check): readonly Change[] {
  return check.status === 'passed' || check.status === 'to verify' ? update(checks, check, { ...undecided, status: 'open' }) : [];
}

function told(check: Check, words: string, act: Act): Change {
  const kept = { kind: 'text' as const, content: words.slice(0, 8_000), mediaType: '', size: 0, sha256: '' };
  return insert(evidence, {
    ...kept,
    id: act.newId(),
    goLiveId: act.goLiveId,
    checkId: check.id,
    addedBy: act.actor,
    addedAt: act.occurredAt,
  });
}
