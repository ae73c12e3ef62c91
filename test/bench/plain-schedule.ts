/** The least a schedule can be: finish-to-start links only, no calendar, gate, group or status, forward and back over plain arrays. */
import type { Link, Task } from '../../shared/domain/runbook/schema.ts';

/** Start, end and float of every task in the order of the rows, as ms from T-0. */
export function plainSchedule(tasks: ReadonlyMap<string, Task>, links: ReadonlyMap<string, Link>) {
  const count = tasks.size;
  const indexOf = new Map<string, number>();
  const length = new Float64Array(count);
  const planned = new Float64Array(count);
  for (const task of tasks.values()) {
    const index = indexOf.size;
    indexOf.set(task.id, index);
    length[index] = task.durationMs;
    planned[index] = task.startOffset ?? 0;
  }
  const from = new Int32Array(links.size);
  const to = new Int32Array(links.size);
  const lag = new Float64Array(links.size);
  const firstOut = new Int32Array(count + 1);
  const waiting = new Int32Array(count);
  let edges = 0;
  for (const link of links.values()) {
    from[edges] = indexOf.get(link.fromId) as number;
    to[edges] = indexOf.get(link.toId) as number;
    lag[edges] = link.lagMs;
    firstOut[(from[edges] as number) + 1] = (firstOut[(from[edges] as number) + 1] as number) + 1;
    waiting[to[edges] as number] = (waiting[to[edges] as number] as number) + 1;
    edges += 1;
  }
  for (let node = 0; node < count; node += 1) firstOut[node + 1] = (firstOut[node + 1] as number) + (firstOut[node] as number);
  const free = firstOut.slice();
  const out = new Int32Array(edges);
  for (let edge = 0; edge < edges; edge += 1) {
    const source = from[edge] as number;
    out[free[source] as number] = edge;
    free[source] = (free[source] as number) + 1;
  }
  const order = new Int32Array(count);
  let last = 0;
  for (let node = 0; node < count; node += 1) if (waiting[node] === 0) order[last++] = node;
  const start = planned;
  const end = new Float64Array(count);
  let finish = 0;
  for (let at = 0; at < last; at += 1) {
    const node = order[at] as number;
    end[node] = (start[node] as number) + (length[node] as number);
    finish = Math.max(finish, end[node] as number);
    for (let place = firstOut[node] as number; place < (firstOut[node + 1] as number); place += 1) {
      const edge = out[place] as number;
      const target = to[edge] as number;
      const bound = (end[node] as number) + (lag[edge] as number);
      if (bound > (start[target] as number)) start[target] = bound;
      waiting[target] = (waiting[target] as number) - 1;
      if (waiting[target] === 0) order[last++] = target;
    }
  }
  const float = new Float64Array(count);
  for (let at = last - 1; at >= 0; at -= 1) {
    const node = order[at] as number;
    let late = finish;
    for (let place = firstOut[node] as number; place < (firstOut[node + 1] as number); place += 1) {
      const edge = out[place] as number;
      const target = to[edge] as number;
      late = Math.min(late, (start[target] as number) + (float[target] as number) - (lag[edge] as number));
    }
    float[node] = late - (end[node] as number);
  }
  return { start, end, float, finish };
}
