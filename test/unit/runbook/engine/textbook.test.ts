import { describe, expect, test } from 'vitest';
import { scheduleOf } from '../../../../shared/domain/runbook/schedule.ts';
import type { Link } from '../../../../shared/domain/runbook/schema.ts';
import { aTask, goLiveId, idOf, MINUTE, rowsWith, T_ZERO } from '../../../support/builders.ts';

/** Activities as name → length and predecessors, each a name and how it is tied; all in whole units. */
type Network = Readonly<Record<string, readonly [length: number, ...ties: readonly (readonly [string, Link['kind']?, number?])[]]>>;

/** Early start and end, late end, and floats of each activity when the project starts at 0. */
function solved(network: Network, unit = MINUTE) {
  const names = Object.keys(network);
  const idFor = (name: string) => idOf(200 + names.indexOf(name));
  const task = names.map((name) =>
    aTask({ id: idFor(name), ref: `T-${names.indexOf(name)}`, durationMs: (network[name]?.[0] ?? 0) * unit }),
  );
  const link = names.flatMap((name) => {
    const [, ...ties] = network[name] ?? [0];
    return ties.map(([from, kind = 'FS', lag = 0], at) => {
      return { id: idOf(3_000 + names.indexOf(name) * 10 + at), goLiveId, fromId: idFor(from), toId: idFor(name), kind, lagMs: lag * unit };
    });
  });
  const { times, finish } = scheduleOf(rowsWith({ task, link }), { tZeroAt: T_ZERO }, T_ZERO);
  const of = (name: string) => {
    const own = times.get(idFor(name));
    if (!own || own.float === null || own.freeFloat === null) throw new Error(`${name} is not open`);
    const [start, end] = [(own.start - T_ZERO) / unit, (own.end - T_ZERO) / unit];
    return { start, end, lateEnd: end + own.float / unit, float: own.float / unit, free: own.freeFloat / unit };
  };
  const critical = names.filter((name) => times.get(idFor(name))?.isCritical);
  const path = critical.sort((a, b) => of(a).start - of(b).start || of(a).end - of(b).end).join('');
  return { of, finish: ((finish ?? 0) - T_ZERO) / unit, path };
}

describe('the example of PERT with three estimates (Wikipedia, Program evaluation and review technique, after Malcolm et al. 1959)', () => {
  /* Optimistic, normal and pessimistic days; the expected time (o + 4m + p) / 6 in sixths of a day. */
  const expected = (o: number, m: number, p: number) => o + 4 * m + p;
  const project = solved({
    A: [expected(2, 4, 6)],
    B: [expected(3, 5, 9)],
    C: [expected(4, 5, 7), ['A']],
    D: [expected(4, 6, 10), ['A']],
    E: [expected(4, 5, 7), ['B'], ['C']],
    F: [expected(3, 4, 8), ['D']],
    G: [expected(3, 5, 8), ['E']],
  });

  test('takes 19.5 days along A, C, E, G', () => {
    expect(project.path).toBe('ACEG');
    expect(project.finish / 6).toBeCloseTo(19.5, 5);
  });

  test('B has 3.83 days of slack, D and F 4.67', () => {
    expect(['B', 'D', 'F'].map((name) => Number((project.of(name).float / 6).toFixed(2)))).toEqual([3.83, 4.67, 4.67]);
    expect(project.of('D').free).toBe(0);
    expect(project.of('F').free / 6).toBeCloseTo(4.67, 2);
  });
});

describe('a network with one chain that decides, worked by hand with the forward and backward pass of Kelley and Walker (1959)', () => {
  /* A 3 → B 4 → D 5 → F 2; A → C 6 → E 1 → F. Path A-B-D-F is 14, A-C-E-F is 12. */
  const project = solved({ A: [3], B: [4, ['A']], C: [6, ['A']], D: [5, ['B']], E: [1, ['C']], F: [2, ['D'], ['E']] });

  test('has early and late times', () => {
    expect(project.of('C')).toEqual({ start: 3, end: 9, lateEnd: 11, float: 2, free: 0 });
    expect(project.of('E')).toEqual({ start: 9, end: 10, lateEnd: 12, float: 2, free: 2 });
    expect(project.of('D')).toEqual({ start: 7, end: 12, lateEnd: 12, float: 0, free: 0 });
    expect([project.finish, project.path]).toEqual([14, 'ABDF']);
  });
});

describe('ladders with start-to-start and finish-to-finish lags, worked by hand with the rules of Moder, Phillips and Davis (1983)', () => {
  test('the longer follower is led by the start of what it follows', () => {
    const project = solved({ A: [10], B: [12, ['A', 'SS', 4], ['A', 'FF', 3]], C: [5, ['B']] });
    expect(project.of('B')).toMatchObject({ start: 4, end: 16, float: 0 });
    expect(project.of('A')).toMatchObject({ start: 0, end: 10, float: 0 });
    expect(project.finish).toBe(21);
  });

  test('the shorter follower is led by its end, and what runs beside it has float', () => {
    const project = solved({ A: [10], B: [6, ['A', 'SS', 4], ['A', 'FF', 3]], C: [5, ['B'], ['D']], D: [8] });
    expect(project.of('B')).toMatchObject({ start: 7, end: 13, float: 0 });
    expect(project.of('D')).toEqual({ start: 0, end: 8, lateEnd: 13, float: 5, free: 5 });
    expect([project.finish, project.path]).toEqual([18, 'ABC']);
  });

  test('a start-to-finish link holds the end of the follower to the start of what replaces it', () => {
    /* The old guard goes 2 after the new one comes: it works at least until 9. */
    const project = solved({ N: [1, ['P']], P: [7], O: [4, ['N', 'SF', 2]] });
    expect(project.of('O')).toMatchObject({ start: 5, end: 9, float: 0 });
    expect(project.finish).toBe(9);
  });
});
