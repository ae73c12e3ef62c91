/** The last pages: metrics, lessons, sign-offs, cleanup, the timeline, and how the report can be checked. */
import { figureText } from '../../../shared/domain/closure/metric.ts';
import type { ClosureReport } from '../../../shared/domain/closure/report.ts';
import { counted } from '../../../shared/domain/timeline/told.ts';
import type { Block, TableRow } from '../document.ts';
import { heading, NONE, type PageWords, paragraph, quiet, status } from '../page-words.ts';

export function metricPages({ metrics }: ClosureReport, words: PageWords): Block[] {
  if (metrics.length === 0) return [];
  return [
    heading('Metrics against thresholds'),
    {
      kind: 'table',
      columns: [
        { head: 'Verdict', width: 17 },
        { head: 'Metric', width: 27 },
        { head: 'Threshold', width: 23 },
        { head: 'Measured', width: 13, isFigure: true },
        { head: 'Comment', width: 30 },
      ],
      rows: metrics.map((metric) => ({
        cells: [
          status(metric.verdict),
          metric.title,
          metric.threshold,
          metric.actual === null ? NONE : figureText(metric.actual, metric.unit),
          [metric.comment, measuredBy(metric, words)].filter(Boolean).join(' ') || NONE,
        ],
      })),
    },
  ];
}

function measuredBy({ measuredBy: who, measuredAt }: ClosureReport['metrics'][number], words: PageWords): string {
  return who && measuredAt !== null ? `(${who}, ${words.when(measuredAt)})` : '';
}

export function lessonPages({ lessons }: ClosureReport): Block[] {
  if (lessons.length === 0) return [heading('Lessons'), paragraph('No lesson was written down.')];
  return [
    heading('Lessons'),
    {
      kind: 'table',
      columns: [
        { head: 'What happened', width: 44 },
        { head: 'What to do next time', width: 40 },
        { head: 'From', width: 16 },
      ],
      rows: lessons.flatMap(({ category, lessons: own }): TableRow[] => [
        { group: category },
        ...own.map(({ happened, learned, addedBy }) => ({ cells: [happened, learned || NONE, addedBy] })),
      ]),
    },
  ];
}

const options: Readonly<Record<string, string>> = {
  milestone: 'Milestone transition: more work remains after this milestone',
  completion: 'Project completion: all objectives are achieved',
  continue: 'Continue active work: no cleanup now',
};

export function cleanupPages({ cleanup }: ClosureReport, words: PageWords): Block[] {
  if (cleanup.option === null) return [heading('Cleanup'), paragraph('Not decided yet.')];
  const rows = cleanup.actions.map(
    ({ title, status: word, finishedBy, finishedAt, note }): TableRow => ({
      cells: [
        status(word),
        title,
        [[finishedBy, finishedAt === null ? '' : words.when(finishedAt)].filter(Boolean).join(', '), note].filter(Boolean).join('. ') ||
          NONE,
      ],
    }),
  );
  return [
    heading('Cleanup'),
    {
      kind: 'facts',
      facts: [
        { label: 'Decision', value: options[cleanup.option] ?? cleanup.option },
        { label: 'Reason', value: cleanup.reason || NONE },
      ],
    },
    ...(rows.length > 0
      ? [
          {
            kind: 'table',
            columns: [
              { head: 'Status', width: 15 },
              { head: 'Action', width: 50 },
              { head: 'By', width: 35 },
            ],
            rows,
          } as const,
        ]
      : []),
  ];
}

export function timelinePages({ timeline }: ClosureReport, words: PageWords): Block[] {
  const { lines, leftOut } = timeline;
  if (lines.length === 0) return [];
  const rest =
    leftOut > 0
      ? ` ${counted(leftOut, 'line')} of routine ${leftOut === 1 ? 'is' : 'are'} left out; the record holds them.`
      : ' Nothing is left out.';
  return [
    heading('Timeline'),
    quiet(`${counted(lines.length, 'line')}, oldest first; what decided the go-live stands out.${rest}`),
    {
      kind: 'table',
      columns: [
        { head: words.zone, width: 9 },
        { head: 'What happened', width: 69 },
        { head: 'Who', width: 22 },
      ],
      rows: lines.flatMap((line, at): TableRow[] => {
        const day = words.clock.date(line.occurredAt);
        const before = lines[at - 1];
        const isNewDay = !before || words.clock.date(before.occurredAt) !== day;
        return [
          ...(isNewDay ? [{ group: day }] : []),
          { cells: [words.clock.time(line.occurredAt), { text: told(line, words), isStrong: line.isDecisive }, line.actor] },
        ];
      }),
    },
  ];
}

function told({ text, note, writtenAt }: ClosureReport['timeline']['lines'][number], words: PageWords): string {
  const late = writtenAt === null ? '' : ` (written down ${words.when(writtenAt)})`;
  return `${text}${late}${note ? `\n${note}` : ''}`;
}
