/** Whatever the bytes, reading answers with a sheet that keeps its promises or with a refusal people can read, and imports make sound rows. */
import fc from 'fast-check';
import { writeXlsx } from 'hucre/xlsx';
import { expect, it } from 'vitest';
import { planLimits } from '../../../electron/exchange/limits.ts';
import { readSheet } from '../../../electron/exchange/read-sheet.ts';
import type { Verdict } from '../../../shared/base/rule.ts';
import { recognisePlan } from '../../../shared/domain/runbook/import/fields.ts';
import { importPlan } from '../../../shared/domain/runbook/import/import-plan.ts';
import { readPlan } from '../../../shared/domain/runbook/import/read-plan.ts';
import { tableNamed } from '../../../shared/domain/tables.ts';
import { recogniseTickets } from '../../../shared/domain/ticket/import/fields.ts';
import { importTickets } from '../../../shared/domain/ticket/import/import-tickets.ts';
import { readTickets } from '../../../shared/domain/ticket/import/read-tickets.ts';
import { aGoLive, anAct, rowsWith, T_ZERO } from '../../support/builders.ts';
import { bytesOf } from '../../support/sheets.ts';

const zone = 'Europe/Prague';
const starts = [
  '',
  'PK\x03\x04',
  'PK\x05\x06',
  '\xd0\xcf\x11\xe0',
  '\xff\xfe',
  '\xfe\xff',
  '\xef\xbb\xbf',
  'sep=;\n',
  'ID,Title\n',
  'Number\tState\tOpened\n"',
];
const book = await writeXlsx({
  sheets: [
    {
      name: 'Plan',
      rows: [
        ['ID', 'Title', 'Start'],
        [1, 'Stop', '21.11.2026 22:00'],
        [2, 'Copy', ''],
      ],
    },
  ],
});

/** Fails when it throws; otherwise says what must hold of any answer. */
async function check(bytes: Uint8Array): Promise<void> {
  const read = await readSheet(bytes, 'file.csv', { ...planLimits, unpackedBytes: 5_000_000 });
  if (!read.ok) {
    expect(read.refusal.reason).toMatch(/Nothing was imported\. \S/);
    return;
  }
  const { columns, rows } = read.value;
  expect(new Set(columns.map((column) => column.toLowerCase())).size).toBe(columns.length);
  expect(columns).not.toContain('');
  for (const { cells } of rows) expect(cells).toHaveLength(columns.length);
  const plan = readPlan(read.value, recognisePlan(read.value), { zone, tZeroAt: T_ZERO, people: [], tasks: [] });
  const told = new Set([...plan.tasks.map(({ row }) => row), ...plan.problems.map(({ row }) => row)]);
  if (plan.fields.includes('title')) expect(rows.filter(({ number }) => !told.has(number))).toEqual([]);
  const tickets = readTickets(read.value, recogniseTickets(read.value), { zone });
  checkRows(importPlan(rowsWith({ goLive: [aGoLive()] }), { preview: plan, skipRefused: true, replaceOthers: false }, anAct()));
  checkRows(importTickets(rowsWith({ goLive: [aGoLive()] }), { preview: tickets, skipRefused: true }, anAct()));
}

/** Every row an import would make is one the record accepts, exactly as it is. */
function checkRows(verdict: Verdict): void {
  for (const { table, set } of verdict.ok ? verdict.value.changes : []) expect(tableNamed(table)?.row.parse(set)).toEqual(set);
}

it('random bytes, behind the beginnings of files', async () => {
  const bytes = fc
    .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 400 }))
    .map(([start, rest]) => new Uint8Array([...Buffer.from(start, 'latin1'), ...rest]));
  await fc.assert(fc.asyncProperty(bytes, check), { numRuns: 500 });
});

it('random tables of odd cells', async () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '"',
      '""',
      '1',
      '12;1FS+1d',
      '3/4/26',
      '25:00',
      'T-1:30',
      '=1+1',
      '#REF!',
      '__proto__',
      '1e999',
      '-1',
      '?',
      '2026-02-30',
      '99999',
    ),
  );
  const header = fc.subarray(
    ['ID', 'Title', 'Predecessors', 'Duration', 'Start', 'End', 'Owner', 'Status', '__proto__', 'Number', 'Opened', 'Updated'],
    { minLength: 1 },
  );
  const table = fc.tuple(header, fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 12 }), fc.constantFrom(',', ';', '\t'));
  const bytes = table.map(([names, rows, sign]) => bytesOf([names, ...rows].map((cells) => cells.join(sign)).join('\n')));
  await fc.assert(fc.asyncProperty(bytes, check), { numRuns: 500 });
});

it('a workbook with bytes changed anywhere', async () => {
  const change = fc.tuple(fc.nat(book.length - 1), fc.nat(255));
  const bytes = fc.array(change, { minLength: 1, maxLength: 8 }).map((changes) => {
    const damaged = new Uint8Array(book);
    for (const [at, byte] of changes) damaged[at] = byte;
    return damaged;
  });
  await fc.assert(fc.asyncProperty(bytes, check), { numRuns: 300 });
});
