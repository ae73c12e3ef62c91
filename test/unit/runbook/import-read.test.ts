/** A sheet as a plan: what each row becomes, what is refused with its reason, and what is assumed. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../shared/base/sheet/sheet.ts';
import { zonedInstant } from '../../../shared/base/zoned-time.ts';
import { recognisePlan } from '../../../shared/domain/runbook/import/fields.ts';
import type { PlanContext } from '../../../shared/domain/runbook/import/plan.ts';
import { readPlan } from '../../../shared/domain/runbook/import/read-plan.ts';
import { HOUR, MINUTE, T_ZERO } from '../../support/builders.ts';
import { aSheet } from '../../support/sheets.ts';

const zone = 'Europe/Prague';
/** T-0 is 2026-11-21 22:00 in Prague. */
const context: PlanContext = { zone, tZeroAt: T_ZERO, people: [], tasks: [] };
const DAY = 24 * HOUR;

function plan(columns: readonly string[], rows: readonly (readonly Cell[])[], given: Partial<PlanContext> = {}) {
  const sheet = aSheet(columns, rows);
  return readPlan(sheet, recognisePlan(sheet), { ...context, ...given });
}

describe('a row becomes a task', () => {
  it('with every field in its place and what no field takes kept under the name of its column', () => {
    const { tasks, problems, otherColumns, fields } = plan(
      [
        'Task ID',
        'Title',
        'Description',
        'Predecessors',
        'Duration',
        'Planned Start',
        'Stream',
        'Phase',
        'Owner',
        'Status',
        'Comments',
        'Type',
        'System',
        'Vendor',
      ],
      [
        [
          '1',
          'Stop jobs',
          'All of them',
          '',
          '30',
          '21.11.2026 21:15',
          'Basis',
          'Cutover',
          'Ann Lee / Bob',
          '1-Planned',
          'ask first',
          'Task',
          'SAP',
          '',
        ],
        ['2', 'Copy', '', '1SS+10m', '1:30', '', 'Data', 'Cutover', '', '4-Complete', '', 'Milestone', '', ''],
      ],
    );
    expect(problems).toEqual([]);
    expect(otherColumns).toEqual(['System', 'Vendor']);
    expect(fields).toContain('predecessors');
    expect(tasks[0]).toEqual({
      row: 2,
      sourceId: '1',
      title: 'Stop jobs',
      detail: 'All of them',
      kind: 'task',
      phase: 'Cutover',
      stream: 'Basis',
      owners: ['Ann Lee', 'Bob'],
      plannedStart: T_ZERO - 45 * MINUTE,
      durationMs: 30 * MINUTE,
      status: 'planned',
      actualStart: null,
      actualEnd: null,
      predecessors: [],
      comments: 'ask first',
      extra: { System: 'SAP' },
    });
    expect(tasks[1]).toMatchObject({
      plannedStart: null,
      durationMs: 90 * MINUTE,
      status: 'finished',
      kind: 'milestone',
      predecessors: [{ sourceId: '1', kind: 'SS', lagMs: 10 * MINUTE }],
    });
  });

  it('a status nobody knows is planned with a warning, and its words stay on the task', () => {
    const { tasks, problems } = plan(['ID', 'Title', 'Status'], [['1', 'Stop', 'Half way']]);
    expect(tasks[0]).toMatchObject({ status: 'planned', extra: { Status: 'Half way' } });
    expect(problems).toEqual([
      { row: 2, column: 'Status', value: 'Half way', reason: expect.stringMatching(/not a status/i), severity: 'warning' },
    ]);
  });

  it('without a status the actual times say it, and the share of finished work does', () => {
    const { tasks } = plan(
      ['ID', 'Title', 'Actual Start', 'Actual End', '% Complete'],
      [
        ['1', 'a', '21.11.2026 22:00', '21.11.2026 22:20', ''],
        ['2', 'b', '21.11.2026 22:00', '', ''],
        ['3', 'c', '', '', '100'],
        ['4', 'd', '', '', '20'],
      ],
    );
    expect(tasks.map(({ status }) => status)).toEqual(['finished', 'in progress', 'finished', 'in progress']);
    expect(tasks[0]).toMatchObject({ actualStart: T_ZERO, actualEnd: T_ZERO + 20 * MINUTE });
    expect(tasks[3]?.extra).toEqual({ '% Complete': '20' });
  });

  it('a title longer than a line is cut with a warning, and is whole in the details', () => {
    const long = 'word '.repeat(60).trim();
    const { tasks, problems } = plan(['ID', 'Title'], [['1', long]]);
    expect(tasks[0]?.title.length).toBeLessThanOrEqual(200);
    expect(tasks[0]?.detail).toBe(long);
    expect(problems).toMatchObject([{ row: 2, column: 'Title', severity: 'warning' }]);
  });

  it('a row with words in front of the titles only heads the tasks below it', () => {
    const { tasks, problems } = plan(
      ['ID', 'Title', 'Owner'],
      [
        ['Phase 1: Freeze', '', ''],
        ['1', 'Stop', 'Ann'],
        ['', 'Cutover', ''],
        ['2', 'Copy', 'Bob'],
        ['', 'Ring the bell', ''],
      ],
    );
    expect(tasks.map(({ title, phase }) => [title, phase])).toEqual([
      ['Stop', 'Phase 1: Freeze'],
      ['Copy', 'Cutover'],
      ['Ring the bell', 'Cutover'],
    ]);
    expect(problems.map(({ row, severity }) => [row, severity])).toEqual([
      [2, 'warning'],
      [4, 'warning'],
    ]);
  });
});

describe('times', () => {
  const starts = (written: readonly Cell[], given: Partial<PlanContext> = {}) =>
    plan(
      ['ID', 'Title', 'Start'],
      written.map((cell, at) => [`${at}`, 'x', cell]),
      given,
    );

  it('are read in the zone of the go-live, also on nights when the clocks change', () => {
    const { tasks, problems } = starts(['29.3.2026 02:30', '25.10.2026 02:30', '25.10.2026 04:00']);
    expect(tasks.map(({ plannedStart }) => plannedStart)).toEqual([
      Date.UTC(2026, 2, 29, 1, 30),
      Date.UTC(2026, 9, 25, 0, 30),
      Date.UTC(2026, 9, 25, 3, 0),
    ]);
    expect(problems.map(({ row, reason }) => [row, reason])).toEqual([
      [2, expect.stringMatching(/skip this time; taken as 03:30/)],
      [3, expect.stringMatching(/twice that night; taken as the first/)],
    ]);
  });

  it('without a day are those nearest to T-0, on its day or the day after', () => {
    const { tasks, notes } = starts(['18:00', '23:30', '02:15', '10 pm']);
    const hours = tasks.map(({ plannedStart }) => ((plannedStart ?? 0) - T_ZERO) / HOUR);
    expect(hours).toEqual([-4, 1.5, 4.25, 0]);
    expect(notes.join()).toMatch(/4 times have no day/);
  });

  it('can be T offsets', () => {
    const { tasks } = starts(['T-01:30', 'T+20m', 'T-0', 'T0+2h']);
    expect(tasks.map(({ plannedStart }) => (plannedStart ?? 0) - T_ZERO)).toEqual([-90 * MINUTE, 20 * MINUTE, 0, 2 * HOUR]);
  });

  it('of a day alone are its start, and an end is the end of its day', () => {
    const { tasks, notes } = plan(
      ['ID', 'Title', 'Start', 'End'],
      [
        ['1', 'a', '20.11.2026', '21.11.2026'],
        ['2', 'b', { date: { year: 2026, month: 11, day: 20, hour: 0, minute: 0, second: 0 } }, ''],
      ],
    );
    expect(tasks[0]).toMatchObject({ plannedStart: zonedInstant(2026, 11, 20, 0, 0, zone), durationMs: 2 * DAY });
    expect(tasks[1]?.plannedStart).toBe(zonedInstant(2026, 11, 20, 0, 0, zone));
    expect(notes.join()).toMatch(/3 dates have no time/);
  });

  it('day and hour may stand in columns of their own', () => {
    const { tasks } = plan(['ID', 'Title', 'Start Date', 'Start Time'], [['1', 'a', '21.11.2026', '22:30']]);
    expect(tasks[0]?.plannedStart).toBe(T_ZERO + 30 * MINUTE);
  });

  it('dates that fit both orders follow the custom of the zone, and the person is told', () => {
    const prague = starts(['03/04/2026 10:00']);
    expect(prague.tasks[0]?.plannedStart).toBe(zonedInstant(2026, 4, 3, 10, 0, zone));
    expect(prague.notes.join()).toMatch(/day first, as is usual in Europe\/Prague/);
    const boston = starts(['03/04/2026 10:00'], { zone: 'America/New_York' });
    expect(boston.tasks[0]?.plannedStart).toBe(zonedInstant(2026, 3, 4, 10, 0, 'America/New_York'));
    expect(starts(['03/04/2026', '25/04/2026']).notes.join()).not.toMatch(/usual/);
  });

  it('start, end and duration complete each other: exact times win over a written duration', () => {
    const { tasks } = plan(
      ['ID', 'Title', 'Start', 'End', 'Duration'],
      [
        ['1', 'a', '21.11.2026 22:00', '21.11.2026 23:00', '1 d'],
        ['2', 'b', '', '21.11.2026 23:00', '30'],
        ['3', 'c', '21.11.2026 22:00', '01:00', ''],
        ['4', 'd', '21.11.2026', '21.11.2026', '45'],
      ],
    );
    expect(
      tasks.map(({ plannedStart, durationMs }) => [plannedStart === null ? null : (plannedStart - T_ZERO) / MINUTE, durationMs / MINUTE]),
    ).toEqual([
      [0, 60],
      [30, 30],
      [0, 180],
      [-22 * 60, 45],
    ]);
  });
});

it('a plan of 1,000 tasks reads whole', () => {
  const rows = Array.from({ length: 1_000 }, (_, at) => [
    ...[`T${at}`, `Task ${at}`, at === 0 ? '' : `T${at - 1}FS+5m;T${Math.max(0, at - 7)}`, '45 min', `2${at % 2}/11/2026 ${at % 24}:15`],
    ...['Data', 'Cutover', `P${at % 20} Q / R S`, '1-Planned', 'something to say about it'],
  ]);
  const { tasks, problems } = plan(
    ['ID', 'Title', 'Predecessors', 'Duration', 'Start', 'Stream', 'Phase', 'Owner', 'Status', 'Comments'],
    rows,
  );
  expect(tasks).toHaveLength(1_000);
  expect(problems).toEqual([]);
});
