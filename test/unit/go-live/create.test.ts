import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { CreateGoLive } from '../../../shared/domain/go-live/commands.ts';
import { createGoLive } from '../../../shared/domain/go-live/create.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { applyChanges, emptyRows, type Row, type Rows, tableNamed } from '../../../shared/domain/tables.ts';
import { anAct, changesOf, goLiveId, HOUR, MINUTE, refusalOf, T_ZERO } from '../../support/builders.ts';
import { aChoicePlaybook, aStrategy } from '../../support/choices.ts';
import { aPlaybook, deployPlaybook } from '../../support/playbooks.ts';

type Command = z.input<typeof CreateGoLive>;

const team: NonNullable<Command['people']> = [
  { name: 'M. Okoro', department: 'IT', roles: ['deployment-operator'] },
  { name: 'E. Moreau', department: 'QA', roles: ['tester'] },
  { name: 'L. Costa', department: 'IT', roles: ['developer'] },
];

function asked(given: Partial<Command> = {}): z.infer<typeof CreateGoLive> {
  return CreateGoLive.parse({
    name: 'Web shop 4.2',
    system: 'Web shop',
    release: '4.2.0',
    playbookKey: 'deploy',
    tZeroAt: T_ZERO,
    zone: 'Europe/Prague',
    windowStart: T_ZERO - 2 * HOUR,
    windowEnd: T_ZERO + 6 * HOUR,
    people: team,
    ...given,
  });
}

function make(given: Partial<Command> = {}, playbook: Playbook = deployPlaybook()) {
  return createGoLive({ playbook, taken: [] }, asked(given), anAct());
}

function madeRows(given: Partial<Command> = {}, playbook: Playbook = deployPlaybook()): Rows {
  return applyChanges(emptyRows(), changesOf(make(given, playbook)));
}

const only = <Of>(of: ReadonlyMap<string, Of>): Of => [...of.values()][0] as Of;
const titled = <Of extends { readonly title: string }>(of: ReadonlyMap<string, Of>, title: string): Of =>
  [...of.values()].find((row) => row.title === title) as Of;
const named = (rows: Rows, name: string) => [...rows.person.values()].find((row) => row.name === name) as Row<'person'>;
const small: Partial<Command> = { playbookKey: 'small', people: [{ name: 'Ada', roles: ['lead'] }] };

describe('a go-live from a playbook', () => {
  test('is planned, has the next reference, and takes the words for T-0 from the playbook', () => {
    const verdict = createGoLive({ playbook: deployPlaybook(), taken: [{ ref: 'GL-004' }] }, asked(), anAct());
    expect(verdict).toMatchObject({ ok: true, value: { action: 'goLive.create', rowId: goLiveId } });
    expect(only(applyChanges(emptyRows(), changesOf(verdict)).goLive)).toMatchObject({
      id: goLiveId,
      goLiveId,
      ref: 'GL-005',
      stage: 'planning',
      tZeroMeans: 'Production deployment starts',
      isSample: false,
    });
  });

  test('every change inserts a row that fits its table and points at rows that are there', () => {
    for (const variation of ['', 'hotfix', 'blue-green', 'database-migration', 'microservice']) {
      const changes = changesOf(make({ variation, conditions: { 'database-migration': false } }));
      const ids = new Set(changes.map(({ id }) => id));
      expect(ids.size).toBe(changes.length);
      for (const { table: name, was, set } of changes) {
        const table = tableNamed(name);
        expect(was).toBe(null);
        expect(table?.row.safeParse(set).error, name).toBeUndefined();
        for (const field of Object.keys(table?.refs ?? {})) {
          for (const id of [set?.[field]].flat()) if (id !== null) expect(ids.has(id as string), `${name}.${field}`).toBe(true);
        }
      }
    }
  });

  test('the copy of the playbook holds the content as it is followed', () => {
    const copy = only(madeRows({ variation: 'hotfix', conditions: { 'database-migration': false } }).playbookCopy);
    expect(copy).toMatchObject({ key: 'deploy', version: '1.0' });
    expect(copy.content.variation).toBe('hotfix');
    expect(copy.content.phases.map(({ key }) => key)).not.toContain('staging-deployment');
    expect(copy.content.conditions.map(({ holds }) => holds)).toEqual([false]);
  });

  test('people are in the team and hold their roles', () => {
    const rows = madeRows({ people: [...team, { name: 'A. Kaya', contact: '+420 1', roles: ['analyst', 'tester', 'analyst'] }] });
    const kaya = named(rows, 'A. Kaya');
    expect(kaya).toMatchObject({ inTeam: true, contact: '+420 1', department: '' });
    const held = [...rows.assignment.values()].filter(({ personId }) => personId === kaya.id).map(({ role }) => role);
    expect(held).toEqual(['analyst', 'tester']);
  });

  test('five gates, five metrics, three sign-offs and the actions of all three cleanup options', () => {
    const rows = madeRows();
    expect([...rows.gate.values()].map(({ ref }) => ref)).toEqual(['G-1', 'G-2', 'G-3', 'G-4', 'G-5']);
    expect(rows.metric.size).toBe(5);
    expect(titled(rows.metric, 'Downtime')).toMatchObject({ operator: '<', target: 30, unit: 's', actual: null });
    expect([...rows.signOff.values()].map(({ subject, role }) => [subject, role])).toContainEqual(['Closure report', 'Business owner']);
    const perOption = Map.groupBy(rows.cleanupAction.values(), ({ option }) => option);
    expect([...perOption].map(([option, actions]) => [option, actions.length])).toEqual([
      ['milestone', 6],
      ['completion', 5],
      ['continue', 2],
    ]);
  });

  test('courses come from the training of the playbook', () => {
    const courses = [{ key: 'basics', title: 'Basics', audience: 'Clerks', isRequired: true }];
    const rows = madeRows(small, aPlaybook({ training: { courses } }));
    expect(only(rows.course)).toMatchObject({ ref: 'CRS-01', title: 'Basics', audience: 'Clerks', isRequired: true });
  });
});

describe('the plan that comes with it', () => {
  test('tasks and checks are counted from T-0, so that they follow it', () => {
    const rows = madeRows();
    expect(titled(rows.task, 'Deploy to production')).toMatchObject({
      startOffset: 0,
      durationMs: 10 * MINUTE,
      phase: 'production-deployment',
    });
    expect(titled(rows.task, 'Deploy to staging')).toMatchObject({ startOffset: -25 * MINUTE });
    expect(titled(rows.gate, 'Go for production').plannedOffset).toBe(-3 * MINUTE);
  });

  test('a check of a step is due when its task is planned to end', () => {
    expect(titled(madeRows().check, 'All tests pass')).toMatchObject({ ref: 'C-004', dueOffset: -56 * MINUTE, area: 'Application' });
  });

  test('what to attach as evidence stands with the check', () => {
    expect(titled(madeRows().check, 'All tests pass').detail).toMatch(/\nEvidence: test report\.$/);
  });

  test('a task has kind, stream and predecessors of the playbook', () => {
    const rows = madeRows();
    const deploy = titled(rows.task, 'Deploy to production');
    const watch = titled(rows.task, 'Watch the deployment as it runs');
    expect(watch).toMatchObject({ kind: 'health check', stream: 'Monitoring' });
    expect([...rows.link.values()].filter(({ toId }) => toId === watch.id)).toMatchObject([{ fromId: deploy.id, kind: 'SS', lagMs: 0 }]);
  });

  test('a task belongs to all who hold its role, a check to the first of them', () => {
    const rows = madeRows({ people: [...team, { name: 'T. Berg', roles: ['tester'] }] });
    const testers = ['E. Moreau', 'T. Berg'].map((name) => named(rows, name).id);
    expect(titled(rows.task, 'Run the complete test suite').ownerIds).toEqual(testers);
    expect(titled(rows.check, 'All tests pass').ownerId).toBe(testers[0]);
  });

  test('where nobody holds the role, whoever leads the phase owns the task', () => {
    const rows = madeRows();
    expect(titled(rows.task, 'Track what users report').ownerIds).toEqual([named(rows, 'M. Okoro').id]);
  });

  test('a gate asks the roles that somebody holds or must hold', () => {
    expect(titled(madeRows().gate, 'Deployment stable').positions).toEqual(['deployment-operator']);
    const people = [...team, { name: 'A. Kaya', roles: ['analyst'] }];
    expect(titled(madeRows({ people }).gate, 'Deployment stable').positions).toEqual(['deployment-operator', 'analyst']);
  });

  test('a criterion is held by the checks that prove it', () => {
    const rows = madeRows();
    const proving = ['Environment variables are configured', 'Secrets are in place and valid'].map((title) => titled(rows.check, title).id);
    expect(titled(rows.criterion, 'Environment variables are configured').checkIds).toEqual(proving);
    expect(titled(rows.criterion, 'All smoke tests pass').checkIds).toEqual([]);
  });

  test('the tested codebase is needed to start, and a check proves it', () => {
    const rows = madeRows();
    const needed = [...rows.criterion.values()].filter(({ neededToStart }) => neededToStart);
    expect(needed.map(({ checkIds }) => checkIds)).toEqual([[titled(rows.check, 'Tested codebase is at hand').id]]);
  });

  test('points of a checklist are checks, in the area of the list', () => {
    const points = [{ key: 'backup', title: 'Backup tested', evidence: 'log' }];
    const checklists = [{ key: 'list', title: 'List', phase: 'switch', area: 'Platform', role: 'lead', points }];
    const rows = madeRows(small, aPlaybook({ checklists }));
    expect(titled(rows.check, 'Backup tested')).toMatchObject({ phase: 'switch', area: 'Platform', ownerId: named(rows, 'Ada').id });
  });
});

describe('a condition that does not hold', () => {
  const without = { conditions: { 'database-migration': false } };

  test('leaves its check not applicable, with the reason and who said so', () => {
    expect(titled(madeRows(without).check, 'Migration scripts are validated')).toMatchObject({
      status: 'not applicable',
      reason: 'This release changes no database.',
      decidedBy: 'M. Okoro',
      decidedAt: T_ZERO + HOUR,
      condition: 'Database migration',
    });
  });

  test('leaves its task out; successors wait for its predecessors', () => {
    const rows = madeRows(without);
    expect(titled(rows.task, 'Validate the database migrations')).toBeUndefined();
    const review = titled(rows.task, 'Review the deployment checklist');
    const before = [...rows.link.values()].filter(({ toId }) => toId === review.id).map(({ fromId }) => rows.task.get(fromId)?.title);
    expect(before).toEqual(['Run the complete test suite', 'Check the secrets', 'Verify that the build completes']);
  });

  test('leaves a criterion that only a person can judge not applicable', () => {
    const rows = madeRows({ ...small, conditions: { 'has-data': false } }, aPlaybook());
    expect(titled(rows.criterion, 'Data moved')).toMatchObject({ status: 'not applicable', reason: 'No data moves.' });
  });

  test('an unanswered one counts as yes', () => {
    const rows = madeRows();
    expect(titled(rows.check, 'Migration scripts are validated').status).toBe('open');
    expect(titled(rows.task, 'Validate the database migrations')).toBeDefined();
  });
});

describe('a go-live is not made', () => {
  test('while a required role is not filled; the refusal names which', () => {
    const verdict = make({ people: team.slice(0, 1) });
    expect(refusalOf(verdict)).toBe('roles-unfilled');
    expect(verdict).toMatchObject({ refusal: { about: ['Tester', 'Developer'] } });
  });

  test('with a role the playbook does not have', () => {
    expect(refusalOf(make({ people: [...team, { name: 'Ada', roles: ['astronaut'] }] }))).toBe('unknown-role');
  });

  test('with the same person twice, however spelled in case and spaces', () => {
    expect(refusalOf(make({ people: [...team, { name: 'e.  moreau', department: 'qa', roles: [] }] }))).toBe('person-twice');
  });

  test('with a variation or condition the playbook does not have', () => {
    expect(refusalOf(make({ variation: 'canary' }))).toBe('unknown-variation');
    expect(refusalOf(make({ conditions: { weather: true } }))).toBe('unknown-condition');
  });

  test('with a window that ends before it starts', () => {
    expect(refusalOf(make({ windowStart: T_ZERO, windowEnd: T_ZERO }))).toBe('window-backward');
  });

  test('with T-0 outside the window; its ends are inside', () => {
    expect(refusalOf(make({ windowStart: T_ZERO + 1 }))).toBe('outside-window');
    expect(refusalOf(make({ windowEnd: T_ZERO - 1 }))).toBe('outside-window');
    expect(make({ windowStart: T_ZERO }).ok).toBe(true);
    expect(make({ windowEnd: T_ZERO }).ok).toBe(true);
  });
});

describe('what is chosen when it is made', () => {
  const choices: Partial<Command> = { ...small, playbookKey: 'choices', conditions: { code: true } };
  const create = (given: Partial<Command>) =>
    createGoLive({ playbook: aChoicePlaybook(), library: [aStrategy()], taken: [] }, asked({ ...choices, ...given }), anAct());
  const notDue = { code: false, 'has-data': false };

  test('the stages of the strategy are tasks, each after the one before', () => {
    const rows = applyChanges(emptyRows(), changesOf(create({ strategy: 'canary' })));
    const stage = titled(rows.task, 'All traffic');
    const before = [...rows.link.values()].filter(({ toId }) => toId === stage.id).map(({ fromId }) => rows.task.get(fromId)?.title);
    expect(before).toEqual(['Validate: Half of the traffic']);
    expect(only(rows.playbookCopy).content.strategy).toBe('canary');
  });

  test('a complexity scales the planned times', () => {
    const rows = applyChanges(emptyRows(), changesOf(create({ complexity: 'complex' })));
    expect(titled(rows.task, 'Prepare')).toMatchObject({ startOffset: -60 * MINUTE, durationMs: 20 * MINUTE });
  });

  test('a deployment that is not due is refused in words, unless a reason is given, which is kept with the entry', () => {
    const verdict = create({ conditions: notDue });
    expect(verdict).toMatchObject({ ok: false, refusal: { code: 'not-due', reason: expect.stringContaining('Something changes') } });
    expect(create({ conditions: notDue, despite: 'Training copy' })).toMatchObject({ ok: true, value: { note: 'Training copy' } });
    expect(create({ despite: 'Not needed' })).toMatchObject({ ok: true, value: { note: '' } });
  });
});
