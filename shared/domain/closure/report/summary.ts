/** The closure report in a few sentences, most important first. */

import { formatSpan } from '../../../base/time-words.ts';
import { counted, cutText, listed } from '../../timeline/told.ts';
import { slipText, type ZonedWords } from '../../timeline/zoned-words.ts';
import type { ClosureReport } from './schema.ts';

type Parts = Omit<ClosureReport, 'summary' | 'figures' | 'report' | 'version'>;

export function summaryOf(parts: Parts, clock: ZonedWords): string[] {
  return [
    outcomeSentence(parts.head, clock),
    planSentence(parts.plan),
    movesSentence(parts.plan.moves, clock),
    holdSentence(parts.holds),
    ...parts.rollbacks.rollbacks.map((rollback) => rollbackSentence(rollback, clock)),
    gateSentence(parts.gates),
    incidentSentence(parts.incidents),
    ticketSentence(parts.tickets),
    trainingSentence(parts.training),
    metricSentence(parts.metrics),
    signOffSentence(parts.signOffs),
  ].filter((sentence) => sentence !== '');
}

function outcomeSentence(head: Parts['head'], clock: ZonedWords): string {
  const { system, release, stage, outcome, liveAt, windowEnd } = head;
  const what = [system, release].filter(Boolean).join(' ');
  if (outcome === 'scrubbed' || stage === 'scrubbed') return `The attempt to bring ${what} live was scrubbed.`;
  if (outcome === 'rolled back') return `${what} was rolled back to the state before.`;
  if (liveAt === null) return `${what} is not declared live; the go-live is in ${stage}.`;
  const spare = windowEnd - liveAt;
  const against =
    spare >= 0 ? `${formatSpan(spare)} before the change window ended` : `${formatSpan(-spare)} after the change window ended`;
  const verdict = outcome === null ? `The go-live is still in ${stage}.` : `The outcome is ${outcome}.`;
  return `${what} went live on ${clock.full(liveAt)} ${clock.zoneName(liveAt)}, ${against}. ${verdict}`;
}

function planSentence(plan: Parts['plan']): string {
  if (plan.taskCount === 0) return 'No tasks were planned.';
  const of = (...statuses: readonly string[]) =>
    plan.byStatus.filter(({ status }) => statuses.includes(status)).reduce((sum, { count }) => sum + count, 0);
  const said = (counts: readonly (readonly [number, string])[]) =>
    counts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const closedHow = said([
    [of('finished by workaround'), 'by workaround'],
    [of('skipped'), 'skipped'],
  ]);
  const rest = said([
    [plan.openCount, `open${of('failed') > 0 ? `, ${of('failed')} of them failed` : ''}`],
    [of('rolled back'), 'rolled back'],
  ]);
  const how = closedHow.length > 0 ? `, of which ${listed(closedHow)}` : '';
  const and = rest.length > 0 ? `; ${listed(rest)}` : '';
  const slip = plan.slipMs === null ? '' : ` Against plan the work ended ${slipText(plan.slipMs)}.`;
  const late = said([
    [plan.lateCount, plan.lateCount === 1 ? 'open task is late' : 'open tasks are late'],
    [plan.endedLateCount, 'ended late'],
  ]);
  const { closedCount, taskCount } = plan;
  return `${closedCount} of ${counted(taskCount, 'task')} ${closedCount === 1 ? 'is' : 'are'} closed${how}${and}.${slip}${late.length > 0 ? ` ${listed(late)}.` : ''}`;
}

function movesSentence(moves: Parts['plan']['moves'], clock: ZonedWords): string {
  const [first, last] = [moves[0], moves.at(-1)];
  if (!first || !last) return '';
  const times = moves.length === 1 ? 'once' : `${moves.length} times`;
  return `T-0 was moved ${times}, from ${clock.full(first.from)} to ${clock.full(last.to)} ${clock.zoneName(last.to)}.`;
}

function holdSentence(holds: Parts['holds']): string {
  if (holds.length === 0) return '';
  const each = holds.map(
    ({ ref, reason, lengthMs }) => `${ref} ${lengthMs === null ? 'runs still' : formatSpan(lengthMs)}, ${cutText(reason, 90)}`,
  );
  return `The clock was on hold ${holds.length === 1 ? 'once' : `${holds.length} times`}: ${cutText(each.join('; '), 400)}.`;
}

function rollbackSentence(rollback: Parts['rollbacks']['rollbacks'][number], clock: ZonedWords): string {
  const { ref, kind, reason, decidedAt, endedAt, outcome, outcomeNote } = rollback;
  const decided = `A rollback, ${ref} (${kind}), was decided ${clock.full(decidedAt)} ${clock.zoneName(decidedAt)} (${cutText(reason, 120)})`;
  if (endedAt === null) return `${decided} and runs still.`;
  const said = outcomeNote === '' ? '' : `: ${cutText(outcomeNote, 120)}`;
  if (outcome === 'given up') return `${decided} and given up after ${formatSpan(endedAt - decidedAt)}${said}.`;
  return `${decided}; the prior state was back after ${formatSpan(endedAt - decidedAt)}${said}.`;
}

function gateSentence(gates: Parts['gates']): string {
  if (gates.length === 0) return '';
  const decided = gates.filter(({ decision }) => decision !== null);
  const conditions = gates.flatMap((gate) => gate.conditions);
  const met = conditions.filter(({ status }) => status === 'met').length;
  const decisions = decided.map(({ ref, decision }) => `${ref} ${decision?.decision}`);
  const fate = conditions.length > 0 ? ` ${met} of ${counted(conditions.length, 'condition')} ${met === 1 ? 'was' : 'were'} met.` : '';
  if (decided.length === 0) return `None of ${counted(gates.length, 'gate')} is decided.${fate}`;
  return `${decided.length} of ${counted(gates.length, 'gate')} decided: ${listed(decisions)}.${fate}`;
}

function incidentSentence({ count, bySeverity, times }: Parts['incidents']): string {
  if (count === 0) return 'No incident was declared.';
  const worst = bySeverity.filter((severity) => severity.count > 0).map((severity) => `${severity.count} SEV${severity.severity}`);
  const open = bySeverity.reduce((sum, severity) => sum + severity.open, 0);
  const restore = times.find(({ name }) => name === 'MTTR')?.meanMs ?? null;
  const mean = restore === null ? '' : ` Service was restored in ${formatSpan(restore)} on average.`;
  return `${counted(count, 'incident')} declared: ${listed(worst)}; ${open === 0 ? 'none open' : `${open} still open`}.${mean}`;
}

function ticketSentence({ count, open, byPriority, medianResolveMs }: Parts['tickets']): string {
  if (count === 0) return 'No ticket was logged.';
  const critical = byPriority.find(({ name }) => name === 'Priority 1')?.open ?? 0;
  const still = open === 0 ? 'none is open' : `${open} still open, ${critical === 0 ? 'none' : critical} of them critical`;
  const median = medianResolveMs === null ? '' : ` Half of those resolved took less than ${formatSpan(medianResolveMs)}.`;
  return `${counted(count, 'ticket')} logged, ${still}.${median}`;
}

function trainingSentence({ reachedPercent, targetPercent }: Parts['training']): string {
  return reachedPercent === null ? '' : `Required training reached ${reachedPercent} %; the target was ${targetPercent} %.`;
}

function metricSentence(metrics: Parts['metrics']): string {
  if (metrics.length === 0) return '';
  const of = (verdict: string) => metrics.filter((metric) => metric.verdict === verdict).length;
  const unknown = of('not measured') + of('no baseline');
  const parts = [
    ...(of('missed') > 0 ? [`${of('missed')} missed ${of('missed') === 1 ? 'its' : 'their'} threshold`] : []),
    ...(unknown > 0 ? [`${unknown} not measured`] : []),
  ];
  return `${of('met')} of ${counted(metrics.length, 'metric')} met${parts.length > 0 ? `; ${listed(parts)}` : ''}.`;
}

function signOffSentence(signOffs: Parts['signOffs']): string {
  if (signOffs.length === 0) return '';
  const of = (decision: string | null) => signOffs.filter((signOff) => signOff.decision === decision).length;
  const parts = [...(of('refused') > 0 ? [`${of('refused')} refused`] : []), ...(of(null) > 0 ? [`${of(null)} not signed yet`] : [])];
  return `${of('accepted')} of ${counted(signOffs.length, 'sign-off')} given${parts.length > 0 ? `; ${listed(parts)}` : ''}.`;
}
