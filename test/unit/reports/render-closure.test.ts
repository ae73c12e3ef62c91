import { describe, expect, test } from 'vitest';
import { closureDocument } from '../../../electron/reports/closure/document.ts';
import type { Block, Cell } from '../../../electron/reports/document.ts';
import { renderReport } from '../../../electron/reports/render.ts';
import { type ClosureReport, closureReport, closureReportSchema } from '../../../shared/domain/closure/report.ts';
import { applyChanges } from '../../../shared/domain/tables.ts';
import { goLiveId, HOUR, idOf } from '../../support/builders.ts';
import { closureNight } from '../../support/closure-night.ts';

const making = { madeBy: 'Zoë Müller', chainHash: 'ab'.repeat(32) };
const NASTY =
  '<script>alert(1)</script><img src=x onerror=alert(1)> =HYPERLINK("http://x") | **b** `c` [l](http://x) \u0007\u202e日本語 😀 & "q"';
const report = reportOf(1);
const nasty = nastyReport();

function reportOf(size: number): ClosureReport {
  const { rows, entries, closedAt } = closureNight(size);
  return closureReport(rows, entries, { now: closedAt + HOUR, ...making });
}

/** The usual night with markup, formulas and endless words where people type. */
function nastyReport(): ClosureReport {
  const { rows, entries, closedAt } = closureNight();
  const prose = 'A long cause with many words that goes on. '.repeat(180);
  const set = (table: string, id: string, fields: Record<string, unknown>) => ({ table, id, set: fields, was: {} });
  const changed = applyChanges(rows, [
    set('goLive', goLiveId, { name: NASTY, outcomeNote: prose, system: NASTY }),
    set('incident', idOf(300), { title: NASTY, cause: prose, impact: 'x'.repeat(8_000) }),
    set('task', idOf(10_031), { title: NASTY, reason: 'y'.repeat(8_000), stream: NASTY }),
    set('lesson', idOf(51_000), { category: NASTY, happened: 'z'.repeat(2_000), learned: prose }),
    set('signOff', idOf(52_001), { note: prose }),
    set('ticket', idOf(500_005), { title: NASTY, category: NASTY }),
  ]);
  return closureReport(changed, entries, { now: closedAt + HOUR, ...making });
}

async function text(of: ClosureReport, format: 'html' | 'md' | 'json'): Promise<string> {
  return new TextDecoder().decode(await renderReport(of, format));
}

async function pdf(of: ClosureReport): Promise<string> {
  return Buffer.from(await renderReport(of, 'pdf')).toString('latin1');
}

function pages(file: string): number {
  return file.match(/\/Type \/Page\n/g)?.length ?? 0;
}

function words(blocks: readonly Block[]): string[] {
  const said = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text);
  return blocks.flatMap((block) => {
    if (block.kind === 'table') return block.rows.flatMap((row) => ('group' in row ? [row.group] : row.cells.map(said)));
    if (block.kind === 'facts') return block.facts.flatMap(({ label, value }) => [label, value]);
    return block.kind === 'heading' || block.kind === 'paragraph' ? [block.text] : [];
  });
}

describe('the closure report as JSON', () => {
  test('is the model itself', async () => {
    expect(JSON.parse(await text(report, 'json'))).toEqual(report);
  });
});

describe('the closure report as HTML', () => {
  test('is one file that fetches and runs nothing', async () => {
    const html = await text(report, 'html');
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"`);
    expect(html).not.toMatch(/<(script|link|img|iframe|object)\b|@import|url\(/i);
    expect(html.replaceAll('http://www.w3.org/2000/svg', '')).not.toMatch(/https?:/);
  });

  test('lets no markup through that people typed, nor turns their text around', async () => {
    const html = await text(nasty, 'html');
    expect(html).not.toMatch(/<script|<img|<a href="(?!#)/i);
    expect([html.includes('\u202e'), html.includes('\u0007')]).toEqual([false, false]);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('日本語 😀 &amp; &quot;q&quot;');
  });

  test('opens and closes every element', async () => {
    for (const html of [await text(report, 'html'), await text(nasty, 'html')]) {
      for (const name of ['section', 'table', 'tr', 'td', 'th', 'dl', 'p', 'span', 'svg', 'h2', 'h3', 'figure', 'nav', 'main']) {
        const opened = html.match(new RegExp(`<${name}[\\s>]`, 'g'))?.length ?? 0;
        expect([name, html.match(new RegExp(`</${name}>`, 'g'))?.length ?? 0]).toEqual([name, opened]);
      }
    }
  });

  test('links each section from the contents', async () => {
    const html = await text(report, 'html');
    const linked = [...html.matchAll(/<a href="#(s\d+)">/g)].map(([, id]) => id);
    expect(linked).toHaveLength(13);
    for (const id of linked) expect(html).toContain(`id="${id}"`);
  });
});

describe('the closure report as Markdown', () => {
  test('has the same number of cells in every row of a table', async () => {
    for (const md of [await text(report, 'md'), await text(nasty, 'md')]) {
      const tables = md.split('\n\n').filter((part) => part.startsWith('| '));
      expect(tables.length).toBeGreaterThan(15);
      for (const table of tables) {
        const cells = table.split('\n').map((line) => line.replaceAll('\\|', '').split('|').length);
        expect(new Set(cells).size).toBe(1);
      }
    }
  });

  test('does not read as markup what people typed', async () => {
    const md = await text(nasty, 'md');
    expect(md).not.toMatch(/<script|<img|[^\\]\*\*b|[^\\]\[l/);
    expect(md).toContain('\\*\\*b\\*\\* \\`c\\` \\[l\\](http://x)');
  });
});

test('HTML and Markdown say everything the document says', async () => {
  const said = words(closureDocument(report).blocks).flatMap((part) => part.split('\n'));
  const html = unescaped(await text(report, 'html'));
  const md = (await text(report, 'md')).replaceAll('\\', '');
  expect(said.length).toBeGreaterThan(900);
  for (const part of said) {
    expect(html).toContain(part);
    expect(md).toContain(part.trim());
  }
});

describe('the pages on rolling back', () => {
  const { rows, entries, closedAt } = closureNight();
  const id = idOf(950_001);
  const row = {
    id,
    goLiveId,
    ref: 'RB-1',
    kind: 'database',
    reason: 'Orders are lost',
    despite: '',
    decidedBy: 'M. Okoro',
    decidedAt: closedAt - 2 * HOUR,
    targetMs: HOUR,
    forecastEndAt: closedAt - HOUR,
    windowEnd: closedAt,
    endedAt: closedAt - HOUR / 2,
    outcome: 'back in the prior state',
    outcomeNote: 'Counts agree',
    consistencyTaskId: null,
  };
  const tried = { id: idOf(950_002), goLiveId, testedAt: closedAt - 99 * HOUR, place: 'staging', tookMs: HOUR / 2, passed: false };
  const changes = [
    { table: 'rollback', id, set: row, was: null },
    { table: 'rollbackTest', id: tried.id, set: { ...tried, remark: 'Scripts were wrong', recordedBy: 'L. Costa' }, was: null },
  ];
  const told = closureReport(applyChanges(rows, changes), entries, { now: closedAt + HOUR, ...making });

  test('say what it took against forecast and target, and that the way back was tried', () => {
    const said = words(closureDocument(told).blocks);
    expect(said).toEqual(expect.arrayContaining(['RB-1, database', 'Orders are lost', '1 h 30 m', '1 h', 'Counts agree']));
    expect(said).toEqual(expect.arrayContaining(['staging', 'failed', '30 m', 'Scripts were wrong']));
    expect(said.some((each) => /^\d+ +Rollback$/.test(each))).toBe(true);
    const outcome = closureDocument(told).blocks.find((block) => block.kind === 'status' && block.status.text.includes('target'));
    expect(outcome).toMatchObject({ status: { text: 'back in the prior state, target missed', mark: 'warn' } });
  });

  test('a rollback that was given up says why under its own name, and the first page says what kind of run it was', () => {
    const changed = applyChanges(rows, [
      { table: 'rollback', id, set: { ...row, outcome: 'given up', outcomeNote: 'Fixed forward' }, was: null },
      { table: 'goLive', id: goLiveId, set: { kind: 'drill' }, was: {} },
    ]);
    const { blocks, cover } = closureDocument(closureReport(changed, entries, { now: closedAt + HOUR, ...making }));
    const facts = blocks.flatMap((block) => (block.kind === 'facts' ? block.facts : []));
    expect(facts).toContainEqual({ label: 'Given up because', value: 'Fixed forward' });
    expect(facts.some(({ label }) => label === 'Judged by')).toBe(false);
    expect(cover.kind).toBe('Closure report of a drill');
    expect(cover.notice).toContain('This was a drill');
    expect(closureDocument(report).cover).toMatchObject({ kind: 'Closure report', notice: '' });
  });

  test('nothing forces an empty rest of a page', () => {
    expect(closureDocument(told).blocks.some((block) => block.kind === 'heading' && block.startsPage)).toBe(false);
  });

  test('are left out where nothing was rolled back or tried', () => {
    expect(words(closureDocument(report).blocks).some((each) => /Rollback$/.test(each))).toBe(false);
  });

  test('are part of what the report is checked against', () => {
    expect(closureReportSchema.parse(told)).toEqual(told);
  });
});

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

describe('the closure report as PDF', () => {
  test('is a file with its title, its fonts and a page for every part', async () => {
    const file = await pdf(report);
    expect(file.startsWith('%PDF-')).toBe(true);
    expect(file.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(file).toMatch(/\+Roboto-Regular/);
    expect(file).toMatch(/\+Roboto-Medium/);
    expect(pages(file)).toBeGreaterThanOrEqual(12);
    expect(pages(file)).toBeLessThanOrEqual(18);
  });

  test('is the same file for the same report', async () => {
    const [first, second] = [await pdf(report), await pdf(report)];
    expect(first === second).toBe(true); // compared whole, without printing megabytes when not
  });

  test('stays a readable length when the go-live is ten times as large', async () => {
    expect(pages(await pdf(reportOf(10)))).toBeLessThanOrEqual(40);
  }, 30_000);

  test('takes endless words and letters its font lacks', async () => {
    const file = await pdf(nasty);
    expect(pages(file)).toBeGreaterThan(20);
    expect(pages(file)).toBeLessThan(60);
  }, 30_000);
});
