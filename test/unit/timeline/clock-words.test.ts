import { describe, expect, test } from 'vitest';
import type { Verdict } from '../../../shared/base/rule.ts';
import { callHold, expectHold, resumeHold } from '../../../shared/domain/go-live/hold-rules.ts';
import { recycle } from '../../../shared/domain/go-live/recycle.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { sentence } from '../../../shared/domain/timeline/words.ts';
import { aGoLive, anAct, aTask, HOUR, MINUTE, rowsAfter, rowsWith, T_ZERO } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

const at = (now: number) => anAct({ now, occurredAt: now });
const night = rowsWith({
  goLive: [aGoLive({ stage: 'cutover' })],
  task: [aTask({ startOffset: 0, status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO })],
});
const held = rowsAfter(night, callHold(night, { reason: 'The bank is silent', expectedEndAt: null }, at(T_ZERO)));

function told(rows: Rows, verdict: Verdict): string {
  if (!verdict.ok) throw new Error(verdict.refusal.reason);
  const { action, changes, note } = verdict.value;
  return sentence(anEntry(action, changes, { note }), rowsAfter(rows, verdict));
}

describe('the timeline tells of the clock', () => {
  test('that it is held, until when, and what T-0 moved by', () => {
    expect(told(night, callHold(night, { reason: 'The bank is silent', expectedEndAt: null }, at(T_ZERO)))).toBe(
      'H-1 called: The bank is silent',
    );
    const until = expectHold(held, { expectedEndAt: T_ZERO + HOUR }, at(T_ZERO + MINUTE));
    expect(told(held, until)).toMatch(/^H-1 expected to end .*23:00 CET$/);
    const open = rowsAfter(held, until);
    expect(told(open, expectHold(open, { expectedEndAt: null }, at(T_ZERO + MINUTE)))).toBe('H-1: nobody knows when it ends');
    const over = resumeHold(held, { moveWindow: false }, at(T_ZERO + 20 * MINUTE));
    expect(told(held, over)).toBe('H-1 over after 20 m, T-0 moved by 20 m');
  });

  test('that work was taken up again, from where and why', () => {
    const command = { taskId: aTask().id, reason: 'Wrong rows', withLater: false, moveWindow: false };
    expect(told(night, recycle(night, command, at(T_ZERO + HOUR)))).toBe('Taken up again at T-022, 1 task, T-0 moved by 1 h: Wrong rows');
  });
});
