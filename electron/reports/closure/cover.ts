/** The first page of the closure report. */
import type { ClosureReport } from '../../../shared/domain/closure/report.ts';
import type { Cover, Fact, HeadlineFigure, MarkedText } from '../document.ts';
import { type PageWords, status } from './page-words.ts';

export function coverOf(report: ClosureReport, words: PageWords): Cover {
  const { head } = report;
  return {
    kind: 'Closure report',
    title: head.name,
    subtitle: [[head.system, head.release].filter(Boolean).join(' '), head.ref].join(', '),
    outcome: outcomeOf(head),
    outcomeNote: head.outcomeNote,
    facts: factsOf(head, words),
    figures: report.figures.map(
      ({ label, value, note, tone }): HeadlineFigure => ({ label, value, note, tone: tone === 'plain' ? 'ink' : tone }),
    ),
    summary: report.summary,
    notice: head.isSample ? 'This go-live is invented. It is the sample Gantry shows to try things out.' : '',
  };
}

function outcomeOf({ outcome, stage }: ClosureReport['head']): MarkedText {
  if (outcome !== null) return status(outcome);
  return { text: `Not closed yet, in ${stage}`, mark: 'wait' };
}

function factsOf(head: ClosureReport['head'], words: PageWords): Fact[] {
  const { playbook } = head;
  const variation = playbook?.variation ? `, ${playbook.variation}` : '';
  return [
    { label: 'T-0', value: `${words.whenFull(head.tZeroAt)}, ${head.tZeroMeans}` },
    { label: 'Change window', value: windowWords(head, words) },
    { label: 'Cutover started', value: words.whenFull(head.startedAt) },
    { label: 'Declared live', value: words.whenFull(head.liveAt) },
    { label: 'Closed', value: words.whenFull(head.closedAt) },
    { label: 'Playbook', value: playbook ? `${playbook.title} ${playbook.version}${variation}` : 'None' },
    { label: 'Zone of all times', value: head.zone },
    { label: 'Report made', value: `${words.whenFull(head.madeAt)} by ${head.madeBy}` },
  ];
}

function windowWords({ windowStart, windowEnd }: ClosureReport['head'], { clock, whenFull }: PageWords): string {
  const end = clock.date(windowStart) === clock.date(windowEnd) ? clock.time(windowEnd) : clock.short(windowEnd);
  return `${whenFull(windowStart)} to ${end}`;
}
