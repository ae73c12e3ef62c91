/** The times of all tasks by their id, found through the network, so that no map is filled anew for every act. */
import type { Task } from '../schema.ts';
import type { TaskTimes } from '../times.ts';
import type { Network } from './network.ts';

/** `times` by node; the map shows it as it is and in the order of the network. */
export function timesByTask(
  { tasks, nodeOf }: Pick<Network, 'tasks' | 'nodeOf'>,
  times: readonly TaskTimes[],
): ReadonlyMap<string, TaskTimes> {
  function* entries(): Generator<[string, TaskTimes], undefined, unknown> {
    for (let node = 0; node < times.length; node += 1) yield [(tasks[node] as Task).id, times[node] as TaskTimes];
  }
  const map: ReadonlyMap<string, TaskTimes> = {
    size: times.length,
    has: (id) => nodeOf.has(id),
    get: (id) => times[nodeOf.get(id) ?? times.length],
    entries,
    keys: () => tasks.map(({ id }) => id).values(),
    values: () => times.values(),
    forEach: (look) => {
      for (const [id, of] of entries()) look(of, id, map);
    },
    [Symbol.iterator]: entries,
  };
  return map;
}
