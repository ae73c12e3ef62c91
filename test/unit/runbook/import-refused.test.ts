/** Rows of a plan that cannot be read: each is named with its column and the reason, and nothing else is lost with it. */
import { describe, expect, it } from 'vitest';
import { refusedRowsCsv } from '../../../shared/base/sheet/refused-rows.ts';
import type { Cell } from '../../../shared/base/sheet/sheet.ts';
import { recognisePlan } from '../../../shared/domain/runbook/import/fields.ts';
import type { PlanContext } from '../../../shared/domain/runbook/import/plan.ts';
import { readPlan } from '../../../shared/domain/runbook/import/read-plan.ts';
import { T_ZERO } from '../../support/builders.ts';
import { aSheet } from '../../support/sheets.ts';

const context: PlanContext = { zone: 'Europe/Prague', tZeroAt: T_ZERO, people: [], tasks: [] };

function plan(columns: readonly string[], rows: readonly (readonly Cell[])[], given: Partial<PlanContext> = {}) {
  const sheet = aSheet(columns, rows);
  return readPlan(sheet, recognisePlan(sheet), { ...context, ...given });
}

describe('what cannot be read is refused with row, column and reason', () => {
  it.each([
    ['no title', ['1', '', '', '', ''], 'Title', /no title/],
    ['no duration', ['1', 'a', 'soon', '', ''], 'Duration', /Not a duration/],
    ['no date', ['1', 'a', '', 'next week', ''], 'Start', /Not a date/],
    ['a date that does not exist', ['1', 'a', '', '30.2.2026', ''], 'Start', /Not a date/],
    ['a date far from T-0', ['1', 'a', '', '1.1.2099', ''], 'Start', /ten years/],
    ['a duration beyond reason', ['1', 'a', '9999 w', '', ''], 'Duration', /ten years/],
    ['an end before the start', ['1', 'a', '', '21.11.2026 22:00', '21.11.2026 21:00'], 'End', /ends before it starts/],
  ])('%s', (_, cells, column, reason) => {
    const { tasks, problems } = plan(['ID', 'Title', 'Duration', 'Start', 'End'], [cells, ['2', 'Fine', '', '', '']]);
    expect(tasks.map(({ title }) => title)).toEqual(['Fine']);
    expect(problems).toEqual([{ row: 2, column, value: expect.any(String), reason: expect.stringMatching(reason), severity: 'refused' }]);
  });

  it('an id used twice, naming the row that has it', () => {
    const { tasks, problems } = plan(
      ['ID', 'Title'],
      [
        ['1', 'a'],
        ['2', 'b'],
        ['#1', 'c'],
      ],
    );
    expect(tasks).toHaveLength(2);
    expect(problems).toMatchObject([{ row: 4, reason: 'Row 2 already has this id.', severity: 'refused' }]);
  });

  it('a predecessor the plan does not have, named; one that the record has is fine', () => {
    const rows = [
      ['1', 'a', '99;T-007'],
      ['2', 'b', '1;X9'],
    ];
    const { problems, tasks } = plan(['ID', 'Title', 'Predecessors'], rows, { tasks: [{ sourceId: 'X9', ref: 'T-007' }] });
    expect(problems).toMatchObject([
      { row: 2, value: '99;T-007', reason: 'The plan has no task 99 to come before this one.', severity: 'refused' },
      { row: 3, severity: 'warning' },
    ]);
    expect(tasks[0]?.predecessors.map(({ sourceId }) => sourceId)).toEqual(['1', 'X9']);
  });

  it('a task after a row that cannot be read keeps its place, and is told that the link would be lost', () => {
    const { tasks, problems } = plan(
      ['ID', 'Title', 'Predecessors'],
      [
        ['1', '', ''],
        ['2', 'b', '1'],
      ],
    );
    expect(tasks.map(({ sourceId }) => sourceId)).toEqual(['2']);
    expect(problems.find(({ row }) => row === 3)).toMatchObject({
      severity: 'warning',
      reason: expect.stringMatching(/row 2, which cannot be read/),
    });
  });

  it('a circle is named as a path', () => {
    const { cycle } = plan(
      ['ID', 'Title', 'Predecessors'],
      [
        ['T1', 'a', 't3'],
        ['T2', 'b', 'T1'],
        ['T3', 'c', 'T2'],
        ['T4', 'd', 'T1'],
      ],
    );
    expect(cycle).toEqual(['T3', 'T1', 'T2', 'T3']);
    expect(plan(['ID', 'Title', 'Predecessors'], [['1', 'a', '1']]).cycle).toEqual(['1', '1']);
    expect(
      plan(
        ['ID', 'Title', 'Predecessors'],
        [
          ['1', 'a', ''],
          ['2', 'b', '1'],
        ],
      ).cycle,
    ).toBeNull();
  });

  it('a plan without titles as a whole', () => {
    const { tasks, problems } = plan(['Foo', 'Bar'], [['1', 'a']]);
    expect(tasks).toEqual([]);
    expect(problems).toMatchObject([{ row: 1, severity: 'refused', reason: expect.stringMatching(/titles/) }]);
  });
});

describe('the refused rows as a file', () => {
  it('hold number, reasons and every cell, and no text a spreadsheet would run', () => {
    const sheet = aSheet(
      ['ID', 'Title', 'Comments'],
      [
        ['1', '', '=HYPERLINK("http://x")'],
        ['2', 'fine', ''],
        ['-3', '+cmd', '@SUM(A1)\n"x", y'],
      ],
    );
    const problem = (row: number, column: string, reason: string, severity: 'refused' | 'warning' = 'refused') => ({
      row,
      column,
      value: '',
      reason,
      severity,
    });
    const csv = refusedRowsCsv(sheet, [
      problem(2, 'Title', 'No title.'),
      problem(2, '', 'Odd.'),
      problem(4, 'ID', 'No.'),
      problem(3, 'ID', 'Hm.', 'warning'),
    ]);
    expect(csv).toBe(
      '\uFEFFRow,Reason,ID,Title,Comments\r\n' +
        `2,Title: No title. Odd.,1,,"'=HYPERLINK(""http://x"")"\r\n` +
        `4,ID: No.,'-3,'+cmd,"'@SUM(A1)\n""x"", y"\r\n`,
    );
  });
});
