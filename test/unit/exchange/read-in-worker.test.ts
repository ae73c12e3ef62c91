/** Reading in a thread of its own: the same answer, bounded in time and memory, with the application free meanwhile. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { describe, expect, it } from 'vitest';
import { planLimits, ticketLimits } from '../../../electron/exchange/limits.ts';
import { readSheetInWorker } from '../../../electron/exchange/read-in-worker.ts';
import { readSheet } from '../../../electron/exchange/read-sheet.ts';
import { bytesOf, workbookParts, zipOf } from '../../support/sheets.ts';

describe('in a worker', () => {
  it('a file reads as it does without one, all of its rows in order', async () => {
    const rows = Array.from({ length: 5_001 }, (_, at) => `${at},Task ${at},Ann\n`).join('');
    const bytes = bytesOf(`ID,Title,Owner\n${rows}`);
    const here = await readSheet(bytes, 'plan.csv');
    const there = await readSheetInWorker(bytes, 'plan.csv');
    expect(there).toEqual(here);
    expect(there.ok && there.value.rows).toHaveLength(5_001);
  });

  it('a refusal comes back with its reason', async () => {
    const read = await readSheetInWorker(bytesOf('{\\rtf1'), 'plan.csv');
    expect(!read.ok && read.refusal.code).toBe('rtf');
  });

  it('a file that takes too long is given up, and its thread ends', async () => {
    const bytes = bytesOf(`ID,Title\n${'1,Copy\n'.repeat(150_000)}`);
    const read = await readSheetInWorker(bytes, 'plan.csv', ticketLimits, { timeoutMs: 1 });
    expect(!read.ok && read.refusal.reason).toMatch(/took longer than 1 s.*Nothing was imported/);
  });

  it('a file that needs more memory than the thread may have is refused, and the application lives on', async () => {
    const cell = '<c t="inlineStr"><is><r><t>a</t></r></is></c>';
    const xml = `<worksheet><sheetData>${`<row>${cell.repeat(150)}</row>`.repeat(4_000)}</sheetData></worksheet>`;
    const read = await readSheetInWorker(zipOf(workbookParts(xml)), 'plan.xlsx', planLimits, { memoryMb: 48 });
    expect(!read.ok && read.refusal.reason).toMatch(/memory/);
  });

  it('200,000 rows come over without holding the application up', async () => {
    const bytes = bytesOf(`Number,Title,State\n${'INC1,Cannot print,New\n'.repeat(199_999)}`);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    const read = await readSheetInWorker(bytes, 'tickets.csv', ticketLimits);
    delay.disable();
    expect(read.ok && read.value.rows).toHaveLength(199_999);
    expect(delay.max / 1e6).toBeLessThan(500);
  });
});
