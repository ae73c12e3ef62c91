/** Importing a plan: all of it or nothing, new people with it, and a second time updates instead of doubling. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../shared/base/sheet/sheet.ts';
import { recognisePlan } from '../../../shared/domain/runbook/import/fields.ts';
import { type ImportPlan, importPlan, planEffect } from '../../../shared/domain/runbook/import/import-plan.ts';
import { planContext } from '../../../shared/domain/runbook/import/plan.ts';
import { readPlan } from '../../../shared/domain/runbook/import/read-plan.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { type Rows, tableNamed } from '../../../shared/domain/tables.ts';
import {
  aGoLive,
  aLink,
  anAct,
  aPerson,
  aPlaybookCopy,
  aTask,
  changesOf,
  goLiveId,
  HOUR,
  idOf,
  MINUTE,
  refusalOf,
  rowsAfter,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';
import { aSheet } from '../../support/sheets.ts';

const columns = ['ID', 'Title', 'Predecessors', 'Duration', 'Start', 'Owner', 'Phase', 'Status', 'System'];
const plan: readonly (readonly Cell[])[] = [
  ['1', 'Stop jobs', '', '30', '21.11.2026 22:00', 'L. COSTA / Ann Lee', 'Cutover', 'Planned', 'SAP'],
  ['2', 'Copy', '1FS+10m', '2h', '', 'Lee, Ann', 'Cutover', '', ''],
  ['3', 'Start jobs', '1;2', '30', '', '', 'Verify', '', ''],
];
const empty = rowsWith({ goLive: [aGoLive()], person: [aPerson()] });

/** Ids go on counting from one act to the next, as they do in the record. */
let made = 1_000;
const act = () =>
  anAct({
    newId: () => {
      made += 1;
      return idOf(made);
    },
  });

function commandOf(rows: Rows, lines: readonly (readonly Cell[])[], given: Partial<ImportPlan> = {}, names = columns): ImportPlan {
  const sheet = aSheet(names, lines);
  const context = planContext(rows, goLiveId);
  if (!context) throw new Error('no go-live');
  return { preview: readPlan(sheet, recognisePlan(sheet), context), skipRefused: false, replaceOthers: false, ...given };
}

function imported(rows: Rows, lines: readonly (readonly Cell[])[], names = columns): Rows {
  return rowsAfter(rows, importPlan(rows, commandOf(rows, lines, {}, names), act()));
}

const tasksOf = (rows: Rows) => [...rows.task.values()].toSorted((a, b) => a.position - b.position);
const linksOf = (rows: Rows) =>
  [...rows.link.values()].map(({ fromId, toId, kind, lagMs }) => [
    rows.task.get(fromId)?.sourceId,
    rows.task.get(toId)?.sourceId,
    kind,
    lagMs,
  ]);

describe('a first import', () => {
  it('adds tasks with references and offsets, their links, and people who are not in the roster, once', () => {
    const verdict = importPlan(empty, commandOf(empty, plan), act());
    const rows = rowsAfter(empty, verdict);
    expect(verdict.ok && verdict.value.action).toBe('plan.import');
    expect(tasksOf(rows).map(({ ref, sourceId, position }) => [ref, sourceId, position])).toEqual([
      ['T-001', '1', 0],
      ['T-002', '2', 1],
      ['T-003', '3', 2],
    ]);
    expect([...rows.person.values()].map(({ name, inTeam }) => [name, inTeam])).toEqual([
      ['L. Costa', true],
      ['Ann Lee', true],
    ]);
    const ann = [...rows.person.values()].find(({ name }) => name === 'Ann Lee')?.id;
    expect(tasksOf(rows)[0]).toMatchObject({
      startOffset: 0,
      durationMs: 30 * MINUTE,
      ownerIds: [idOf(100), ann],
      extra: { System: 'SAP' },
    });
    expect(tasksOf(rows)[1]).toMatchObject({ startOffset: null, durationMs: 2 * HOUR, ownerIds: [ann], status: 'planned' });
    expect(linksOf(rows)).toEqual([
      ['1', '2', 'FS', 10 * MINUTE],
      ['1', '3', 'FS', 0],
      ['2', '3', 'FS', 0],
    ]);
    for (const { table, set } of changesOf(verdict)) expect(tableNamed(table)?.row.parse(set)).toEqual(set);
  });

  it('counts references and positions on from the tasks that are there, and may follow them', () => {
    const rows = rowsWith({ goLive: [aGoLive()], task: [aTask({ ref: 'T-022', position: 7 })] });
    const after = imported(rows, [['1', 'Stop', 'T-022', '', '', '', '', '', '']]);
    expect(tasksOf(after).at(-1)).toMatchObject({ ref: 'T-023', position: 8 });
    expect([...after.link.values()]).toMatchObject([{ fromId: idOf(200), kind: 'FS' }]);
  });

  it('takes over the work a plan reports, with a reason where one is needed', () => {
    const names = ['ID', 'Title', 'Status', 'Comments', 'Actual Start', 'Actual End'];
    const rows = imported(
      empty,
      [
        ['1', 'a', '4-Complete', '', '21.11.2026 22:00', '21.11.2026 22:30'],
        ['2', 'b', 'Blocked', 'no access', '', ''],
        ['3', 'c', 'Cancelled', '', '', ''],
      ],
      names,
    );
    expect(tasksOf(rows)).toMatchObject([
      { status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO + 30 * MINUTE, reason: '' },
      { status: 'blocked', reason: 'no access', blockedAt: T_ZERO + HOUR },
      { status: 'skipped', reason: 'It was skipped in the imported plan', blockedAt: null },
    ]);
  });

  it('knows a phase of the playbook by its title, so that its gates guard the task', () => {
    const phases = [{ ids: [], title: 'Staging deployment', key: 'staging' }];
    const rows = rowsWith({ goLive: [aGoLive()], playbookCopy: [aPlaybookCopy({ phases })] });
    const lines = ['Staging Deployment', 'Phase 3: staging deployment', 'STAGING', 'Afterwards'].map((phase, at) => [
      `${at}`,
      'x',
      '',
      '',
      '',
      '',
      phase,
      '',
      '',
    ]);
    expect(tasksOf(imported(rows, lines)).map(({ phase }) => phase)).toEqual(['staging', 'staging', 'staging', 'Afterwards']);
  });
});

describe('all or nothing', () => {
  const broken = [
    ...plan,
    ['4', '', '', '', '', '', '', '', ''],
    ['5', 'Odd', '', 'soon', '', '', '', '', ''],
    ['6', 'After', '5', '', '', '', '', '', ''],
  ];

  it('a row that cannot be read refuses the import, with the first rows and their reasons', () => {
    const verdict = importPlan(empty, commandOf(empty, broken), act());
    expect(refusalOf(verdict)).toBe('rows-refused');
    expect(!verdict.ok && verdict.refusal.reason).toMatch(
      /^2 rows cannot be read\. Row 5: Title: The task has no title\. Row 6: Duration: .*Nothing was imported\./,
    );
    expect(!verdict.ok && verdict.refusal.about).toEqual(['row 5', 'row 6']);
  });

  it('the person may go without those rows; they are named in the note, and a link to one of them is gone', () => {
    const verdict = importPlan(empty, commandOf(empty, broken, { skipRefused: true }), act());
    const rows = rowsAfter(empty, verdict);
    expect(tasksOf(rows).map(({ sourceId }) => sourceId)).toEqual(['1', '2', '3', '6']);
    expect(linksOf(rows)).toHaveLength(3);
    expect(verdict.ok && verdict.value.note).toBe('Left out: row 5, 6');
  });

  it('a circle refuses the whole plan and is named as a path, also when it runs through tasks that are there', () => {
    const circle = commandOf(empty, [
      ['1', 'a', '2', '', '', '', '', '', ''],
      ['2', 'b', '1', '', '', '', '', '', ''],
    ]);
    const verdict = importPlan(empty, { ...circle, skipRefused: true }, act());
    expect(refusalOf(verdict)).toBe('cycle');
    expect(!verdict.ok && verdict.refusal.reason).toMatch(/2 → 1 → 2/);

    const rows = imported(empty, plan);
    const without = commandOf(rows, [['1', 'Stop jobs', '3', '', '', '', '', '', '']]);
    const through = importPlan(rows, without, act());
    expect(refusalOf(through)).toBe('cycle');
    expect(!through.ok && through.refusal.about).toEqual(expect.arrayContaining(['1', 'T-003']));
  });

  it('a circle through a group that is there refuses the plan too', () => {
    const apart = imported(empty, [plan[0] as readonly Cell[], ['2', 'Copy', '', '2h', '', '', 'Cutover', '', '']]);
    const [stop, copy] = tasksOf(apart) as [Task, Task];
    const [group, inside] = [aTask({ kind: 'group', ref: 'T-099' }), { ...stop, parentId: idOf(200) }];
    const link = aLink(copy.id, group.id);
    const rows = { ...apart, task: new Map([group, inside, copy].map((task) => [task.id, task])), link: new Map([[link.id, link]]) };
    const through = importPlan(rows, commandOf(rows, [['2', 'Copy', '1', '2h', '', '', 'Cutover', '', '']]), act());
    expect(through.ok ? '' : through.refusal).toMatchObject({ code: 'cycle', reason: expect.stringContaining('T-099') });
  });

  it('a file without a task, and one that changes nothing, are refused', () => {
    expect(refusalOf(importPlan(empty, commandOf(empty, [['1', '', '', '', '', '', '', '', '']], { skipRefused: true }), act()))).toBe(
      'no-tasks',
    );
    const rows = imported(empty, plan);
    expect(refusalOf(importPlan(rows, commandOf(rows, plan), act()))).toBe('nothing-changed');
  });
});

describe('a second import', () => {
  it('updates the tasks it knows by their ids, adds the new ones and makes their predecessors what the file says', () => {
    const first = imported(empty, plan);
    const next = [
      ['#1', 'Stop all jobs', '', '45', '21.11.2026 22:15', 'Ann Lee', 'Cutover', '', 'SAP'],
      ['2', 'Copy', '1FS+20m', '2h', '', 'Ann Lee', 'Cutover', '', ''],
      ['3', 'Start jobs', '2', '30', '', '', 'Verify', '', ''],
      ['4', 'Tell people', '3', '', '', '', 'Verify', '', ''],
    ];
    const command = commandOf(first, next);
    const verdict = importPlan(first, command, act());
    const rows = rowsAfter(first, verdict);
    expect(tasksOf(rows).map(({ title, startOffset, durationMs }) => [title, startOffset, durationMs])).toEqual([
      ['Stop all jobs', 15 * MINUTE, 45 * MINUTE],
      ['Copy', null, 2 * HOUR],
      ['Start jobs', null, 30 * MINUTE],
      ['Tell people', null, 0],
    ]);
    expect(linksOf(rows)).toEqual(
      expect.arrayContaining([
        ['#1', '2', 'FS', 20 * MINUTE],
        ['2', '3', 'FS', 0],
        ['3', '4', 'FS', 0],
      ]),
    );
    expect(rows.link.size).toBe(3);
    expect(planEffect(first, command.preview, changesOf(verdict))).toEqual({
      added: 1,
      updated: 1,
      linksAdded: 1,
      linksRemoved: 1,
      newPeople: [],
      notInFile: [],
    });
  });

  it('leaves alone what the file has no column for, work that was recorded here, and tasks the file does not name', () => {
    const first = imported(empty, plan);
    const [one, two] = tasksOf(first);
    if (!one || !two) throw new Error('no tasks');
    const worked = {
      ...first,
      task: new Map(first.task).set(one.id, {
        ...one,
        status: 'finished' as const,
        actualStart: T_ZERO,
        actualEnd: T_ZERO + HOUR,
        comments: 'went well',
      }),
    };
    const command = commandOf(
      worked,
      [
        ['1', 'Stop jobs now', 'In progress'],
        ['2', 'Copy', 'In progress'],
      ],
      {},
      ['ID', 'Title', 'Status'],
    );
    const verdict = importPlan(worked, command, act());
    const rows = rowsAfter(worked, verdict);
    expect(rows.task.get(one.id)).toMatchObject({
      title: 'Stop jobs now',
      status: 'finished',
      actualEnd: T_ZERO + HOUR,
      comments: 'went well',
      durationMs: 30 * MINUTE,
      startOffset: 0,
      ownerIds: one.ownerIds,
    });
    expect(rows.task.get(two.id)).toMatchObject({ status: 'in progress', durationMs: 2 * HOUR });
    expect(rows.link.size).toBe(3);
    expect(planEffect(worked, command.preview, changesOf(verdict)).notInFile).toEqual(['T-003']);
  });

  it('of a plan whose ids belong to other tasks is refused unless the person insists', () => {
    const first = imported(empty, plan);
    const other = plan.map(([id], at) => [id ?? '', `Something else ${at}`, '', '', '', '', '', '', '']);
    const verdict = importPlan(first, commandOf(first, other), act());
    expect(refusalOf(verdict)).toBe('other-plan');
    expect(!verdict.ok && verdict.refusal.reason).toMatch(/3 of 3 ids.*"Stop jobs" here and "Something else 0" in the file/);
    expect(importPlan(first, commandOf(first, other, { replaceOthers: true }), act()).ok).toBe(true);
  });
});

it('a plan of 1,000 tasks is decided in far less than a second', () => {
  const lines = Array.from({ length: 1_000 }, (_, at) => [
    `${at}`,
    `Task ${at}`,
    at === 0 ? '' : `${at - 1}`,
    '30',
    '21.11.2026 22:00',
    `P ${at % 20}`,
    'Cutover',
    '',
    '',
  ]);
  const command = commandOf(empty, lines);
  const verdict = importPlan(empty, command, act());
  expect(changesOf(verdict)).toHaveLength(1_000 + 999 + 20);
});
