/** The eight headline figures of the closure report. */

import { formatSpan } from '../../../base/time-words.ts';
import { counted } from '../../timeline/told.ts';
import { slipText, type ZonedWords } from '../../timeline/zoned-words.ts';
import type { ClosureReport } from './schema.ts';
import type { Figure } from './schema-support.ts';

type Parts = Omit<ClosureReport, 'summary' | 'figures' | 'report' | 'version'>;
const MINUTE_MS = 60_000;

export function figuresOf(parts: Parts, clock: ZonedWords): Figure[] {
  return [
    windowFigure(parts.head, clock),
    slipFigure(parts.plan, clock),
    taskFigure(parts.plan),
    incidentFigure(parts.incidents),
    ticketFigure(parts.tickets),
    trainingFigure(parts.training),
    metricFigure(parts.metrics),
    signOffFigure(parts.signOffs),
  ];
}

function windowFigure({ liveAt, windowEnd }: Parts['head'], clock: ZonedWords): Figure {
  const ends = `window to ${clock.time(windowEnd)} ${clock.zoneName(windowEnd)}`;
  if (liveAt === null) return { label: 'Live', value: 'not yet', note: ends, tone: 'warn' };
  const isKept = liveAt <= windowEnd;
  return {
    label: 'Change window',
    value: isKept ? 'kept' : 'overrun',
    note: `live ${clock.time(liveAt)}, ${ends}`,
    tone: isKept ? 'good' : 'stop',
  };
}

function slipFigure({ slipMs, plannedEnd, actualEnd }: Parts['plan'], clock: ZonedWords): Figure {
  const label = 'Finish against plan';
  if (slipMs === null || plannedEnd === null || actualEnd === null) return { label, value: 'open', note: 'work not ended', tone: 'plain' };
  const said = clock.date(plannedEnd) === clock.date(actualEnd) ? clock.time : clock.short;
  return {
    label,
    value: slipText(slipMs),
    note: `planned ${said(plannedEnd)}, was ${said(actualEnd)}`,
    tone: slipMs >= MINUTE_MS ? 'warn' : 'good',
  };
}

function taskFigure({ taskCount, closedCount, byStatus, lateCount, endedLateCount }: Parts['plan']): Figure {
  const of = (...statuses: readonly string[]) =>
    byStatus.filter(({ status }) => statuses.includes(status)).reduce((sum, { count }) => sum + count, 0);
  return {
    label: 'Tasks closed',
    value: `${closedCount} of ${taskCount}`,
    note: taskNote([
      [lateCount, 'late'],
      [endedLateCount, 'ended late'],
      [of('failed'), 'failed'],
      [of('skipped'), 'skipped'],
    ]),
    tone: of('failed') > 0 ? 'warn' : 'plain',
  };
}

function taskNote(counts: readonly (readonly [number, string])[]): string {
  const said = counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  return said.length === 0 ? 'none late, none failed' : said.join(', ');
}

function incidentFigure({ count, bySeverity, times }: Parts['incidents']): Figure {
  const open = bySeverity.reduce((sum, severity) => sum + severity.open, 0);
  const restore = times.find(({ name }) => name === 'MTTR')?.meanMs ?? null;
  const mean = restore === null ? '' : `, MTTR ${formatSpan(restore)}`;
  const note = count === 0 ? 'none declared' : `${open === 0 ? 'none open' : `${open} open`}${mean}`;
  return { label: 'Incidents', value: String(count), note, tone: open > 0 ? 'stop' : 'plain' };
}

function ticketFigure({ count, open, byPriority }: Parts['tickets']): Figure {
  const critical = byPriority.find(({ name }) => name === 'Priority 1')?.open ?? 0;
  const note = count === 0 ? 'none logged' : `of ${counted(count, 'ticket')}, ${critical} critical`;
  return { label: 'Tickets open', value: open.toLocaleString('en-US'), note, tone: critical > 0 ? 'stop' : 'plain' };
}

function trainingFigure({ reachedPercent, targetPercent }: Parts['training']): Figure {
  const label = 'Required training';
  const note = `target ${targetPercent} %`;
  if (reachedPercent === null) return { label, value: 'none', note: 'nobody needed any', tone: 'plain' };
  return { label, value: `${reachedPercent} %`, note, tone: reachedPercent >= targetPercent ? 'good' : 'warn' };
}

function metricFigure(metrics: Parts['metrics']): Figure {
  const of = (verdict: string) => metrics.filter((metric) => metric.verdict === verdict).length;
  const unknown = of('not measured') + of('no baseline');
  const tone = of('missed') > 0 ? 'warn' : unknown > 0 || metrics.length === 0 ? 'plain' : 'good';
  const note = metrics.length === 0 ? 'none set' : `${of('missed')} missed, ${unknown} not measured`;
  return { label: 'Metrics met', value: `${of('met')} of ${metrics.length}`, note, tone };
}

function signOffFigure(signOffs: Parts['signOffs']): Figure {
  const of = (decision: string | null) => signOffs.filter((signOff) => signOff.decision === decision).length;
  const tone = of('refused') > 0 ? 'stop' : signOffs.length > 0 && of(null) === 0 ? 'good' : 'plain';
  const note = signOffs.length === 0 ? 'none asked for' : `${of('refused')} refused, ${of(null)} awaited`;
  return { label: 'Sign-offs', value: `${of('accepted')} of ${signOffs.length}`, note, tone };
}
