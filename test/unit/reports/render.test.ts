/** Every report in every format: whole, safe against what people type, and the same facts in each. */
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { sheetsOf } from '../../../electron/reports/as-xlsx.ts';
import { documentOf, type Report, renderReport } from '../../../electron/reports/render.ts';
import { renderInWorker } from '../../../electron/reports/render-in-worker.ts';
import { closureReport } from '../../../shared/domain/closure/report.ts';
import { decisionRecord } from '../../../shared/domain/gate/report.ts';
import type { Gate } from '../../../shared/domain/gate/schema.ts';
import { readinessReport } from '../../../shared/domain/readiness/report.ts';
import { deploymentChecklist } from '../../../shared/domain/runbook/checklist.ts';
import { G2, reportNight } from '../../support/report-night.ts';

const NASTY = '=HYPERLINK("http://x") <script>alert(1)</script> | **b** \u0007\u202e日本語';
const kinds = ['closure', 'readiness', 'decision', 'checklist'] as const;

function reportOf(kind: (typeof kinds)[number], nasty = ''): Report {
  const { rows, entries, now } = reportNight(nasty);
  const making = { now, madeBy: 'Zoë Müller', chainHash: 'ab'.repeat(32) };
  if (kind === 'readiness') return readinessReport(rows, entries, making);
  if (kind === 'checklist') return deploymentChecklist(rows, entries, making);
  if (kind === 'decision') return decisionRecord(rows, entries, rows.gate.get(G2) as Gate, making);
  return closureReport(rows, entries, making);
}

const text = async (report: Report, format: 'html' | 'md') => new TextDecoder().decode(await renderReport(report, format));

describe.each(kinds)('the %s report', (kind) => {
  test('as HTML and Markdown lets nothing through that people typed', async () => {
    const report = reportOf(kind, NASTY);
    const html = await text(report, 'html');
    expect(html).not.toMatch(/<script|<img|<a href="(?!#)/i);
    expect([html.includes('\u202e'), html.includes('\u0007')]).toEqual([false, false]);
    expect(await text(report, 'md')).not.toMatch(/<script|[^\\]\*\*b\*\*/);
  });

  test('says its zone beside every time', async () => {
    const html = await text(reportOf(kind), 'html');
    for (const [, zone] of html.matchAll(/\d{2} Nov 2026 \d{2}:\d{2}( [A-Z]{3,4}| to )?/g)) {
      if (zone === undefined) throw new Error('an instant is told without its zone');
    }
    expect(html).toContain('Europe/Prague');
  });

  test('as PDF is whole and has no page without words', async () => {
    const file = Buffer.from(await renderReport(reportOf(kind), 'pdf')).toString('latin1');
    expect(file.startsWith('%PDF-')).toBe(true);
    expect(file.trimEnd().endsWith('%%EOF')).toBe(true);
    expect(file.match(/\/Type \/Page\n/g)?.length).toBeGreaterThanOrEqual(3);
  });

  test('as a workbook reads back as it was written, a sheet for each table', async () => {
    const report = reportOf(kind, NASTY);
    const sheets = sheetsOf(documentOf(report));
    const read = await readXlsx(await renderReport(report, 'xlsx'));
    expect(read.sheets[0]?.name).toBe('Summary');
    expect(read.sheets).toHaveLength(sheets.length);
    expect(new Set(read.sheets.map(({ name }) => name.toLowerCase())).size).toBe(sheets.length);
    for (const [at, { heads, rows }] of sheets.entries()) {
      const there = read.sheets[at]?.rows ?? [];
      expect(there[0]?.slice(0, heads.length)).toEqual(heads);
      expect(there).toHaveLength(rows.length + 1);
    }
    const cells = read.sheets.flatMap(({ rows }) => rows.flat()).filter((cell) => typeof cell === 'string');
    expect(cells.filter((cell) => /^[=+\-@\t]/.test(cell))).toEqual([]);
    expect(cells.some((cell) => cell.startsWith("'=HYPERLINK"))).toBe(true);
  });
});

test('figures are numbers in a workbook, and rows carry the name of their group', async () => {
  const read = await readXlsx(await renderReport(reportOf('readiness'), 'xlsx'));
  const sheet = (name: string) => read.sheets.find((each) => each.name === name)?.rows ?? [];
  expect(sheet('Defects')[1]?.slice(0, 6)).toEqual(['TST-02', 'Penetration test', 3, 1, 2, 1]);
  expect(sheet('Test results').map((row) => row[0])).toEqual(['Group', 'Performance', 'Performance', 'Security', 'Soak']);
  expect(read.sheets[0]?.rows.some((row) => row[1] === 'Outcome' && String(row[2]).startsWith('Not ready'))).toBe(true);
});

describe('in a thread of its own', () => {
  test('a report is made byte for byte as without one', async () => {
    const report = reportOf('decision');
    const made = await renderInWorker({ report, format: 'pdf' });
    expect(made.ok && Buffer.from(made.value).equals(Buffer.from(await renderReport(report, 'pdf')))).toBe(true);
  });

  test('one that takes too long is given up, and says that nothing was changed', async () => {
    const made = await renderInWorker({ report: reportOf('closure'), format: 'pdf' }, { timeoutMs: 1 });
    expect(!made.ok && made.refusal.reason).toMatch(/took longer than 1 s.*The record was not changed/);
  });
});
