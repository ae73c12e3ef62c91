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
  [
    0,
    [
      'hold.call',
      'hold.resume',
      'goLive.recycle',
      'rollback.start',
      'rollback.end',
      'rollback.giveUp',
      'trouble.strike',
      'rehearsal.create',
    ],
  ],
  [1, ['note.add', 'entry.undo', 'gate.call', 'criterion.judge', 'check.fail', 'check.waive', 'task.skip', 'task.unblock']],
  [1, ['task.reopen', 'check.reopen', 'incident.acknowledge', 'incident.close', 'metric.measure', 'goLive.edit', 'incident.edit']],
  [1, ['test.exclude', 'hold.expect', 'rollback.target', 'substitution.start', 'substitution.end', 'shift.write', 'task.handOver']],
  [1, ['task.correct', 'task.estimate', 'trouble.end', 'trouble.miss', 'drill.speed', 'drill.jump', 'rollbackTest.record']],
  [
    2,
    ['task.start', 'task.autoStart', 'task.finish', 'announcement.send', 'check.pass', 'check.exclude', 'procedure.step', 'testRun.record'],
  ],
];
const weightOf = new Map(weights.flatMap(([weight, actions]) => actions.map((action) => [action, weight] as const)));
const ROUTINE = 3;

/** Whole weights are taken while they fit; of the first that does not fit, the latest lines. */
export function timelinePart(entries: readonly Entry[], rows: Rows): ClosureReport['timeline'] {
  const all = timelineOf(entries, rows);
  const shown = new Set<TimelineLine>();
  for (let weight = 0; weight < ROUTINE && shown.size < LINES_SHOWN; weight += 1) {
    const lines = all.filter((line) => weightOfLine(line) === weight);
    for (const line of lines.slice(-(LINES_SHOWN - shown.size))) shown.add(line);
  }
  return {
    lines: all
      .filter((line) => shown.has(line))
      .map((line) => {
        const { seq, occurredAt, writtenAt, kind, actor, text, note } = line;
        return { seq, occurredAt, writtenAt, kind, isDecisive: weightOfLine(line) === 0, actor, text, note };
      }),
    leftOut: all.length - shown.size,
  };
}

/** A task started with a reason went ahead although something stood in its way; one finished with words may tell more than that it is over. */
function weightOfLine({ action, note }: TimelineLine): number {
  const weight = weightOf.get(action) ?? ROUTINE;
  if (note === '') return weight;
  return action === 'task.start' ? 0 : action === 'task.finish' ? 1 : weight;
}
