import { describe, expect, test } from 'vitest';
import { deploymentChecklist, deploymentChecklistSchema } from '../../../shared/domain/runbook/checklist.ts';
import { aCheck, aGoLive, aLink, aTask, HOUR, idOf, rowsWith, T_ZERO } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';
import { reportNight } from '../../support/report-night.ts';

const night = reportNight();
const making = { now: night.now, madeBy: 'Zoë Müller', chainHash: 'ab'.repeat(32) };
const checklist = deploymentChecklist(night.rows, night.entries, making);
const checks = checklist.phases.flatMap((phase) => phase.checks);

describe('the verified deployment checklist', () => {
  test('is plain data that its schema describes', () => {
    expect(deploymentChecklistSchema.parse(JSON.parse(JSON.stringify(checklist)))).toEqual(checklist);
    const empty = deploymentChecklist(rowsWith({ goLive: [aGoLive()] }), [], making);
    expect(deploymentChecklistSchema.parse(empty)).toEqual(empty);
    expect(empty.phases).toEqual([]);
  });

  test('leaves nothing out', () => {
    expect(checks).toHaveLength(night.rows.check.size);
    expect(checklist.phases.flatMap((phase) => phase.tasks)).toHaveLength(night.rows.task.size);
  });

  test('tells who did a check, who verified it, its evidence and its waiver', () => {
    expect(checks.find(({ verifiedBy }) => verifiedBy !== '')).toMatchObject({
      status: 'passed',
      needsVerification: true,
      verifiedBy: 'E. Moreau',
      evidence: ['Count agrees: 4,711 of 4,711', 'log.txt (SHA-256 efefefefefefefef…)'],
    });
    expect(checks.find(({ waiverApprover }) => waiverApprover !== '')).toMatchObject({ waiverApprover: 'M. Okoro', doneBy: 'L. Costa' });
  });

  test('tells by the journal who ended a task, and nobody for one that is open', () => {
    const [ended, open] = [aTask({ status: 'finished', actualEnd: T_ZERO }), aTask({ id: idOf(201), ref: 'T-023' })];
    const rows = rowsWith({ goLive: [aGoLive()], task: [ended, open] });
    const finish = (id: string, actor: string) =>
      anEntry('task.finish', [{ table: 'task', id, set: { status: 'finished' }, was: {} }], { actor });
    const entries = [finish(ended.id, 'L. Costa'), finish(ended.id, 'N. Ito'), finish(open.id, 'N. Ito')];
    const { phases } = deploymentChecklist(rows, entries, making);
    expect(phases).toMatchObject([
      {
        name: 'No phase',
        tasks: [
          { endedBy: 'N. Ito', endedAt: T_ZERO },
          { endedBy: '', endedAt: null },
        ],
      },
    ]);
  });

  test('tells who ended a task by whatever act ended it, and an undo of another one’s act is nobody’s end', () => {
    const told = aTask({ kind: 'communication', status: 'finished', actualEnd: T_ZERO });
    const to = (status: string) => [{ table: 'task', id: told.id, set: { status }, was: {} }];
    const entries = [
      anEntry('task.finish', to('finished'), { actor: 'L. Costa' }),
      anEntry('task.reopen', to('in progress'), { actor: 'L. Costa' }),
      anEntry('announcement.send', to('finished'), { actor: 'N. Ito' }),
      anEntry('task.reopen', to('in progress'), { actor: 'E. Moreau' }),
      anEntry('entry.undo', to('finished'), { actor: 'E. Moreau', undoes: 4 }),
    ];
    const rows = rowsWith({ goLive: [aGoLive()], task: [told] });
    expect(deploymentChecklist(rows, entries, making).phases[0]?.tasks).toMatchObject([{ endedBy: 'N. Ito' }]);
  });

  test('tells the planned end of a task that only its predecessors place', () => {
    const task = [aTask({ id: idOf(201), startOffset: 0, durationMs: HOUR }), aTask({ id: idOf(202), durationMs: HOUR })];
    const rows = rowsWith({ goLive: [aGoLive()], task, link: [aLink(idOf(201), idOf(202))] });
    const [phase] = deploymentChecklist(rows, [], making).phases;
    expect(phase?.tasks.map(({ plannedEnd }) => plannedEnd)).toEqual([T_ZERO + HOUR, T_ZERO + 2 * HOUR]);
  });

  test('has no headings, and nothing that exists only in rehearsals', () => {
    const task = [aTask({ kind: 'group' }), aTask({ id: idOf(201), runIn: 'mock only' }), aTask({ id: idOf(202), ref: 'T-024' })];
    const { phases } = deploymentChecklist(rowsWith({ goLive: [aGoLive()], task }), [], making);
    expect(phases.flatMap((phase) => phase.tasks.map(({ ref }) => ref))).toEqual(['T-024']);
  });

  test('puts what an imported plan names in words under the phase of that title', () => {
    const named = aTask({ phase: 'Deployment' });
    const keyed = aCheck({ phase: 'deployment' });
    const rows = rowsWith({ goLive: [aGoLive()], playbookCopy: [...night.rows.playbookCopy.values()], task: [named], check: [keyed] });
    expect(deploymentChecklist(rows, [], making).phases).toMatchObject([{ name: 'Deployment', checks: [{}], tasks: [{}] }]);
  });

  test('is signed by who holds the required roles', () => {
    expect(checklist.signatures.map(({ role }) => role)).toContain('Deployment operator');
  });
});
