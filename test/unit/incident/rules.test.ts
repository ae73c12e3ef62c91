import { describe, expect, test } from 'vitest';
import { DeclareIncident, EditIncident } from '../../../shared/domain/incident/commands.ts';
import { declareIncident, editIncident, escalateIncident } from '../../../shared/domain/incident/rules.ts';
import {
  anAct,
  anIncident,
  aPerson,
  aPlaybookCopy,
  aTask,
  changesOf,
  idOf,
  MINUTE,
  refusalOf,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';

const declared = (fields: object) => DeclareIncident.parse({ title: 'Bank refuses our certificate', severity: 2, ...fields });
const steps = ['Stop the deployment', 'Assess the cause'];
const rows = rowsWith({
  person: [aPerson()],
  task: [aTask()],
  incident: [anIncident()],
  playbookCopy: [
    aPlaybookCopy({
      procedures: [
        { key: 'deployment-failure', title: 'Deployment failure', steps: steps.map((title, at) => ({ key: `step-${at}`, title })) },
      ],
    }),
  ],
});

describe('declaring', () => {
  test('an incident is detected when the act happened and gets the next reference', () => {
    const act = anAct({ occurredAt: T_ZERO + MINUTE, now: T_ZERO + 9 * MINUTE });
    const [change, ...more] = changesOf(
      declareIncident(rows, declared({ impactAt: T_ZERO, commanderId: aPerson().id, taskId: aTask().id }), act),
    );
    expect(more).toEqual([]);
    expect(change?.set).toMatchObject({
      ref: 'INC-003',
      status: 'open',
      level: 1,
      detectedAt: T_ZERO + MINUTE,
      impactAt: T_ZERO,
      acknowledgedAt: null,
    });
  });

  test('with a procedure its steps come along in order', () => {
    const changes = changesOf(declareIncident(rows, declared({ procedure: 'deployment-failure' }), anAct()));
    expect(changes.map(({ table, set }) => [table, set?.title, set?.position])).toEqual([
      ['incident', 'Bank refuses our certificate', undefined],
      ['procedureStep', 'Stop the deployment', 0],
      ['procedureStep', 'Assess the cause', 1],
    ]);
    expect(changes[0]?.set?.procedure).toBe('deployment-failure');
    expect(changes[1]?.set?.incidentId).toBe(changes[0]?.id);
  });

  test('is refused whole when something named is not there', () => {
    expect(refusalOf(declareIncident(rows, declared({ commanderId: idOf(999) }), anAct()))).toBe('unknown-row');
    expect(refusalOf(declareIncident(rows, declared({ taskId: idOf(999) }), anAct()))).toBe('unknown-row');
    expect(refusalOf(declareIncident(rows, declared({ procedure: 'no-such' }), anAct()))).toBe('unknown-procedure');
  });

  test('harm cannot begin after it was detected', () => {
    expect(refusalOf(declareIncident(rows, declared({ impactAt: T_ZERO + MINUTE }), anAct({ occurredAt: T_ZERO })))).toBe(
      'impact-after-detection',
    );
  });
});

describe('editing', () => {
  const edited = (fields: object) => EditIncident.parse({ incidentId: anIncident().id, ...fields });

  test('sets only what differs', () => {
    const changes = changesOf(editIncident(rows, edited({ severity: 1, title: anIncident().title, scribeId: aPerson().id }), anAct()));
    expect(changes[0]).toMatchObject({ set: { severity: 1, scribeId: aPerson().id }, was: { severity: 2, scribeId: null } });
    expect(Object.keys(changes[0]?.set ?? {})).toEqual(['severity', 'scribeId']);
  });

  test('to what it already is is refused', () => {
    expect(refusalOf(editIncident(rows, edited({ severity: 2 }), anAct()))).toBe('nothing-changed');
  });

  test('a resolved incident keeps saying how it was resolved', () => {
    const resolved = rowsWith({
      incident: [anIncident({ status: 'resolved', acknowledgedAt: T_ZERO, resolvedAt: T_ZERO, resolution: 'New chain' })],
    });
    expect(refusalOf(editIncident(resolved, edited({ resolution: '' }), anAct()))).toBe('resolution-needed');
  });

  test('to people or tasks that are not there is refused', () => {
    expect(refusalOf(editIncident(rows, edited({ liaisonId: idOf(999) }), anAct()))).toBe('unknown-row');
    expect(refusalOf(editIncident(rows, edited({ impactAt: T_ZERO + 1 }), anAct()))).toBe('impact-after-detection');
    expect(refusalOf(editIncident(rowsWith({}), edited({ severity: 1 }), anAct()))).toBe('unknown-incident');
  });
});

describe('escalating', () => {
  const to = (level: number, fields = {}) =>
    escalateIncident(
      rowsWith({ incident: [anIncident({ level: 2, ...fields })] }),
      { incidentId: anIncident().id, level, reason: 'No fix in sight' },
      anAct(),
    );

  test('goes up any number of levels and keeps the reason', () => {
    expect(to(4)).toMatchObject({
      ok: true,
      value: { action: 'incident.escalate', note: 'No fix in sight', changes: [{ set: { level: 4 }, was: { level: 2 } }] },
    });
  });

  test('does not go down or stay', () => {
    expect(refusalOf(to(2))).toBe('not-higher');
    expect(refusalOf(to(1))).toBe('not-higher');
  });

  test('an ended incident is not escalated', () => {
    expect(refusalOf(to(3, { status: 'resolved' }))).toBe('wrong-status');
  });
});
