/** The pages on tests: every result, defects and their state, and what was measured against targets. */
import type { ReadinessReport } from '../../../shared/domain/readiness/report.ts';
import { counted } from '../../../shared/domain/timeline/told.ts';
import type { Block, TableRow } from '../document.ts';
import { count, heading, leftOutNote, NONE, type PageWords, paragraph, quiet, status } from '../page-words.ts';

type Test = ReadinessReport['tests']['tests'][number];

export function testPages({ tests: { tests, leftOut } }: ReadinessReport, words: PageWords): Block[] {
  if (tests.length === 0) return [heading('Test results'), paragraph('No test is planned in this go-live.')];
  const groups = Map.groupBy(tests, ({ kind }) => kind);
  return [
    heading('Test results'),
    {
      kind: 'table',
      columns: [
        { head: 'Result', width: 15 },
        { head: 'Ref', width: 8 },
        { head: 'Test', width: 28 },
        { head: 'Must be', width: 16 },
        { head: 'Measured', width: 13, isFigure: true },
        { head: `Last run, ${words.zone}`, width: 22 },
      ],
      rows: [...groups].flatMap(([kind, own]): TableRow[] => [{ group: capital(kind) }, ...own.map((test) => testRow(test, words))]),
    },
    ...leftOutNote(leftOut, 'tests'),
  ];
}

function testRow(test: Test, words: PageWords): TableRow {
  const run = [
    [test.ranBy, test.ranAt === null ? '' : words.when(test.ranAt)].filter(Boolean).join(', '),
    [test.environment, test.build].filter(Boolean).join(', '),
    test.retests > 0 ? `run ${counted(test.runs, 'time')}, ${counted(test.retests, 'retest')}` : '',
  ].filter(Boolean);
  return {
    cells: [
      status(test.state),
      test.ref,
      [test.title, test.remark].filter(Boolean).join('\n'),
      test.target || 'judged by a person',
      test.measured || NONE,
      run.join('\n') || NONE,
    ],
  };
}

export function defectPages({ tests: { tests } }: ReadinessReport): Block[] {
  const found = tests.filter(({ defectsFound, criticalOpen, state }) => state !== 'not applicable' && defectsFound + criticalOpen > 0);
  if (found.length === 0) return [heading('Defects'), paragraph('No test found a defect.')];
  const worst = [...found].sort((a, b) => b.criticalOpen - a.criticalOpen || b.defectsOpen - a.defectsOpen);
  return [
    heading('Defects'),
    quiet('Counted over all runs of a test. Critical ones are those open after its last run.'),
    {
      kind: 'table',
      columns: [
        { head: 'Ref', width: 10 },
        { head: 'Test', width: 42 },
        { head: 'Found', width: 12, isFigure: true },
        { head: 'Fixed', width: 12, isFigure: true },
        { head: 'Open', width: 12, isFigure: true },
        { head: 'Critical open', width: 12, isFigure: true },
      ],
      rows: worst.map(({ ref, title, defectsFound, defectsFixed, defectsOpen, criticalOpen }) => ({
        cells: [ref, title, String(defectsFound), String(defectsFixed), count(defectsOpen, 'warn'), count(criticalOpen, 'stop')],
      })),
    },
  ];
}

export function performancePages({ performance }: ReadinessReport): Block[] {
  if (performance.length === 0) return [heading('Measured against targets'), paragraph('No test has a target.')];
  return [
    heading('Measured against targets'),
    {
      kind: 'table',
      columns: [
        { head: 'Verdict', width: 16 },
        { head: 'Ref', width: 9 },
        { head: 'Test', width: 29 },
        { head: 'Must be', width: 18 },
        { head: 'Measured', width: 13, isFigure: true },
        { head: 'Margin', width: 19 },
      ],
      rows: performance.map(({ verdict, ref, title, target, measured, margin }) => ({
        cells: [status(verdict), ref, title, target, measured || NONE, margin || NONE],
      })),
    },
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
