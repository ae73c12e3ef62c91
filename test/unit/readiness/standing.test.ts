import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { criticalities } from '../../../shared/domain/readiness/criticality.ts';
import { figureParts, raises } from '../../../shared/domain/readiness/raises.ts';
import { checkStatuses } from '../../../shared/domain/readiness/schema.ts';
import {
  dueAt,
  overdueChecks,
  readinessByArea,
  readinessByOwner,
  readinessByPhase,
  standingOf,
} from '../../../shared/domain/readiness/standing.ts';
import { aCheck, aGoLive, aPerson, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';

type Weighed = Parameters<typeof standingOf>[0] extends Iterable<infer One> ? One : never;
const all = (criticality: Weighed['criticality'], ...statuses: readonly Weighed['status'][]): readonly Weighed[] =>
  statuses.map((status) => ({ status, criticality }));

describe('the figure', () => {
  test('passed counts one, waived and to verify one half, what does not apply is left out', () => {
    const standing = standingOf(all('normal', 'passed', 'waived', 'to verify', 'failed', 'in work', 'not applicable'));
    expect(standing).toEqual({
      counts: { passed: 1, waived: 1, inWork: 1, toVerify: 1, open: 0, failed: 1, notApplicable: 1 },
      applicable: 5,
      weight: 10,
      figure: 0.4,
    });
  });

  test('a critical check weighs as much as two high, four normal or eight low ones', () => {
    expect(standingOf([...all('critical', 'passed'), ...all('high', 'open', 'open')]).figure).toBe(0.5);
    expect(standingOf([...all('critical', 'open'), ...all('normal', 'passed', 'passed', 'passed', 'passed')]).figure).toBe(0.5);
    expect(standingOf([...all('high', 'waived'), ...all('low', 'passed', 'open', 'open', 'open')]).figure).toBe(3 / 8);
  });

  test('there is none where nothing applies', () => {
    expect(standingOf([]).figure).toBeNull();
    expect(standingOf(all('critical', 'not applicable')).figure).toBeNull();
  });

  test('lies from 0 to 1, never falls when one more check passes, and what groups lose adds up to what the whole misses', () => {
    const drawnCheck = fc.tuple(fc.constantFrom(...checkStatuses), fc.constantFrom('A', 'B', 'C'), fc.constantFrom(...criticalities));
    const statuses = fc.array(drawnCheck, { maxLength: 40 });
    fc.assert(
      fc.property(statuses, (drawn) => {
        const checks = drawn.map(([status, area, criticality], position) =>
          aCheck({ id: idOf(600 + position), status, area, criticality, position }),
        );
        const { figure, counts } = standingOf(checks);
        expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(checks.length);
        if (figure === null) return;
        expect(figure).toBeGreaterThanOrEqual(0);
        expect(standingOf([...checks, aCheck({ status: 'passed' })]).figure).toBeGreaterThanOrEqual(figure);
        const lost = readinessByArea(rowsWith({ goLive: [aGoLive()], check: checks }), T_ZERO).reduce((sum, group) => sum + group.lost, 0);
        expect(figure * 100 + lost).toBeCloseTo(100, 6);
        const { areas, checks: raising } = raises({ check: new Map(checks.map((check) => [check.id, check])) });
        for (const points of [areas, raising]) expect(points.reduce((sum, each) => sum + each.points, 0)).toBeCloseTo(lost, 6);
        for (const { check, points } of raising) {
          const risen = checks.map((each) => (each === check ? { ...each, status: 'passed' as const } : each));
          expect(((standingOf(risen).figure ?? 0) - figure) * 100).toBeCloseTo(points, 6);
        }
        expect(figureParts(checks).reduce((sum, part) => sum + part.points, 0)).toBeCloseTo(figure * 100, 6);
      }),
    );
  });
});

describe('groups', () => {
  const checks = [
    aCheck({ id: idOf(600), area: 'Calm', phase: 'one', position: 0, status: 'passed' }),
    aCheck({ id: idOf(601), area: 'Open', phase: 'one', position: 1, status: 'open' }),
    aCheck({ id: idOf(602), area: 'Open', phase: 'two', position: 2, status: 'open' }),
    aCheck({ id: idOf(603), area: 'Failed', phase: 'two', position: 3, status: 'failed' }),
    aCheck({ id: idOf(604), area: 'Half', phase: 'two', position: 4, status: 'waived' }),
  ];

  test('stand by points lost, those of failed checks counted twice', () => {
    const groups = readinessByArea(rowsWith({ goLive: [aGoLive()], check: checks }), T_ZERO);
    expect(groups.map(({ key }) => key)).toEqual(['Failed', 'Open', 'Half', 'Calm']);
    expect(groups.map(({ lost }) => lost)).toEqual([20, 40, 10, 0]);
    expect(groups[1]?.checks.map(({ position }) => position)).toEqual([1, 2]);
  });

  test('are made by phase and by owner too', () => {
    const owner = aPerson();
    const rows = rowsWith({
      person: [owner],
      check: [...checks, aCheck({ id: idOf(605), ownerId: owner.id, phase: 'one', status: 'failed', position: 5 })],
    });
    expect(readinessByPhase(rows, T_ZERO).map(({ key }) => key)).toEqual(['two', 'one']);
    expect(readinessByOwner(rows, T_ZERO).map(({ key, checks: own }) => [key, own.length])).toEqual([
      ['', 5],
      [owner.id, 1],
    ]);
  });
});

describe('due times', () => {
  test('are counted from T-0 and move with it', () => {
    const check = aCheck({ dueOffset: -30 * MINUTE });
    expect(dueAt(rowsWith({ goLive: [aGoLive()], check: [check] }), check)).toBe(T_ZERO - 30 * MINUTE);
    expect(dueAt(rowsWith({}), aCheck())).toBeNull();
  });

  test('are overdue only while open, in work or to verify, the longest first', () => {
    const late = checkStatuses.map((status, position) =>
      aCheck({ id: idOf(600 + position), status, position, dueOffset: -position * MINUTE }),
    );
    const rows = rowsWith({
      goLive: [aGoLive()],
      check: [...late, aCheck({ id: idOf(620), dueOffset: MINUTE }), aCheck({ id: idOf(621) })],
    });
    expect(overdueChecks(rows, T_ZERO + 1).map(({ status }) => status)).toEqual(['to verify', 'in work', 'open']);
    expect(overdueChecks(rows, T_ZERO - 90 * 24 * 60 * MINUTE)).toEqual([]);
    expect(readinessByArea(rows, T_ZERO + 1)[0]?.overdue).toBe(3);
  });
});
