import { describe, expect, test } from 'vitest';
import { incidentFigures, nextMilestone, openFor, timeTo, worstFirst } from '../../../shared/domain/incident/figures.ts';
import { anIncident, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';

const whole = anIncident({
  status: 'resolved',
  severity: 1,
  impactAt: T_ZERO - 6 * MINUTE,
  acknowledgedAt: T_ZERO + 2 * MINUTE,
  mitigatedAt: T_ZERO + 30 * MINUTE,
  resolvedAt: T_ZERO + 71 * MINUTE,
});
const half = anIncident({ id: idOf(301), ref: 'INC-003', severity: 3, acknowledgedAt: T_ZERO + 4 * MINUTE });

describe('times', () => {
  test('are detected from impact, acknowledged and resolved from detection', () => {
    expect([timeTo(whole, 'detect'), timeTo(whole, 'acknowledge'), timeTo(whole, 'restore')]).toEqual([
      6 * MINUTE,
      2 * MINUTE,
      71 * MINUTE,
    ]);
  });

  test('are not known while an end is missing', () => {
    expect([timeTo(half, 'detect'), timeTo(half, 'acknowledge'), timeTo(half, 'restore')]).toEqual([null, 4 * MINUTE, null]);
  });

  test('means go over the incidents that have them', () => {
    const figures = incidentFigures(rowsWith({ incident: [whole, half] }));
    expect(figures.times).toEqual({
      detect: { meanMs: 6 * MINUTE, of: 1 },
      acknowledge: { meanMs: 3 * MINUTE, of: 2 },
      restore: { meanMs: 71 * MINUTE, of: 1 },
    });
    expect(incidentFigures(rowsWith({})).times.restore).toEqual({ meanMs: null, of: 0 });
  });

  test('an incident is open until resolved', () => {
    expect(openFor(half, T_ZERO + HOUR)).toBe(HOUR);
    expect(openFor(whole, T_ZERO + 5 * HOUR)).toBe(71 * MINUTE);
  });
});

describe('open incidents', () => {
  test('are counted by severity, mitigated ones included', () => {
    const mitigated = anIncident({ id: idOf(302), severity: 2, status: 'mitigated' });
    const figures = incidentFigures(rowsWith({ incident: [whole, half, mitigated] }));
    expect(figures).toMatchObject({ all: 3, open: 2, openBySeverity: { 1: 0, 2: 1, 3: 1, 4: 0 } });
  });

  test('come first, the worst and then the oldest on top; ended ones newest first', () => {
    const named = (ref: string, fields: object) => anIncident({ id: idOf(Number(ref.slice(-1))), ref, ...fields });
    const sorted = [
      named('INC-001', { status: 'closed', severity: 1 }),
      named('INC-002', { status: 'resolved', severity: 1, detectedAt: T_ZERO }),
      named('INC-003', { status: 'resolved', severity: 4, detectedAt: T_ZERO + 1 }),
      named('INC-004', { severity: 3 }),
      named('INC-005', { severity: 2, detectedAt: T_ZERO + 1 }),
      named('INC-006', { severity: 2, status: 'mitigated', detectedAt: T_ZERO }),
    ].sort(worstFirst);
    expect(sorted.map(({ ref }) => ref)).toEqual(['INC-006', 'INC-005', 'INC-004', 'INC-003', 'INC-002', 'INC-001']);
  });

  test('have one next milestone until they are closed', () => {
    expect(nextMilestone(anIncident())).toBe('acknowledge');
    expect(nextMilestone(half)).toBe('mitigate');
    expect(nextMilestone(anIncident({ status: 'mitigated' }))).toBe('resolve');
    expect(nextMilestone(whole)).toBe('close');
    expect(nextMilestone(anIncident({ status: 'closed' }))).toBeNull();
  });
});
