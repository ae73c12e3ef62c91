/** What is said of cells and rows of an edited file that cannot be taken. */
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../shared/base/sheet/sheet.ts';
import { takeFile } from '../../../shared/domain/runbook/exchange/take-file.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { aGoLive, anAct, HOUR, idOf, refusalOf, rowsWith } from '../../support/builders.ts';
import { added, aPlan, bytesOf, careful, diffOf, type Edit, edited, lists, reasons, sheetOf } from './plans.ts';

const plan = aPlan();
const sheet = await sheetOf(await bytesOf(plan, 'xlsx'));
const withCells = (...cells: readonly Edit[]) => diffOf(plan, edited(sheet, cells));
const take = (rows: Rows, diff: ReturnType<typeof diffOf>) => takeFile(rows, diff, careful, 'From plan.xlsx', anAct());

describe('cells that cannot be taken', () => {
  it.each<readonly [string, Cell, RegExp]>([
    ['Duration', '-30', /must not be negative/],
    ['Duration', -30, /must not be negative/],
    ['Duration', 'soon', /no length of time/],
    ['Longest', 10, /are not in order/],
    ['T offset', '25:00', /no time from T-0/],
    ['Start (', 'tomorrow', /no date and time/],
    ['Kind', 'rollback', /Write one of: task, milestone/],
    ['Timing', 'whenever', /Write one of/],
    ['Title', '', /must not be empty/],
    ['Title', 'x'.repeat(201), /longer than 200/],
    ['Group', 'T-002', /not a group/],
    ['Owners', 'J. Novak', /name of 2 people\. Write J\. Novak \[00000102\] or J\. Novak \[00000103\]/],
    ['Owners', 'J. Novak [deadbeef]', /Nobody in the roster/],
    ['People needed', 41, /0 to 40/],
    ['Starts itself', 'maybe', /yes or no/],
    ['Predecessors', 'T-002 FS +soon', /lag .* cannot be read/],
  ])('%s: %j', (head, cell, says) => {
    const diff = withCells([4, head, cell]);
    expect(diff.problems).toMatchObject([{ row: 5, severity: 'refused', reason: expect.stringMatching(says) }]);
    expect(refusalOf(take(plan, diff))).toBe('rows-refused');
  });

  it('offset and clock time that disagree are refused; that agree are one change', () => {
    expect(reasons(withCells([2, 'T offset', 'T+01:00'], [2, 'Start (', '2026-11-21 23:30']))).toMatchObject(
      [[3, 'Start (Europe/Prague)', 'refused', /say different starts/]].map(() => [
        3,
        'Start (Europe/Prague)',
        'refused',
        expect.stringMatching(/say different starts/),
      ]),
    );
    expect(withCells([2, 'T offset', 'T+01:00'], [2, 'Start (', '2026-11-21 23:00']).lines).toHaveLength(1);
  });

  it('a time the clock skips or shows twice is taken and told', async () => {
    const spring = rowsWith({ ...lists(plan), goLive: [aGoLive({ zone: 'Europe/Prague', tZeroAt: Date.UTC(2026, 2, 28, 22) })] });
    const springSheet = await sheetOf(await bytesOf(spring, 'xlsx'));
    const skipped = diffOf(spring, edited(springSheet, [[2, 'Start (', '2026-03-29 02:30']]));
    expect(skipped.problems).toMatchObject([{ severity: 'warning', reason: expect.stringMatching(/skips this time.*03:30/) }]);
    expect(skipped.changes.edits[0]?.fields.startOffset).toBe(3.5 * HOUR);
    const twice = diffOf(spring, edited(springSheet, [[2, 'Start (', '2026-10-25 02:30']]));
    expect(twice.problems).toMatchObject([{ severity: 'warning', reason: expect.stringMatching(/twice/) }]);
  });

  it('status and actual times are for information and say so', () => {
    const diff = withCells([2, 'Status', 'finished'], [2, 'Actual start', '2026-11-21 20:30'], [2, 'Ref', 'T-777']);
    expect(diff.problems.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
    expect(diff.lines).toEqual([]);
  });

  it('two rows with one id, and an id nobody has, are refused', () => {
    const [first] = sheet.rows;
    const rows = [
      ...sheet.rows,
      { ...(first as (typeof sheet.rows)[number]), number: 91 },
      added(sheet, { 'Gantry id': idOf(777), Title: 'Other' }, 92),
    ];
    expect(reasons(diffOf(plan, { ...sheet, rows })).map(([row, , , reason]) => [row, reason])).toEqual([
      [91, expect.stringMatching(/Row 2 already has this id/)],
      [92, expect.stringMatching(/No task of this go-live has this id/)],
    ]);
  });

  it('work that has begun cannot be made to wait for what has not ended', async () => {
    const begun = rowsWith({
      ...lists(plan),
      task: [...plan.task.values()].map((each) =>
        each.ref === 'T-002' ? { ...each, status: 'in progress' as const, actualStart: 1 } : each,
      ),
      link: [],
    });
    const diff = diffOf(begun, edited(await sheetOf(await bytesOf(begun, 'csv'), 'plan.csv'), [[2, 'Predecessors', 'T-004']]));
    expect(refusalOf(take(begun, diff))).toBe('contradiction');
  });
});
