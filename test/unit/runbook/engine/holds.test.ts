import { expect, test } from 'vitest';
import { scheduleOf } from '../../../../shared/domain/runbook/schedule.ts';
import type { Hold } from '../../../../shared/domain/runbook/schedule-schema.ts';
import { aGate, aTask, goLiveId, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../../support/builders.ts';

const hold: Hold = {
  id: idOf(600),
  goLiveId,
  ref: 'H-1',
  reason: 'Power is out',
  taskId: null,
  calledBy: 'L. Costa',
  startedAt: T_ZERO,
  expectedEndAt: null,
  endedAt: null,
  endedBy: '',
  tZeroAt: T_ZERO,
};
const task = [
  aTask({ id: idOf(201), startOffset: 2 * HOUR, timing: 'fixed', durationMs: HOUR }),
  aTask({ id: idOf(202), startOffset: 5 * HOUR, timing: 'not before', durationMs: HOUR }),
];
const gate = [aGate({ id: idOf(701), phase: '', guards: [], plannedOffset: 4 * HOUR })];
const forecast = (holds: readonly Hold[], tZeroAt: number, now: number) => {
  const { times, gates, finish } = scheduleOf(rowsWith({ task, gate, hold: [...holds] }), { tZeroAt }, now);
  return {
    tasks: task.map(({ id }) => times.get(id)).map((of) => [of?.start, of?.end, of?.slip, of?.missesTime]),
    gates: [...gates.values()].map(({ at }) => at),
    finish,
  };
};

test('while a called hold runs, the forecast is what it will be once T-0 has moved by it', () => {
  const now = T_ZERO + 30 * MINUTE;
  const after = forecast([{ ...hold, endedAt: now }], T_ZERO + 30 * MINUTE, now);
  expect(forecast([hold], T_ZERO, now)).toEqual(after);
  expect(after.finish).toBe(T_ZERO + 6.5 * HOUR);
});

test('a hold with an expected end moves the forecast by its whole expected length, one that overruns by what it took so far', () => {
  const expected = { ...hold, expectedEndAt: T_ZERO + HOUR };
  expect(forecast([expected], T_ZERO, T_ZERO + MINUTE).finish).toBe(T_ZERO + 7 * HOUR);
  expect(forecast([expected], T_ZERO, T_ZERO + 90 * MINUTE).finish).toBe(T_ZERO + 7.5 * HOUR);
});
