/** The plan as its author wrote it: groups with their tasks under them, each with how deep it stands. */
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';

export interface PlanTree {
  /** Groups before what stands in them. */
  readonly lines: readonly TaskLine[];
  /** Task id to how many groups it stands in. */
  readonly depths: ReadonlyMap<string, number>;
}

/** `shown` in plan order with the groups around them out of `all`; what stands in a folded group is left out. */
export function planTree(shown: readonly TaskLine[], all: readonly TaskLine[], folded: ReadonlySet<string>): PlanTree {
  const byId = new Map(all.map((line) => [line.task.id, line]));
  const wanted = new Set<string>();
  for (const { task } of shown) {
    for (let id: string | null = task.id; id !== null && !wanted.has(id); id = byId.get(id)?.task.parentId ?? null) wanted.add(id);
  }
  const children = Map.groupBy(
    all.filter(({ task }) => wanted.has(task.id)),
    ({ task }) => (task.parentId !== null && byId.has(task.parentId) ? task.parentId : ''),
  );
  const lines: TaskLine[] = [];
  const depths = new Map<string, number>();
  const open = [...(children.get('') ?? [])].reverse().map((line) => ({ line, depth: 0 }));
  for (let next = open.pop(); next; next = open.pop()) {
    const { line, depth } = next;
    if (depths.has(line.task.id)) continue;
    lines.push(line);
    depths.set(line.task.id, depth);
    if (folded.has(line.task.id)) continue;
    const inside = children.get(line.task.id) ?? [];
    for (let at = inside.length - 1; at >= 0; at -= 1) open.push({ line: inside[at] as TaskLine, depth: depth + 1 });
  }
  return { lines, depths };
}
