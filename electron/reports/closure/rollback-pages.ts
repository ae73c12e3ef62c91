/** The pages on holds and on rolling back, each left out where there was none and the way back was never tried. */
import { formatSpan } from '../../../shared/base/time-words.ts';
import type { ClosureReport } from '../../../shared/domain/closure/report.ts';
import type { Block, Cell, Fact, MarkedText } from '../document.ts';
import { heading, NONE, type PageWords, paragraph, subheading } from '../page-words.ts';

type Rollback = ClosureReport['rollbacks']['rollbacks'][number];

export function holdPages({ holds }: ClosureReport, words: PageWords): Block[] {
  if (holds.length === 0) return [];
  return [
    heading('Holds'),
    {
      kind: 'table',
      columns: [
        { head: 'Ref', width: 8 },
        { head: `Called, ${words.zone}`, width: 24 },
        { head: `Resumed, ${words.zone}`, width: 24 },
        { head: 'Length', width: 10, isFigure: true },
        { head: 'Reason', width: 34 },
      ],
      rows: holds.map(({ ref, reason, isPlanned, calledBy, startedAt, endedAt, endedBy, lengthMs }) => ({
        cells: [
          ref,
          `${words.when(startedAt)}, ${isPlanned ? 'built into the plan' : calledBy}`,
          endedAt === null ? { text: 'runs still', mark: 'wait' } : [words.when(endedAt), endedBy].filter(Boolean).join(', '),
          lengthMs === null ? NONE : formatSpan(lengthMs),
          reason,
        ],
      })),
    },
  ];
}

export function rollbackPages({ rollbacks: { rollbacks, tests } }: ClosureReport, words: PageWords): Block[] {
  if (rollbacks.length + tests.length === 0) return [];
  return [
    heading('Rollback'),
    ...(rollbacks.length === 0 ? [paragraph('Nothing was rolled back.')] : rollbacks.flatMap((rollback) => rollbackPage(rollback, words))),
    ...testPage(tests, words),
  ];
}

function rollbackPage(rollback: Rollback, words: PageWords): Block[] {
  const { ref, kind, reason, despite, decidedBy, decidedAt, endedAt, outcome, outcomeNote, tookMs, forecastMs, targetMs, windowEnd } =
    rollback;
  const facts: Fact[] = [
    { label: 'Reason', value: reason },
    { label: 'Past no return', value: despite },
    { label: 'Decided', value: `${decidedBy}, ${words.when(decidedAt)}` },
    { label: 'Over', value: endedAt === null ? '' : `${words.when(endedAt)}, window to ${words.when(windowEnd)}` },
    { label: 'Took', value: tookMs === null ? '' : formatSpan(tookMs) },
    { label: 'Forecast', value: formatSpan(forecastMs) },
    { label: 'Target', value: targetMs === null ? '' : formatSpan(targetMs) },
    { label: 'Its tasks', value: rollback.tasks.map(({ status, count }) => `${count} ${status}`).join(', ') },
    { label: outcome === 'given up' ? 'Given up because' : 'Judged by', value: outcomeNote },
  ].filter(({ value }) => value !== '');
  return [
    subheading(`${ref}, ${kind}`),
    { kind: 'status', status: outcomeOf(rollback), note: `times ${words.zone}` },
    { kind: 'facts', facts },
  ];
}

function outcomeOf({ outcome, tookMs, targetMs }: Rollback): MarkedText {
  if (outcome === null) return { text: 'still running', mark: 'run' };
  if (outcome === 'given up') return { text: outcome, mark: 'warn' };
  if (targetMs === null || tookMs === null) return { text: outcome, mark: 'good' };
  return tookMs <= targetMs ? { text: `${outcome}, within the target`, mark: 'good' } : { text: `${outcome}, target missed`, mark: 'warn' };
}

function testPage(tests: ClosureReport['rollbacks']['tests'], words: PageWords): Block[] {
  if (tests.length === 0) return [subheading('Way back tried'), paragraph('Never.')];
  const result = (passed: boolean): Cell => (passed ? { text: 'passed', mark: 'good' } : { text: 'failed', mark: 'stop' });
  return [
    subheading('Way back tried'),
    {
      kind: 'table',
      columns: [
        { head: `When, ${words.zone}`, width: 16 },
        { head: 'Where', width: 22 },
        { head: 'Result', width: 12 },
        { head: 'Took', width: 12, isFigure: true },
        { head: 'Remark', width: 38 },
      ],
      rows: tests.map(({ testedAt, place, passed, tookMs, remark }) => ({
        cells: [words.when(testedAt), place, result(passed), formatSpan(tookMs), remark || NONE],
      })),
    },
  ];
}
