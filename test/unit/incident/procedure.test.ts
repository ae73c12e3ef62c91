import { describe, expect, test } from 'vitest';
import { SettleStep } from '../../../shared/domain/incident/commands.ts';
import { procedureSteps, settleStep, startProcedure } from '../../../shared/domain/incident/procedure.ts';
import type { Incident, ProcedureStep } from '../../../shared/domain/incident/schema.ts';
import { applyChanges } from '../../../shared/domain/tables.ts';
import { anAct, anIncident, aPlaybookCopy, changesOf, goLiveId, idOf, refusalOf, rowsWith, T_ZERO } from '../../support/builders.ts';

const playbook = aPlaybookCopy({
  procedures: [
    {
      key: 'failure',
      title: 'Deployment failure',
      steps: [
        { key: 'stop', title: 'Stop the deployment', ids: ['S3-128'] },
        { key: 'assess', title: 'Assess the cause' },
      ],
    },
    { key: 'empty', title: 'Nothing to do', steps: [] },
  ],
});
const first: ProcedureStep = {
  id: idOf(400),
  goLiveId,
  incidentId: idOf(300),
  position: 0,
  title: 'Stop the deployment',
  status: 'open',
  finishedBy: '',
  finishedAt: null,
  note: '',
  catalogueIds: [],
};
const second = { ...first, id: idOf(401), position: 1, title: 'Assess the cause' };
const given = (steps: readonly ProcedureStep[], fields: Partial<Incident> = {}) =>
  rowsWith({ playbookCopy: [playbook], incident: [anIncident(fields)], procedureStep: steps });
const start = { incidentId: anIncident().id, procedure: 'failure' };
const settle = (fields: object) => SettleStep.parse({ stepId: first.id, status: 'finished', ...fields });

describe('starting a procedure', () => {
  test('puts its steps on the incident in order, each with its catalogue ids', () => {
    const after = applyChanges(given([]), changesOf(startProcedure(given([]), start, anAct())));
    expect(
      procedureSteps(after, start.incidentId).map(({ title, position, status, catalogueIds }) => [title, position, status, catalogueIds]),
    ).toEqual([
      ['Stop the deployment', 0, 'open', ['S3-128']],
      ['Assess the cause', 1, 'open', []],
    ]);
    expect(after.incident.get(start.incidentId)?.procedure).toBe('failure');
  });

  test('waits until the steps of the one before are settled, then follows after them', () => {
    expect(refusalOf(startProcedure(given([first]), start, anAct()))).toBe('procedure-running');
    const rows = given([{ ...first, status: 'finished' }], { procedure: 'failure' });
    const after = applyChanges(rows, changesOf(startProcedure(rows, start, anAct())));
    expect(procedureSteps(after, start.incidentId).map(({ position }) => position)).toEqual([0, 1, 2]);
  });

  test('is refused where there is nothing to start', () => {
    expect(refusalOf(startProcedure(given([]), { ...start, procedure: 'no-such' }, anAct()))).toBe('unknown-procedure');
    expect(refusalOf(startProcedure(given([]), { ...start, procedure: 'empty' }, anAct()))).toBe('no-steps');
    expect(refusalOf(startProcedure(given([], { status: 'closed' }), start, anAct()))).toBe('wrong-status');
    expect(refusalOf(startProcedure(rowsWith({}), start, anAct()))).toBe('unknown-incident');
  });
});

describe('settling a step', () => {
  test('says who, when and what came of it', () => {
    const changes = changesOf(
      settleStep(given([first, second]), settle({ comment: 'Pipeline halted' }), anAct({ occurredAt: T_ZERO + 5 })),
    );
    expect(changes[0]?.set).toEqual({ status: 'finished', finishedBy: 'M. Okoro', finishedAt: T_ZERO + 5, note: 'Pipeline halted' });
  });

  test('a skip must say why', () => {
    expect(refusalOf(settleStep(given([first]), settle({ status: 'skipped' }), anAct()))).toBe('reason-needed');
    expect(refusalOf(settleStep(given([first]), settle({ status: 'skipped', comment: '   ' }), anAct()))).toBe('reason-needed');
    expect(settleStep(given([first]), settle({ status: 'skipped', comment: 'Nothing runs' }), anAct()).ok).toBe(true);
  });

  test('goes in order, unless it says why not', () => {
    const rows = given([first, second]);
    expect(settleStep(rows, settle({ stepId: second.id }), anAct())).toMatchObject({
      ok: false,
      refusal: { code: 'out-of-order', reason: expect.stringContaining('"Stop the deployment" comes first') },
    });
    const despite = settleStep(rows, settle({ stepId: second.id, despite: 'Cause is known' }), anAct());
    expect(despite).toMatchObject({ ok: true, value: { note: 'Cause is known' } });
  });

  test('steps of another incident do not hold it', () => {
    const elsewhere = { ...first, id: idOf(402), incidentId: idOf(301) };
    const rows = rowsWith({ incident: [anIncident(), anIncident({ id: idOf(301), ref: 'INC-003' })], procedureStep: [elsewhere, second] });
    expect(settleStep(rows, settle({ stepId: second.id }), anAct()).ok).toBe(true);
  });

  test('is refused for one that is settled, unknown, on a closed incident or before it was detected', () => {
    expect(refusalOf(settleStep(given([{ ...first, status: 'skipped' }]), settle({}), anAct()))).toBe('wrong-status');
    expect(refusalOf(settleStep(given([]), settle({}), anAct()))).toBe('unknown-step');
    expect(refusalOf(settleStep(given([first], { status: 'closed' }), settle({}), anAct()))).toBe('wrong-status');
    expect(refusalOf(settleStep(given([first]), settle({}), anAct({ occurredAt: T_ZERO - 1, now: T_ZERO })))).toBe('before-milestone');
  });
});
