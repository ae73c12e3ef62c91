import { describe, expect, test } from 'vitest';
import { pastedBlock } from '../../../../renderer/boards/runbook/plan/pasted-block.ts';
import { sheetRows } from '../../../../renderer/boards/runbook/plan/sheet-rows.ts';
import { cellTexts } from '../../../../shared/domain/runbook/plan/cells.ts';
import { aGoLive, aPerson, aTask, HOUR, MINUTE, rowsWith, T_ZERO } from '../../../support/builders.ts';

const rows = rowsWith({
  goLive: [aGoLive()],
  person: [aPerson({ name: 'Priya Nair' })],
  task: [aTask({ ref: 'T-001', title: 'Take the final backup' })],
});
const list = sheetRows(rows, [{ key: 'N1', parentId: null, behindId: null }], null);
const newKey = (nth: number) => `N${nth + 2}`;
const zone = 'Europe/Prague';
const texts = cellTexts(rows, { zone, tZeroAt: T_ZERO }, ['N1', 'N2', 'N3', 'N4']);

function paste(text: string, free: readonly number[] = []) {
  return pastedBlock(
    text.split('\n').map((line) => line.split('\t')),
    { list, top: 0, left: 0, free, newKey },
    texts,
  );
}
const at = (block: ReturnType<typeof paste>, row: number, field: string) =>
  block.cells.find((cell) => cell.row === row && cell.field === field);

describe('a pasted table with headings', () => {
  test('of the usual names becomes new tasks, with what has no place named', () => {
    const block = paste(
      'Task\tOwner\tStart\tDuration\tAfter\tCost centre\nExport data\tPriya Nair\tT+0:15\t30\t\tA1\nLoad data\t\t\t1h\texport data\t',
    );
    expect(block.cells.filter(({ reason }) => reason !== '')).toEqual([]);
    expect(block).toMatchObject({ newRows: 2, untitled: 0, hasHead: true, columnsLeft: ['Cost centre'] });
    expect(at(block, list.length, 'ownerIds')?.text).toBe('Priya Nair');
    expect(at(block, list.length + 1, 'after')?.text).toBe('N2');
    expect(at(block, list.length + 1, 'durationMs')?.text).toBe('60');
  });

  test('links its rows by the ids it gives them, and the rows of the plan by reference or title', () => {
    const block = paste('#\tActivity name\tPredecessors\n1\tOne\tT-001\n2\tTwo\t1SS+10m; take the final backup');
    expect(at(block, list.length, 'after')).toMatchObject({ text: 'T-001', reason: '' });
    expect(at(block, list.length + 1, 'after')?.text).toMatch(/^N2 SS \+10m?.*; T-001$/);
  });

  test('finds known rows by reference, fills empty new rows first, and counts hours where the heading says so', () => {
    const block = paste('Ref\tTitle\tDuration (h)\nT-001\tBackup\t2\n\tNew\t0.5', [list.findIndex(({ key }) => key === 'N1')]);
    expect(block).toMatchObject({ newRows: 0, rows: 2 });
    expect(block.cells.filter(({ field }) => field === 'durationMs').map(({ text }) => text)).toEqual(['120', '30']);
  });

  test('without a column of titles says how many tasks would have none', () => {
    expect(paste('Owner\tStart\nPriya Nair\t22:15')).toMatchObject({ hasHead: true, untitled: 1 });
  });

  test('is none when the first row is a task like the others', () => {
    expect(paste('Freeze entry\ttask\nTake backup\ttask')).toMatchObject({ hasHead: false });
  });
});

describe('a start', () => {
  const start = (text: string) => {
    const read = cellTexts(rows, { zone: 'UTC', tZeroAt: Date.UTC(2026, 10, 28, 21) }, []).read('startOffset', text);
    return read.ok ? (read.value as number) / MINUTE : read.reason;
  };
  test.each([
    ['22:15', 75],
    ['00:30', 210],
    ['28 Nov 22:15', 75],
    ['28.11. 22:15', 75],
    ['3 Jan 21:00', (36 * 24 * HOUR) / MINUTE],
    ['T+0:15', 15],
    ['T-01:30', -90],
    ['2026-11-28 22:15', 75],
  ])('%s is counted from T-0', (text, minutes) => {
    expect(start(text)).toBe(minutes);
  });

  test('that is none, or only a day, is told apart', () => {
    expect(start('soon')).toMatch(/This is no start/);
    expect(start('2026-11-28')).toMatch(/The time is missing/);
  });
});
