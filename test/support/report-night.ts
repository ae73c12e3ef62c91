/** The night of the closure report with all that the other reports tell: tests, approvals, a sealed poll, waivers, blockers, evidence. */
import type { Entry } from '../../shared/base/entry.ts';
import type { Check } from '../../shared/domain/readiness/schema.ts';
import { type AnyRow, applyChanges, type Rows, type TableName } from '../../shared/domain/tables.ts';
import { anEvidence, goLiveId, HOUR, idOf, MINUTE, T_ZERO } from './builders.ts';
import { closureNight } from './closure-night.ts';
import { aTest, aTestRun } from './test-rows.ts';

export const G1 = idOf(30_000);
export const G2 = idOf(30_001);

/** `nasty` stands where people type: in titles, reasons, remarks and evidence. */
export function reportNight(nasty = ''): { readonly rows: Rows; readonly entries: readonly Entry[]; readonly now: number } {
  const { rows, entries, closedAt } = closureNight();
  const words = (usual: string) => nasty || usual;
  const [first, second, third] = [...rows.check.values()] as [Check, Check, Check];
  const add = (table: TableName, list: readonly { readonly id: string }[]) =>
    list.map((row) => ({ table, id: row.id, set: row as AnyRow, was: null }));
  const changes = [
    ...add('test', [
      aTest({
        id: idOf(801),
        ref: 'TST-01',
        title: words('Posting under load'),
        operator: '<',
        target: 500,
        unit: 'ms',
        checkId: first.id,
      }),
      aTest({ id: idOf(802), ref: 'TST-02', title: 'Penetration test', kind: 'security', position: 1 }),
      aTest({ id: idOf(803), ref: 'TST-03', title: 'Soak for a week', kind: 'soak', position: 2, notApplicable: words('No week is left') }),
      aTest({ id: idOf(804), ref: 'TST-04', title: 'Memory growth', position: 3, operator: '<=', target: 5, unit: '%' }),
    ]),
    ...add('testRun', [
      aTestRun({ id: idOf(821), testId: idOf(801), ranAt: T_ZERO - 9 * HOUR, measured: 620, result: 'failed', defectsFound: 2 }),
      aTestRun({ id: idOf(822), testId: idOf(801), measured: 480, defectsFixed: 2, remark: words('Index added') }),
      aTestRun({ id: idOf(823), testId: idOf(802), result: 'failed', defectsFound: 3, defectsFixed: 1, criticalOpen: 1 }),
    ]),
    ...add('approval', [
      approval(0, { title: words('QA sign-off'), decision: 'approved', decidedBy: 'Jiří Novák', decidedAt: T_ZERO }),
      approval(1, { title: 'Security clearance' }),
    ]),
    ...add('poll', [
      {
        id: idOf(860),
        goLiveId,
        gateId: G2,
        positions: ['business-owner', 'tester'],
        openedBy: 'M. Okoro',
        openedAt: T_ZERO,
        closesAt: null,
        revealedAt: T_ZERO + 30 * MINUTE,
        isWithdrawn: false,
        known: { ...rows.gate.get(G1)?.known, calls: [{ position: 'Tester', person: 'L. Costa', call: 'no-go', reason: 'Payroll' }] },
        seal: 'cd'.repeat(32),
        openedKey: 'a2V5',
      } as { readonly id: string },
    ]),
    ...add('blocker', [
      {
        id: idOf(870),
        goLiveId,
        checkId: second.id,
        kind: 'risk',
        taskId: null,
        ticketId: null,
        incidentId: null,
        courseId: null,
        content: words('The printer may not come in time'),
        addedBy: 'L. Costa',
        addedAt: T_ZERO - HOUR,
        clearedAt: null,
        clearedBy: '',
      } as { readonly id: string },
    ]),
    ...add('evidence', [
      anEvidence({ id: idOf(880), checkId: first.id, kind: 'text', content: words('Count agrees: 4,711 of 4,711') }),
      anEvidence({ id: idOf(881), checkId: first.id, kind: 'file', content: 'log.txt', size: 3, sha256: 'ef'.repeat(32) }),
    ]),
    set(first, { status: 'passed', needsVerification: true, verifiedBy: 'E. Moreau', verifiedAt: T_ZERO - HOUR, criticality: 'critical' }),
    set(second, { status: 'open', criticality: 'critical', title: words('Backups restored') }),
    set(third, {
      status: 'waived',
      reason: words('Accepted until the next release'),
      decidedBy: 'L. Costa',
      decidedAt: T_ZERO - HOUR,
      waiverApprover: 'M. Okoro',
      waivedUntil: T_ZERO + 30 * 24 * HOUR,
    }),
  ];
  return { rows: applyChanges(rows, changes), entries, now: closedAt };
}

function set({ id }: Check, fields: Partial<Check>) {
  return { table: 'check', id, set: fields, was: {} };
}

function approval(at: number, given: object): { readonly id: string } {
  return {
    id: idOf(850 + at),
    goLiveId,
    gateId: G2,
    detail: '',
    position: at,
    role: 'tester',
    decision: null,
    decidedBy: '',
    decidedById: null,
    decidedAt: null,
    remark: '',
    catalogueIds: [],
    ...given,
  } as { readonly id: string };
}
