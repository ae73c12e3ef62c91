/** The pages on what is open, plan against actual, and readiness. */
import { formatSpan } from '../../../shared/base/time-words.ts';
import type { ClosureReport } from '../../../shared/domain/closure/report.ts';
import { counted } from '../../../shared/domain/timeline/told.ts';
import { slipText } from '../../../shared/domain/timeline/zoned-words.ts';
import { streamChart } from '../charts/stream-chart.ts';
import type { Block, Cell, Mark, TableRow } from '../document.ts';
import { count, heading, leftOutNote, NONE, type PageWords, paragraph, quiet, status, subheading } from '../page-words.ts';

const weights: Readonly<Record<number, Mark>> = { 1: 'stop', 2: 'warn' };
const weightWords: Readonly<Record<number, string>> = { 1: 'Stands against closing', 2: 'To be explained' };

const openHeading = heading('What is still open');

export function openPages({ open }: ClosureReport): Block[] {
  if (open.matters.length === 0)
    return [openHeading, paragraph('Nothing. Every task, incident, ticket, condition and sign-off is settled.')];
  return [
    openHeading,
    {
      kind: 'table',
      columns: [
        { head: 'Weight', width: 19 },
        { head: 'Ref', width: 10 },
        { head: 'What is open, worst first', width: 58 },
        { head: 'Kind', width: 13 },
      ],
      rows: open.matters.map(({ weight, ref, words, kind }) => ({
        cells: [{ text: weightWords[weight] ?? 'To work off', mark: weights[weight] ?? 'wait' }, ref, words, kind],
      })),
    },
    ...leftOutNote(open.leftOut, 'open matters'),
  ];
}

export function planPages(report: ClosureReport, words: PageWords): Block[] {
  const { plan } = report;
  if (plan.taskCount === 0) return [heading('Plan against actual'), paragraph('No tasks were planned.')];
  const chart = streamChart(report, words.clock);
  const statuses = plan.byStatus.map(({ status: name, count }) => `${count} ${name}`).join(', ');
  return [
    heading('Plan against actual'),
    paragraph(`${counted(plan.taskCount, 'task')}: ${statuses}. ${lateWords(plan)}`),
    ...(chart ? [{ kind: 'chart', chart } as const] : []),
    subheading('Streams'),
    groupTable('Stream', plan.streams, words),
    subheading('Phases'),
    groupTable('Phase', plan.phases, words),
    ...latePages(plan, words),
    ...exceptionPages(plan),
    ...movePages(plan, words),
  ];
}

function groupTable(head: string, groups: ClosureReport['plan']['streams'], words: PageWords): Block {
  return {
    kind: 'table',
    columns: [
      { head, width: 23 },
      { head: 'Tasks', width: 7, isFigure: true },
      { head: 'Closed', width: 8, isFigure: true },
      { head: 'Open', width: 7, isFigure: true },
      { head: 'Of it failed', width: 8, isFigure: true },
      { head: 'Rolled back', width: 9, isFigure: true },
      { head: `Planned end, ${words.zone}`, width: 15, isFigure: true },
      { head: `Actual end, ${words.zone}`, width: 15, isFigure: true },
      { head: 'Slip', width: 11, isFigure: true },
    ],
    rows: groups.map((group) => ({
      cells: [
        group.name,
        String(group.tasks),
        String(group.closed),
        count(group.open, 'ink'),
        count(group.failed, 'stop'),
        count(group.rolledBack, 'stop'),
        words.when(group.plannedEnd),
        group.open > group.failed ? 'open' : words.when(group.actualEnd),
        slip(group.slipMs),
      ],
    })),
  };
}

function slip(ms: number | null): Cell {
  if (ms === null) return { text: NONE, tone: 'quiet' };
  return { text: slipText(ms), tone: ms >= 60_000 ? 'warn' : 'quiet' };
}

function lateWords({ lateCount, endedLateCount }: ClosureReport['plan']): string {
  const said = [
    ...(lateCount > 0 ? [`${lateCount} of the open ones ${lateCount === 1 ? 'is' : 'are'} late by forecast`] : []),
    ...(endedLateCount > 0 ? [`${endedLateCount} ended late`] : []),
  ];
  return said.length === 0 ? 'None is late, none ended late.' : `${said.join('; ')}.`;
}

function latePages({ late }: ClosureReport['plan'], words: PageWords): Block[] {
  if (late.tasks.length === 0) return [];
  return [
    subheading('Late tasks, worst first'),
    {
      kind: 'table',
      columns: [
        { head: 'Ref', width: 9 },
        { head: 'Task', width: 31 },
        { head: 'Owner', width: 17 },
        { head: `Planned end, ${words.zone}`, width: 15, isFigure: true },
        { head: `Ended, ${words.zone}`, width: 20, isFigure: true },
        { head: 'Late', width: 11, isFigure: true },
      ],
      rows: late.tasks.map(({ ref, title, owners, plannedEnd, actualEnd, forecastEnd, lateMs }) => ({
        cells: [
          ref,
          title,
          owners,
          words.when(plannedEnd),
          actualEnd === null ? `forecast ${words.when(forecastEnd)}` : words.when(actualEnd),
          { text: `+${formatSpan(lateMs)}`, tone: 'warn' },
        ],
      })),
    },
    ...leftOutNote(late.leftOut, 'late tasks'),
  ];
}

function exceptionPages({ exceptions }: ClosureReport['plan']): Block[] {
  if (exceptions.tasks.length === 0) return [];
  return [
    subheading('Tasks that did not simply finish'),
    {
      kind: 'table',
      columns: [
        { head: 'Outcome', width: 22 },
        { head: 'Ref', width: 9 },
        { head: 'Task', width: 30 },
        { head: 'Why', width: 39 },
      ],
      rows: exceptions.tasks.map(({ status: word, ref, title, reason }) => ({ cells: [status(word), ref, title, reason || NONE] })),
    },
    ...leftOutNote(exceptions.leftOut, 'such tasks'),
  ];
}

function movePages({ moves }: ClosureReport['plan'], words: PageWords): Block[] {
  if (moves.length === 0) return [];
  const rows = moves.map(
    ({ at, by, from, to, note }): TableRow => ({ cells: [words.when(at), words.whenFull(from), words.whenFull(to), by, note || NONE] }),
  );
  return [
    subheading('How T-0 moved'),
    {
      kind: 'table',
      columns: [
        { head: `When, ${words.zone}`, width: 16 },
        { head: 'From', width: 22 },
        { head: 'To', width: 22 },
        { head: 'By', width: 15 },
        { head: 'Why', width: 25 },
      ],
      rows,
    },
  ];
}

export function readinessPages({ readiness }: ClosureReport, words: PageWords): Block[] {
  if (readiness.checkCount === 0) return [];
  return [
    heading('Readiness'),
    quiet('Checks as they stand when the report is made. What was known at a gate is said there.'),
    {
      kind: 'table',
      columns: [
        { head: 'Area', width: 40 },
        { head: 'Passed', width: 12, isFigure: true },
        { head: 'Waived', width: 12, isFigure: true },
        { head: 'Failed', width: 12, isFigure: true },
        { head: 'Open', width: 12, isFigure: true },
        { head: 'Not applicable', width: 16, isFigure: true },
      ],
      rows: readiness.areas.map(({ area, passed, waived, failed, open, notApplicable }) => ({
        cells: [area, String(passed), count(waived, 'ink'), count(failed, 'stop'), count(open, 'ink'), count(notApplicable, 'quiet')],
      })),
    },
    ...checkExceptions(readiness, words),
  ];
}

function checkExceptions({ exceptions }: ClosureReport['readiness'], words: PageWords): Block[] {
  if (exceptions.checks.length === 0) return [];
  return [
    subheading('Failed and waived checks'),
    {
      kind: 'table',
      columns: [
        { head: 'Result', width: 12 },
        { head: 'Ref', width: 8 },
        { head: 'Check', width: 28 },
        { head: 'Why', width: 30 },
        { head: 'By', width: 22 },
      ],
      rows: exceptions.checks.map(({ status: word, ref, title, reason, by, at }) => ({
        cells: [status(word), ref, title, reason || NONE, [by, at === null ? '' : words.when(at)].filter(Boolean).join(', ') || NONE],
      })),
    },
    ...leftOutNote(exceptions.leftOut, 'such checks'),
  ];
}
