/** The timeline as a board reads it: what mattered, in order, and how much routine is left out. */
import type { Entry } from '../../../base/entry.ts';
import type { Rows } from '../../tables.ts';
import { type TimelineLine, timelineOf } from '../../timeline/list.ts';
import type { ClosureReport } from './schema.ts';

const LINES_SHOWN = 400;

/** 0 decides the go-live, 1 is worth knowing, 2 is the work itself, 3 routine. */
const weights: readonly (readonly [number, readonly string[]])[] = [
  [0, ['goLive.create', 'goLive.move', 'goLive.start', 'goLive.live', 'goLive.close', 'goLive.scrub']],
  [0, ['gate.decide', 'gate.reopen', 'condition.settle', 'incident.declare', 'incident.escalate', 'incident.mitigate']],
  [
    0,
    ['incident.resolve', 'incident.reopen', 'procedure.start', 'task.block', 'task.fail', 'plan.import', 'plan.exchange', 'ticket.import'],
  ],
  [0, ['signOff.sign', 'cleanup.decide', 'poll.reveal', 'approval.give']],
  [1, ['note.add', 'entry.undo', 'gate.call', 'criterion.judge', 'check.fail', 'check.waive', 'task.skip', 'task.unblock']],
  [1, ['task.reopen', 'check.reopen', 'incident.acknowledge', 'incident.close', 'metric.measure', 'goLive.edit', 'incident.edit']],
  [1, ['test.exclude']],
  [2, ['task.finish', 'check.pass', 'check.exclude', 'procedure.step', 'testRun.record']],
];
const weightOf = new Map(weights.flatMap(([weight, actions]) => actions.map((action) => [action, weight] as const)));
const ROUTINE = 3;

/** Whole weights are taken while they fit; of the first that does not fit, the latest lines. */
export function timelinePart(entries: readonly Entry[], rows: Rows): ClosureReport['timeline'] {
  const all = timelineOf(entries, rows);
  const shown = new Set<TimelineLine>();
  for (let weight = 0; weight < ROUTINE && shown.size < LINES_SHOWN; weight += 1) {
    const lines = all.filter((line) => (weightOf.get(line.action) ?? ROUTINE) === weight);
    for (const line of lines.slice(-(LINES_SHOWN - shown.size))) shown.add(line);
  }
  return {
    lines: all
      .filter((line) => shown.has(line))
      .map((line) => {
        const { seq, occurredAt, writtenAt, kind, actor, text, note } = line;
        return { seq, occurredAt, writtenAt, kind, isDecisive: weightOf.get(line.action) === 0, actor, text, note };
      }),
    leftOut: all.length - shown.size,
  };
}
