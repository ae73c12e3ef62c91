import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  acknowledgeIncident,
  closeIncident,
  milestoneFault,
  mitigateIncident,
  reopenIncident,
  resolveIncident,
} from '../../../shared/domain/incident/milestones.ts';
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { applyChanges, type Rows } from '../../../shared/domain/tables.ts';
import { anAct, anIncident, changesOf, HOUR, MINUTE, refusalOf, rowsWith, T_ZERO } from '../../support/builders.ts';

const given = (fields: Partial<Incident> = {}) => rowsWith({ incident: [anIncident(fields)] });
const at = (minutes: number) => anAct({ occurredAt: T_ZERO + minutes * MINUTE, now: T_ZERO + 4 * HOUR });
const of = { incidentId: anIncident().id };

describe('milestones', () => {
  test('happen when the act did, not when it was written down', () => {
    const changes = changesOf(acknowledgeIncident(given(), of, at(2)));
    expect(changes).toEqual([
      { table: 'incident', id: of.incidentId, set: { acknowledgedAt: T_ZERO + 2 * MINUTE }, was: { acknowledgedAt: null } },
    ]);
  });

  test('an incident is acknowledged once', () => {
    expect(refusalOf(acknowledgeIncident(given({ acknowledgedAt: T_ZERO }), of, at(2)))).toBe('acknowledged');
  });

  test('who mitigates an incident nobody acknowledged has acknowledged it by that', () => {
    expect(changesOf(mitigateIncident(given(), of, at(9)))[0]?.set).toEqual({
      status: 'mitigated',
      acknowledgedAt: T_ZERO + 9 * MINUTE,
      mitigatedAt: T_ZERO + 9 * MINUTE,
    });
  });

  test('an earlier acknowledgement stays as it was', () => {
    const rows = given({ acknowledgedAt: T_ZERO + MINUTE });
    expect(changesOf(resolveIncident(rows, { ...of, resolution: 'New chain' }, at(9)))[0]?.set).toEqual({
      status: 'resolved',
      resolvedAt: T_ZERO + 9 * MINUTE,
      resolution: 'New chain',
    });
  });

  test.each([
    ['detected', {}, -1],
    ['acknowledged', { acknowledgedAt: T_ZERO + 5 * MINUTE }, 4],
    ['mitigated', { acknowledgedAt: T_ZERO, mitigatedAt: T_ZERO + 7 * MINUTE, status: 'mitigated' as const }, 6],
  ])('none lies before the one that precedes it: %s', (word, fields, minutes) => {
    const verdict = resolveIncident(given(fields), { ...of, resolution: 'New chain' }, at(minutes));
    expect(verdict).toMatchObject({
      ok: false,
      refusal: { code: 'before-milestone', reason: expect.stringContaining(`was ${word} after that time`) },
    });
  });

  test('only a resolved incident is closed', () => {
    expect(refusalOf(closeIncident(given(), of, at(9)))).toBe('wrong-status');
    const rows = given({ status: 'resolved', acknowledgedAt: T_ZERO, resolvedAt: T_ZERO });
    expect(changesOf(closeIncident(rows, of, at(9)))[0]?.set).toEqual({ status: 'closed', closedAt: T_ZERO + 9 * MINUTE });
  });

  test('a reopened incident is open again, with what resolved it taken off and the reason in the note', () => {
    const rows = given({
      status: 'closed',
      acknowledgedAt: T_ZERO,
      mitigatedAt: T_ZERO,
      resolvedAt: T_ZERO,
      closedAt: T_ZERO,
      resolution: 'New chain',
    });
    const verdict = reopenIncident(rows, { ...of, reason: 'Refused again' }, at(9));
    expect(verdict).toMatchObject({ ok: true, value: { action: 'incident.reopen', note: 'Refused again' } });
    const incident = applyChanges(rows, changesOf(verdict)).incident.get(of.incidentId);
    expect(incident).toEqual(anIncident({ acknowledgedAt: T_ZERO }));
  });

  test('only an ended incident is reopened', () => {
    expect(refusalOf(reopenIncident(given({ status: 'mitigated' }), { ...of, reason: 'Refused again' }, at(9)))).toBe('wrong-status');
  });

  test('an incident that is not there is refused', () => {
    for (const rule of [acknowledgeIncident, mitigateIncident, closeIncident])
      expect(refusalOf(rule(rowsWith({}), of, at(1)))).toBe('unknown-incident');
  });

  test('whatever people do in whatever order, the milestones never contradict each other', () => {
    const rules = [
      acknowledgeIncident,
      mitigateIncident,
      (rows: Rows, command: typeof of, act: Parameters<typeof closeIncident>[2]) =>
        resolveIncident(rows, { ...command, resolution: 'New chain' }, act),
      closeIncident,
      (rows: Rows, command: typeof of, act: Parameters<typeof closeIncident>[2]) =>
        reopenIncident(rows, { ...command, reason: 'Again' }, act),
    ];
    const acts = fc.array(fc.tuple(fc.constantFrom(...rules), fc.integer({ min: -5, max: 60 })), { maxLength: 30 });
    fc.assert(
      fc.property(acts, (tries) => {
        let rows = given();
        for (const [rule, minutes] of tries) {
          const verdict = rule(rows, of, at(minutes));
          if (verdict.ok) rows = applyChanges(rows, verdict.value.changes);
          const incident = rows.incident.get(of.incidentId) as Incident;
          expect(milestoneFault(incident)).toBeNull();
        }
      }),
    );
  });
});

describe('milestones that contradict each other', () => {
  test('are named', () => {
    expect(milestoneFault(anIncident({ mitigatedAt: T_ZERO }))).toBe('INC-002 was mitigated and never acknowledged');
    expect(milestoneFault(anIncident({ acknowledgedAt: T_ZERO - 1 }))).toBe('INC-002 was acknowledged before it was detected');
    const swapped = anIncident({ acknowledgedAt: T_ZERO, mitigatedAt: T_ZERO + 2, resolvedAt: T_ZERO + 1 });
    expect(milestoneFault(swapped)).toBe('INC-002 was resolved before it was mitigated');
  });
});
