/** The page on the forecasts of the night: left out where none was kept. */
import { formatSlip, formatSpan } from '../../../shared/base/time-words.ts';
import type { ClosureReport } from '../../../shared/domain/closure/report.ts';
import { shareWords } from '../../../shared/domain/runbook/odds/share-words.ts';
import type { Block } from '../document.ts';
import { heading, NONE, type PageWords, paragraph } from '../page-words.ts';

export function forecastPages({ forecasts: { kept, meanErrorMs } }: ClosureReport, words: PageWords): Block[] {
  if (kept.length === 0) return [];
  const says =
    meanErrorMs === null
      ? 'Work of the cutover is left, so how far they were off is not known.'
      : `On average they were ${formatSpan(meanErrorMs)} from the finish that came.`;
  return [
    heading('Forecasts of the finish'),
    paragraph(`One was kept each full hour of the cutover. ${says}`),
    {
      kind: 'table',
      columns: [
        { head: `Made, ${words.zone}`, width: 18 },
        { head: 'Tasks closed', width: 16, isFigure: true },
        { head: 'Finish forecast', width: 18 },
        { head: '80 % keep', width: 18 },
        { head: 'In window', width: 14, isFigure: true },
        { head: 'Came later, min', width: 16, isFigure: true },
      ],
      rows: kept.map(({ at, closed, all, finishAt, p80At, inWindow, errorMs }) => ({
        cells: [
          words.when(at),
          `${closed} of ${all}`,
          words.when(finishAt),
          p80At === null ? NONE : words.when(p80At),
          inWindow === null ? NONE : shareWords(inWindow),
          errorMs === null ? NONE : formatSlip(errorMs),
        ],
      })),
    },
  ];
}
