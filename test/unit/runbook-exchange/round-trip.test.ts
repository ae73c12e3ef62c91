/** A plan that is exported and brought back unchanged changes nothing, whatever its texts hold. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { linkKinds, runsIn, type Task, timings } from '../../../shared/domain/runbook/schema.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { aGoLive, aPerson, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';
import { aPlan, bytesOf, diffOf, link, sheetOf, task } from './plans.ts';

const nastyStart = fc.constantFrom(
  '=',
  '+',
  '-',
  '@',
  "'",
  "'=",
  '"',
  ';',
  '\t',
  '',
  '',
  '<b>',
  '_x0041_',
  '007',
  'TRUE',
  '2026-01-02',
  '1/2',
);
const nastyPiece = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.string({ unit: 'binary', maxLength: 20 }),
  fc.constantFrom(
    '\n',
    '\r\n',
    '""',
    ';',
    ',',
    '  ',
    '\u202e',
    '\u0007',
    'ěščřž',
    '漢字',
    '👩‍🚒',
    '_x000D_',
    '&amp;',
    ']]>',
    '\\',
    '|',
    '12,5',
  ),
);
const nasty = (most: number) =>
  fc.tuple(nastyStart, fc.array(nastyPiece, { maxLength: 6 })).map(([start, pieces]) => (start + pieces.join('')).slice(0, most).trim());
const long = fc.oneof({ weight: 8, arbitrary: nasty(8_000) }, { weight: 1, arbitrary: nasty(40).map((text) => text.padEnd(8_000, 'x')) });
const length = fc.oneof(
  fc.integer({ min: 0, max: 500 }).map((minutes) => minutes * MINUTE),
  fc.integer({ min: 0, max: 10 * HOUR }),
);

const randomPlan: fc.Arbitrary<Rows> = fc
  .record({
    tasks: fc.array(
      fc.record({
        title: nasty(200).filter((text) => text !== ''),
        detail: long,
        phase: nasty(200),
        stream: nasty(200),
        command: long,
        comments: long,
        address: nasty(2_000),
        undoTitle: nasty(200),
        undoDetail: nasty(300),
        reason: nasty(100),
        kind: fc.constantFrom('task', 'milestone', 'communication', 'health check', 'hold', 'group'),
        timing: fc.constantFrom(...timings),
        runIn: fc.constantFrom(...runsIn),
        startsItself: fc.boolean(),
        peopleNeeded: fc.integer({ min: 0, max: 40 }),
        startOffset: fc.option(
          fc.oneof(
            fc.integer({ min: -5_000, max: 5_000 }).map((m) => m * MINUTE),
            fc.integer({ min: -1e9, max: 1e9 }),
          ),
        ),
        durationMs: length,
        shortestMs: fc.option(length),
        longestMs: fc.option(length),
        undoMs: fc.option(length),
        actualStart: fc.option(fc.integer({ min: T_ZERO, max: T_ZERO + HOUR })),
        owners: fc.uniqueArray(fc.nat({ max: 7 }), { maxLength: 4 }),
        parent: fc.option(fc.nat({ max: 11 })),
      }),
      { minLength: 1, maxLength: 12 },
    ),
    names: fc.array(
      nasty(200).filter((text) => text !== ''),
      { minLength: 8, maxLength: 8 },
    ),
    links: fc.uniqueArray(
      fc.tuple(fc.nat({ max: 11 }), fc.nat({ max: 11 }), fc.constantFrom(...linkKinds), fc.integer({ min: -HOUR, max: HOUR })),
      {
        selector: ([from, to, kind]) => `${from} ${to} ${kind}`,
        maxLength: 30,
      },
    ),
    zone: fc.constantFrom('Europe/Prague', 'America/New_York', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'UTC'),
    tZeroAt: fc.constantFrom(T_ZERO, Date.UTC(2026, 9, 25, 0, 30), Date.UTC(2026, 2, 29, 0, 59, 59)),
  })
  .map(({ tasks, names, links, zone, tZeroAt }) =>
    rowsWith({
      goLive: [aGoLive({ zone, tZeroAt })],
      person: names.map((name, at) => aPerson({ id: idOf(100_000_000 + at), name: at % 3 === 2 ? (names[at - 1] ?? name) : name })),
      task: tasks.map(({ owners, parent, ...fields }, at) =>
        task(at + 1, {
          ...(fields as Partial<Task>),
          ownerIds: owners.map((n) => idOf(100_000_000 + n)),
          parentId: parent !== null && parent < at ? idOf(parent + 1) : null,
        }),
      ),
      link: links.flatMap(([from, to, kind, lagMs], at) =>
        from < to && to < tasks.length ? [link(200_000 + at, from + 1, to + 1, { kind, lagMs })] : [],
      ),
    }),
  );

for (const format of ['xlsx', 'csv'] as const) {
  it(`a random plan with nasty texts comes back from ${format} without a change or a word`, async () => {
    await fc.assert(
      fc.asyncProperty(randomPlan, async (rows) => {
        const diff = diffOf(rows, await sheetOf(await bytesOf(rows, format), `plan.${format}`));
        expect(diff.problems).toEqual([]);
        expect(diff.lines).toEqual([]);
        expect(diff.missing).toEqual([]);
      }),
      { numRuns: 80 },
    );
  }, 60_000);
}

it('T-0 may move between export and import without a change', async () => {
  const rows = aPlan();
  const sheet = await sheetOf(await bytesOf(rows, 'xlsx'));
  const moved = rowsWith({
    goLive: [...rows.goLive.values()].map((goLive) => ({ ...goLive, tZeroAt: goLive.tZeroAt + HOUR })),
    person: [...rows.person.values()],
    task: [...rows.task.values()],
    link: [...rows.link.values()],
  });
  expect(diffOf(moved, sheet, {}, rows).lines).toEqual([]);
});
