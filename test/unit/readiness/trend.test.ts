import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../shared/base/change.ts';
import { inverse, remove } from '../../../shared/base/change.ts';
import { AddCheck, SettleCheck } from '../../../shared/domain/readiness/commands.ts';
import { criticalities } from '../../../shared/domain/readiness/criticality.ts';
import { addCheck, editCheck } from '../../../shared/domain/readiness/rules.ts';
import { check as checks } from '../../../shared/domain/readiness/schema.ts';
import { settleCheck, verifyCheck } from '../../../shared/domain/readiness/settle-rules.ts';
import { standingOf } from '../../../shared/domain/readiness/standing.ts';
import { MOST_POINTS, noTrend, type Trend, trendStep } from '../../../shared/domain/readiness/trend.ts';
import { expireWaivers } from '../../../shared/domain/readiness/waivers.ts';
import { applyChanges, emptyRows, type Rows } from '../../../shared/domain/tables.ts';
import { aCheck, anAct, aPerson, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';
import { anEntry } from '../../support/entries.ts';

const people = [aPerson({ id: idOf(101), name: 'A. Kaya' }), aPerson({ id: idOf(102), name: 'E. Moreau' })];
const fold = (changes: readonly (readonly Change[])[], from: Trend = noTrend) =>
  changes.reduce(
    (trend, each, at) => trendStep(trend, anEntry('check.pass', each, { seq: trend.seq + 1, at: T_ZERO + at * MINUTE })),
    from,
  );
const figureOf = (rows: Rows) => standingOf(rows.check.values()).figure;

type Drawn = readonly [kind: string, which: number, detail: number, minutes: number];
const statuses = ['open', 'in work', 'passed', 'failed', 'waived', 'not applicable'] as const;

/** The entries that drawn acts make of each other: those the rules refuse are left out. */
function journalOf(drawn: readonly Drawn[]) {
  let rows: Rows = rowsWith({ person: people });
  let now = T_ZERO;
  const entries: { readonly entry: ReturnType<typeof anEntry>; readonly rows: Rows }[] = [];
  for (const [kind, which, detail, minutes] of drawn) {
    now += minutes * MINUTE;
    const act = { ...anAct({ now, occurredAt: now, personId: idOf(101 + (detail % 2)) }), newId: () => idOf(5_000 + entries.length) };
    const all = [...rows.check.values()];
    const at = all[which % Math.max(1, all.length)];
    const decide = {
      add: () =>
        addCheck(
          rows,
          AddCheck.parse({ title: 'x', area: 'A', criticality: criticalities[detail % 4], needsVerification: which % 2 === 0 }),
          act,
        ),
      weigh: () => at && editCheck(rows, { checkId: at.id, criticality: criticalities[detail % 4] }, act),
      settle: () =>
        at && settleCheck(rows, SettleCheck.parse({ checkId: at.id, status: statuses[detail % 6], reason: 'r', until: now + MINUTE }), act),
      verify: () => at && verifyCheck(rows, { checkId: at.id }, act),
      expire: () => expireWaivers(rows, act),
    }[kind];
    const verdict = decide?.();
    const undone = kind === 'undo' ? entries.at(-1 - (detail % 2))?.entry.changes : undefined;
    const fits = undone?.every(({ id, set }) => set === null || rows.check.has(id)) ?? false;
    const removed = kind === 'remove' && at ? [remove(checks, at)] : [];
    const changes = verdict?.ok ? verdict.value.changes : fits && undone ? inverse(undone) : removed;
    if (changes.length === 0) continue;
    rows = applyChanges(rows, changes);
    entries.push({ entry: anEntry(`check.${kind}`, changes, { seq: 10 + entries.length * 3, at: now }), rows });
  }
  return entries;
}

describe('the trend', () => {
  test('is after each entry the figure of the checks, and the same live as made again from the journal', () => {
    const act = fc.tuple(
      fc.constantFrom('add', 'add', 'settle', 'settle', 'settle', 'weigh', 'verify', 'expire', 'undo', 'remove'),
      fc.nat(11),
      fc.nat(11),
      fc.integer({ min: 0, max: 90 }),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 120 }), fc.nat(120), (drawn, joined) => {
        const journal = journalOf(drawn);
        let live = noTrend;
        for (const { entry, rows } of journal) {
          live = trendStep(live, entry);
          expect(live.points.at(-1)?.figure ?? null).toBe(figureOf(rows));
          expect(live.applicable).toBe(standingOf(rows.check.values()).applicable);
        }
        const entries = journal.map(({ entry }) => entry);
        expect(entries.reduce(trendStep, noTrend)).toEqual(live);
        const early = entries.slice(0, joined).reduce(trendStep, noTrend);
        expect(entries.reduce(trendStep, early)).toEqual(live); // overlapping pages: what it holds already changes nothing
        for (const [at, point] of live.points.entries()) expect(point.at).toBeGreaterThanOrEqual(live.points[at - 1]?.at ?? 0);
      }),
    );
  });

  test('takes in checks that an earlier Gantry wrote without criticality', () => {
    const { criticality: _, needsVerification: __, ...old } = aCheck({ status: 'passed' });
    const trend = fold([[{ table: 'check', id: old.id, set: old, was: null }]]);
    expect(trend.points).toEqual([{ at: T_ZERO, figure: 1, applicable: 1 }]);
    expect(trend.checks.get(old.id)).toEqual({ status: 'passed', criticality: 'normal' });
  });

  test('holds no two points alike beside each other, and none for what does not weigh', () => {
    const check = aCheck();
    const rows = applyChanges(emptyRows(), [{ table: 'check', id: check.id, set: check, was: null }]);
    const edit = [{ table: 'check', id: check.id, set: { title: 'Other' }, was: { title: check.title } }];
    const trend = fold([
      [{ table: 'check', id: check.id, set: check, was: null }],
      edit,
      [{ table: 'task', id: idOf(1), set: {}, was: null }],
    ]);
    expect(trend.points).toHaveLength(1);
    expect(trend.points[0]?.figure).toBe(figureOf(rows));
    expect(trend.seq).toBe(3);
  });

  test('never goes back in time, though the clock of the host may', () => {
    const [one, two] = [aCheck({ id: idOf(601) }), aCheck({ id: idOf(602), status: 'passed' })];
    const first = trendStep(noTrend, anEntry('check.add', [{ table: 'check', id: one.id, set: one, was: null }], { seq: 1, at: T_ZERO }));
    const second = trendStep(
      first,
      anEntry('check.add', [{ table: 'check', id: two.id, set: two, was: null }], { seq: 2, at: T_ZERO - MINUTE }),
    );
    expect(second.points.map(({ at }) => at)).toEqual([T_ZERO, T_ZERO]);
  });

  test('of a long planning stays short and keeps its lowest, highest and last point', () => {
    const all = Array.from({ length: 400 }, (_, at) => aCheck({ id: idOf(2_000 + at), position: at }));
    const added = all.map((check): Change => ({ table: 'check', id: check.id, set: check, was: null }));
    const passed = (id: string, was: string, status: string): readonly Change[] => [
      { table: 'check', id, set: { status }, was: { status: was } },
    ];
    const acts = [
      added,
      ...all.map(({ id }) => passed(id, 'open', 'passed')),
      ...all.map(({ id }) => passed(id, 'passed', 'failed')),
      ...all.slice(0, 300).map(({ id }) => passed(id, 'failed', 'passed')),
    ];
    const { points } = fold(acts);
    expect(points.length).toBeLessThanOrEqual(MOST_POINTS);
    expect(points.length).toBeGreaterThan(MOST_POINTS / 8);
    expect(points[0]).toMatchObject({ at: T_ZERO, figure: 0 });
    expect(points.at(-1)).toMatchObject({ figure: 0.75 });
    expect(points.some(({ figure }) => figure === 1)).toBe(true);
    expect(points.slice(5, -1).some(({ figure }) => figure === 0)).toBe(true);
  });
});
