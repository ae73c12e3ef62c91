import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boardQuery, queryText, usualQuery, views, zooms } from '../../../renderer/boards/runbook/board-query.ts';
import { conditionsSet, isShown, lookThrough, noFilter, passes, runs, shows } from '../../../renderer/boards/runbook/filters.ts';
import { groupings } from '../../../renderer/boards/runbook/task-groups.ts';
import { addressOf, routeOf } from '../../../renderer/store/route.ts';
import { idOf } from '../../support/builders.ts';
import { aLine } from './lines.ts';

const live = { me: idOf(1), isLive: true };

describe('the filter of the runbook', () => {
  test('every word must be found, in any of reference, title, stream and owners', () => {
    const line = aLine(7, 0, 10, { task: { title: 'Bank connector', stream: 'Integration' }, owners: 'L. Costa' });
    expect(passes(line, { ...noFilter, text: 'bank costa' }, live)).toBe(true);
    expect(passes(line, { ...noFilter, text: 't-007 INTEGRATION' }, live)).toBe(true);
    expect(passes(line, { ...noFilter, text: 'bank berg' }, live)).toBe(false);
  });

  test('a task of rehearsals is left out of a real cutover, and shown when asked for', () => {
    const mock = aLine(1, 0, 10, { task: { runIn: 'mock only' } });
    expect(passes(mock, noFilter, live)).toBe(false);
    expect(passes(mock, noFilter, { ...live, isLive: false })).toBe(true);
    expect(passes(mock, { ...noFilter, run: 'mock' }, live)).toBe(true);
    expect(passes(mock, { ...noFilter, run: 'live' }, live)).toBe(false);
  });

  test('a group passes no filter: it is shown for what stands in it', () => {
    expect(passes(aLine(1, 0, 10, { task: { kind: 'group' } }), noFilter, live)).toBe(false);
  });

  test('mine is nobody’s before somebody said who they are', () => {
    const line = aLine(1, 0, 10, { task: { ownerIds: [idOf(1)] } });
    expect(passes(line, { ...noFilter, show: 'mine' }, live)).toBe(true);
    expect(passes(line, { ...noFilter, show: 'mine' }, { ...live, me: null })).toBe(false);
  });

  test('critical and late follow the schedule', () => {
    const line = aLine(1, 0, 10, { times: { isCritical: true }, isLate: false });
    expect(passes(line, { ...noFilter, show: 'critical' }, live)).toBe(true);
    expect(passes(line, { ...noFilter, show: 'late' }, live)).toBe(false);
  });

  test('one look finds what passes, tasks of a rollback told apart, and counts every quick choice under the same conditions', () => {
    const lines = [
      aLine(1, 0, 10, { state: 'ready', task: { stream: 'Data' } }),
      aLine(2, 0, 10, { state: 'blocked', task: { stream: 'Data', ownerIds: [idOf(1)] }, isLate: true }),
      aLine(3, 0, 10, { state: 'finished', task: { stream: 'Data', status: 'finished' } }),
      aLine(4, 0, 10, { state: 'ready', task: { stream: 'Network' } }),
      aLine(5, 0, 10, { state: 'failed', task: { stream: 'Data', status: 'failed' } }),
      aLine(6, 0, 10, { state: 'ready', task: { stream: 'Data', kind: 'rollback' } }),
      aLine(7, 0, 10, { task: { stream: 'Data', runIn: 'mock only' } }),
    ];
    const filter = { ...noFilter, stream: 'Data', show: 'open' as const };
    const { shown, counts, all, back } = lookThrough(lines, filter, live);
    expect(shown).toEqual(lines.filter((line) => passes(line, filter, live)));
    expect(shown.map(({ task }) => task.ref)).toEqual(['T-001', 'T-002', 'T-005', 'T-006']);
    expect({ all, back }).toEqual({ all: 5, back: 1 });
    const data = [...lines.slice(0, 3), ...lines.slice(4, 5)];
    expect(counts).toEqual(Object.fromEntries(shows.map((show) => [show, data.filter((line) => isShown(line, show, live)).length])));
    expect(counts).toMatchObject({ all: 4, open: 3, next: 1, late: 1, blocked: 2, mine: 1 });
  });

  test('the quick choice is no condition', () => {
    expect(conditionsSet({ ...noFilter, show: 'late' })).toBe(0);
    expect(conditionsSet({ ...noFilter, stream: 'Data', text: 'x', run: 'any' })).toBe(3);
  });
});

describe('the look of the runbook in its address', () => {
  test('the usual look is written as nothing, and what is unknown is as usual', () => {
    expect(queryText(usualQuery)).toBe('');
    expect(boardQuery('view=cube&show=&zoom=1&run=x')).toEqual(usualQuery);
  });

  test('what is written is read again, whatever the words', () => {
    const word = fc.string({ maxLength: 60 });
    const filter = fc.record({
      show: fc.constantFrom(...shows),
      run: fc.constantFrom(...runs),
      state: fc.constantFrom('' as const, 'blocked' as const),
      text: word,
      stream: word,
      phase: word,
      person: word,
    });
    const query = fc.record({
      view: fc.constantFrom(...views),
      group: fc.constantFrom(...groupings),
      zoom: fc.constantFrom(...zooms),
      baseline: word,
      goal: word,
      day: word,
      filter,
    });
    fc.assert(
      fc.property(query, (look) => {
        const address = addressOf({ goLiveRef: 'GL-001', board: 'runbook', selected: 'T-014', query: queryText(look) });
        const route = routeOf(address);
        expect(route).toMatchObject({ goLiveRef: 'GL-001', board: 'runbook', selected: 'T-014' });
        expect(boardQuery(route.query ?? '')).toEqual(look);
      }),
    );
  });
});
