/** The cells of a plan: columns by their names, durations, predecessors. */
import { describe, expect, it } from 'vitest';
import { corrected } from '../../../shared/base/sheet/columns.ts';
import { durationUnit, readDuration } from '../../../shared/domain/runbook/import/durations.ts';
import { planFields, recognisePlan } from '../../../shared/domain/runbook/import/fields.ts';
import { knownIds, readPredecessors } from '../../../shared/domain/runbook/import/predecessors.ts';
import { HOUR, MINUTE } from '../../support/builders.ts';
import { aSheet } from '../../support/sheets.ts';

const DAY = 24 * HOUR;

describe('columns are recognised by their usual names', () => {
  const named = (columns: readonly string[], rows: readonly (readonly string[])[] = []) => {
    const mapping = recognisePlan(aSheet(columns, rows));
    return Object.fromEntries(Object.entries(mapping).map(([field, at]) => [field, columns[at]]));
  };

  it.each([
    [
      'a cutover plan',
      [
        'Task ID',
        'Task Name',
        'Predecessors',
        'Duration (min)',
        'Planned Start',
        'Planned End',
        'Workstream',
        'Phase',
        'Owner',
        'Status',
        'Comments',
      ],
      ['sourceId', 'title', 'predecessors', 'duration', 'plannedStart', 'plannedEnd', 'stream', 'phase', 'owners', 'status', 'comments'],
    ],
    [
      'Microsoft Project',
      ['ID', 'WBS', 'Task Name', 'Duration', 'Start', 'Finish', 'Predecessors', 'Resource Names', '% Complete'],
      ['sourceId', null, 'title', 'duration', 'plannedStart', 'plannedEnd', 'predecessors', 'owners', 'percent'],
    ],
    [
      'other words and signs',
      ['#', 'Activity Name', 'depends_on', 'Expected Start Date/Time (CET)', 'expectedFinish', 'Team', 'Executor', 'State', 'Notes'],
      ['sourceId', 'title', 'predecessors', 'plannedStart', 'plannedEnd', 'stream', 'owners', 'status', 'comments'],
    ],
    ['SME as the owner', ['No.', 'Title', 'SME'], ['sourceId', 'title', 'owners']],
    [
      'German',
      ['Nr.', 'Vorgangsname', 'Dauer', 'Anfang', 'Ende', 'Vorgänger', 'Ressourcennamen'],
      ['sourceId', 'title', 'duration', 'plannedStart', 'plannedEnd', 'predecessors', 'owners'],
    ],
    [
      'Czech',
      ['Číslo', 'Název', 'Předchůdci', 'Začátek', 'Konec', 'Odpovídá', 'Stav', 'Poznámka'],
      ['sourceId', 'title', 'predecessors', 'plannedStart', 'plannedEnd', 'owners', 'status', 'comments'],
    ],
    [
      'names with other words around them',
      ['Task', 'Description', 'Pred.', 'Est. Duration (hrs)', 'Exp. Start', 'Work Stream', 'SME / Executor', 'Comments / Notes'],
      ['title', 'detail', 'predecessors', 'duration', 'plannedStart', 'stream', 'owners', 'comments'],
    ],
    [
      'a day and a time apart',
      ['ID', 'Task', 'Start Date', 'Start Time', 'End Time', 'End Date'],
      ['sourceId', 'title', 'plannedStart', 'plannedStartTime', 'plannedEndTime', 'plannedEnd'],
    ],
  ])('%s', (_, columns, fields) => {
    const expected = Object.fromEntries(columns.flatMap((column, at) => (fields[at] ? [[fields[at], column]] : [])));
    expect(named(columns)).toEqual(expected);
  });

  it('"Activity" and "Task" are ids where they hold ids, titles where they hold words, and a description is the title where there is no other', () => {
    expect(
      named(
        ['Activity', 'Description', 'Pred'],
        [
          ['A10', 'Stop the jobs', ''],
          ['A20', 'Copy', 'A10'],
        ],
      ),
    ).toEqual({
      sourceId: 'Activity',
      title: 'Description',
      predecessors: 'Pred',
    });
    expect(named(['Task', 'Owner'], [['Stop the jobs', 'Ann']])).toEqual({ title: 'Task', owners: 'Owner' });
    expect(named(['ID', 'Activity', 'Description'], [['1', 'Stop', 'all of them']])).toEqual({
      sourceId: 'ID',
      title: 'Activity',
      detail: 'Description',
    });
  });

  it('a column that only speaks about a field is not taken for it', () => {
    expect(named(['ID', 'Title', 'Owner email', 'Status reason', 'Problem ID'])).toEqual({ sourceId: 'ID', title: 'Title' });
  });

  it('a correction by the person moves fields, takes them away, and is refused where it names what is not there', () => {
    const columns = ['ID', 'Title', 'Headline', 'Owner'];
    const mapping = recognisePlan(aSheet(columns, []));
    const result = corrected(mapping, { title: 'headline', owners: '', comments: 'Owner' }, columns, planFields);
    expect(result.ok && result.value).toEqual({ sourceId: 0, title: 2, comments: 3 });
    const wrongField = corrected(mapping, { headline: 'Title' }, columns, planFields);
    expect(!wrongField.ok && wrongField.refusal.reason).toMatch(/"headline" is not a field.*title/);
    const wrongColumn = corrected(mapping, { title: 'Heading' }, columns, planFields);
    expect(!wrongColumn.ok && wrongColumn.refusal.reason).toMatch(/no column "Heading".*Headline/);
  });
});

describe('durations', () => {
  it.each([
    ['30', 30 * MINUTE],
    ['30m', 30 * MINUTE],
    ['45 min', 45 * MINUTE],
    ['45 mins.', 45 * MINUTE],
    ['2 hrs', 2 * HOUR],
    ['1h 30m', 90 * MINUTE],
    ['1h30', null],
    ['1 hour, 30 minutes', 90 * MINUTE],
    ['1:30', 90 * MINUTE],
    ['1:30:15', 90 * MINUTE + 15_000],
    ['0.5 d', 12 * HOUR],
    ['0,5 Tage', 12 * HOUR],
    ['1 day?', DAY],
    ['2ed', 2 * DAY],
    ['~ 20 min', 20 * MINUTE],
    ['PT1H30M', 90 * MINUTE],
    ['1 w', 7 * DAY],
    ['0', 0],
    [90, 90 * MINUTE],
    [{ spanMs: 90 * MINUTE }, 90 * MINUTE],
    ['soon', null],
    ['-5', null],
    [-5, null],
    ['30-45 min', null],
    ['1 fortnight', null],
    ['P', null],
    [{ date: { year: 2026, month: 1, day: 1, hour: 0, minute: 0, second: 0 } }, null],
  ])('%j', (written, expected) => {
    expect(readDuration(written, MINUTE)).toBe(expected);
  });

  it('a bare number counts what the name of the column says, else minutes', () => {
    expect(durationUnit('Duration (h)')).toBe(HOUR);
    expect(durationUnit('Duration in days')).toBe(DAY);
    expect(durationUnit('Duration [min]')).toBe(MINUTE);
    expect(durationUnit('Duration')).toBe(MINUTE);
    expect(readDuration('1.5', HOUR)).toBe(90 * MINUTE);
  });
});

describe('predecessors', () => {
  const known = knownIds(['12', '13', '14', 'T-014', 'T-014A', '1.2.3', 'A/1', 'OFFS', '7']);
  const fs = (sourceId: string, lagMs = 0) => ({ sourceId, kind: 'FS', lagMs });

  it.each([
    ['12', [fs('12')]],
    ['#12', [fs('12')]],
    [12, [fs('12')]],
    ['012.0', [fs('12')]],
    ['12;14FS+30m', [fs('12'), fs('14', 30 * MINUTE)]],
    ['12FS+1d, 13SS-2h', [fs('12', DAY), { sourceId: '13', kind: 'SS', lagMs: -2 * HOUR }]],
    ['14FF', [{ sourceId: '14', kind: 'FF', lagMs: 0 }]],
    ['12 SF + 1 hour', [{ sourceId: '12', kind: 'SF', lagMs: HOUR }]],
    ['12EA+0,5 Tage;13AA', [fs('12', 12 * HOUR), { sourceId: '13', kind: 'SS', lagMs: 0 }]],
    ['12+30m', [fs('12', 30 * MINUTE)]],
    ['T-014', [fs('T-014')]],
    ['t-014fs-30m', [fs('T-014', -30 * MINUTE)]],
    ['T-014A+30m', [fs('T-014A', 30 * MINUTE)]],
    ['1.2.3, A/1', [fs('1.2.3'), fs('A/1')]],
    ['OFFS', [fs('OFFS')]],
    ['12 13 14', [fs('12'), fs('13'), fs('14')]],
    ['12/13', [fs('12'), fs('13')]],
    ['12 and 13', [fs('12'), fs('13')]],
    ['12,12', [fs('12')]],
    ['12\n13', [fs('12'), fs('13')]],
    ['', []],
    ['n/a', []],
    ['-', []],
    ['None', []],
  ])('%j', (written, expected) => {
    expect(readPredecessors(written, known)).toEqual({ found: expected, missing: [], unreadLags: [] });
  });

  it('what names no task of the plan is missing, as written, and a range is not a lead', () => {
    expect(readPredecessors('12;99, Stop jobs', known)).toMatchObject({ found: [fs('12')], missing: ['99', 'Stop jobs'] });
    expect(readPredecessors('12-14', known)).toMatchObject({ found: [], missing: ['12-14'] });
  });

  it('a lag that cannot be read is named and the link kept', () => {
    expect(readPredecessors('12FS+50%', known)).toEqual({ found: [fs('12')], missing: [], unreadLags: ['12FS+50%'] });
  });
});
