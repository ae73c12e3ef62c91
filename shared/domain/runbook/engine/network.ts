/** The plan as arrays: every task, gate and group a node, every link, gate and group relation an edge. Made once for each shape of the plan. */
import type { Gate } from '../../gate/schema.ts';
import type { GoLive } from '../../go-live/schema.ts';
import type { Rows } from '../../tables.ts';
import type { Calendar } from '../schedule-schema.ts';
import type { Task } from '../schema.ts';
import { isInRun } from '../task-state.ts';
import { openCircles } from './circles.ts';
import { collectEdges, type Edges, edgeKinds } from './edges.ts';
import { nodesOf, roles } from './nodes.ts';
import { type BySource, type ByTarget, byTarget } from './sorting.ts';

export interface Network extends Edges, ByTarget, BySource {
  /** Tasks that exist in this run; their index is their node. */
  readonly tasks: readonly Task[];
  readonly gates: readonly Gate[];
  readonly nodeOf: ReadonlyMap<string, number>;
  /** Node of the first gate; the others follow. */
  readonly firstGate: number;
  readonly count: number;
  readonly role: Uint8Array;
  /** By node: 0 for around the clock, else one more than the index into `calendars`. */
  readonly clockOf: Int16Array;
  readonly calendars: readonly Calendar[];
  /** All nodes, each after those it waits for. */
  readonly order: Int32Array;
  readonly cycle: readonly string[] | null;
}

/** Rows that shape the network. */
export type PlanRows = Pick<Rows, 'task' | 'link'> & Partial<Pick<Rows, 'gate' | 'calendar'>>;

/** Links to tasks that are missing or not in this run count for nothing; of two tasks with one id the first is taken. */
export function networkFrom(rows: PlanRows, goLive: Partial<Pick<GoLive, 'kind'>>): Network {
  const run = { kind: goLive.kind ?? 'live' };
  const tasks: Task[] = [];
  const nodeOf = new Map<string, number>();
  for (const task of rows.task.values()) {
    if (!isInRun(task, run)) continue;
    nodeOf.set(task.id, tasks.length);
    if (nodeOf.size > tasks.length) tasks.push(task);
    else
      nodeOf.set(
        task.id,
        tasks.findIndex(({ id }) => id === task.id),
      ); // the id was there already
  }
  const gates = [...(rows.gate?.values() ?? [])];
  const calendars = [...(rows.calendar?.values() ?? [])];
  const nodes = nodesOf(tasks, gates);
  const found = collectEdges(tasks, rows.link, gates, nodeOf, nodes);
  const clockOf = clocksOf(tasks, calendars, nodes.role.length);
  const base = { tasks, gates, nodeOf, calendars, clockOf, role: nodes.role, firstGate: nodes.firstGate, count: nodes.role.length };
  const circles = openCircles(base, byTarget(found, base.count));
  const edges = circles.edges;
  if (circles.cycle) emptySpans(nodes.role, edges);
  return { ...base, ...edges, ...circles.outward, order: circles.order, cycle: circles.cycle };
}

/** A group whose tasks all stand on a circle that was opened before it is as one without tasks. */
function emptySpans(role: Uint8Array, { kind, inAt }: Edges & ByTarget): void {
  for (let node = 0; node < role.length; node += 1) {
    if (role[node] !== roles.span) continue;
    const into = kind.subarray(inAt[node], inAt[node + 1]);
    if (!into.includes(edgeKinds.child)) role[node] = roles.emptySpan;
  }
}

function clocksOf(tasks: readonly Task[], calendars: readonly Calendar[], count: number): Int16Array {
  const clockOf = new Int16Array(count);
  if (calendars.length === 0) return clockOf;
  const ofStream = new Map(calendars.map(({ stream }, index) => [stream, index + 1]));
  tasks.forEach((task, node) => {
    clockOf[node] = ofStream.get(task.stream) ?? 0;
  });
  return clockOf;
}
