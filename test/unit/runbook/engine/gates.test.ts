import { expect, test } from 'vitest';
import { scheduleOf } from '../../../../shared/domain/runbook/schedule.ts';
import { aGate, aGoLive, aTask, goLiveId, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../../support/builders.ts';

const goLive = aGoLive({ stage: 'cutover' });
const gate = aGate({ phase: 'load', guards: ['switch'], plannedOffset: 2 * HOUR });
const load = (number: number, given: Parameters<typeof aTask>[0] = {}) =>
  aTask({ id: idOf(200 + number), phase: 'load', position: number, startOffset: HOUR, durationMs: 30 * MINUTE, ...given });
const gateIn = (rows: ReturnType<typeof rowsWith>) => (scheduleOf(rows, goLive, T_ZERO).gates.get(gate.id)?.at ?? 0) - T_ZERO;

test('a gate waits for a task of its phase also when that now ends after the time the gate is planned for', () => {
  expect(gateIn(rowsWith({ goLive: [goLive], gate: [gate], task: [load(1, { durationMs: 3 * HOUR })] }))).toBe(4 * HOUR);
});

test('a task of its phase that is planned to start at the gate or later does not hold it; a milestone at that very time does', () => {
  const milestone = load(2, { kind: 'milestone', startOffset: 2 * HOUR, durationMs: 0 });
  const link = [{ id: idOf(901), goLiveId, fromId: idOf(201), toId: milestone.id, kind: 'FS', lagMs: 3 * HOUR } as const];
  expect(gateIn(rowsWith({ goLive: [goLive], gate: [gate], task: [load(1), load(3, { startOffset: 2 * HOUR })] }))).toBe(2 * HOUR);
  expect(gateIn(rowsWith({ goLive: [goLive], gate: [gate], task: [load(1), milestone], link }))).toBe(4.5 * HOUR);
});

test('a gate without a planned time comes after its whole phase, and what it guards after it', () => {
  const after = load(3, { phase: 'switch', startOffset: null });
  const rows = rowsWith({
    goLive: [goLive],
    gate: [{ ...gate, plannedOffset: null }],
    task: [load(1), load(2, { startOffset: 5 * HOUR }), after],
  });
  expect(gateIn(rows)).toBe(5.5 * HOUR);
  expect(scheduleOf(rows, goLive, T_ZERO).times.get(after.id)?.start).toBe(T_ZERO + 5.5 * HOUR);
});

test('a task of its phase that itself waits for the gate does not hold it, the others still do', () => {
  const guarded = load(2, { phase: 'switch', startOffset: null });
  const last = load(3, { startOffset: null });
  const rows = rowsWith({
    goLive: [goLive],
    gate: [gate],
    task: [load(1, { durationMs: 3 * HOUR }), guarded, last],
    link: [{ id: idOf(901), goLiveId, fromId: guarded.id, toId: last.id, kind: 'FS', lagMs: 0 }],
  });
  const { gates, times, cycle } = scheduleOf(rows, goLive, T_ZERO);
  expect([gates.get(gate.id)?.at, times.get(last.id)?.start, cycle]).toEqual([T_ZERO + 4 * HOUR, T_ZERO + 4.5 * HOUR, null]);
});
