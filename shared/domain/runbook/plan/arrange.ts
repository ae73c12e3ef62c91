/** What happens when tasks are moved in the plan, gathered into a group, or let out of one. */
import type { z } from 'zod';
import { insert, remove, update } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import { refMaker } from '../../refs.ts';
import { applyChanges, type Rows } from '../../tables.ts';
import { networkOf } from '../network.ts';
import { newTask } from '../new-task.ts';
import { type Task, task as tasks } from '../schema.ts';
import { groupsAround } from '../task-state.ts';
import { newCircle } from './circle.ts';
import type { ArrangeTasks, GroupTasks, UngroupTasks } from './commands.ts';
import { childrenOf, type Place, planOrder, positionsAt, withInside } from './order.ts';

export function arrangeTasks(rows: Rows, { taskIds, parentId, behindId }: z.infer<typeof ArrangeTasks>, act: Act): Verdict {
  const roots = rootsOf(rows, taskIds);
  if (!roots) return unknown();
  const moving = new Set(withInside(rows, taskIds).map(({ id }) => id));
  if (parentId !== null && rows.task.get(parentId)?.kind !== 'group')
    return refuse('no-group', 'The tasks can only stand in a group. Nothing was moved. Choose a group.');
  if ((parentId !== null && moving.has(parentId)) || (behindId !== null && moving.has(behindId)))
    return refuse('in-itself', 'A group cannot stand in or behind itself. Nothing was moved.');
  if (behindId !== null && rows.task.get(behindId)?.parentId !== parentId)
    return refuse('elsewhere', 'The task to stand behind was moved meanwhile. Nothing was moved. Try again.');
  return placed(rows, 'plan.arrange', roots, { parentId, behindId }, act);
}

export function groupTasks(rows: Rows, { taskIds, title }: z.infer<typeof GroupTasks>, act: Act): Verdict {
  const roots = rootsOf(rows, taskIds);
  const first = roots?.[0];
  if (!roots || !first) return unknown();
  const siblings = childrenOf(rows).get(first.parentId) ?? [];
  const behindId = siblings[siblings.indexOf(first) - 1]?.id ?? null;
  const positions = positionsAt(rows, { parentId: first.parentId, behindId }, 1);
  if (!positions.ok) return positions;
  const id = act.newId();
  const group = insert(tasks, {
    ...newTask,
    id,
    goLiveId: act.goLiveId,
    ref: refMaker('task', rows.task.values())(),
    title,
    kind: 'group',
    stream: shared(roots, 'stream'),
    phase: shared(roots, 'phase'),
    position: positions.value[0] as number,
    parentId: first.parentId,
  });
  const withGroup = applyChanges(rows, [group]);
  const filled = placed(withGroup, 'plan.group', roots, { parentId: id, behindId: null }, act);
  return filled.ok ? decide('plan.group', [group, ...filled.value.changes], id) : filled;
}

/** What stood in the group then stands where the group stood. */
export function ungroupTasks(rows: Rows, { groupId }: z.infer<typeof UngroupTasks>, act: Act): Verdict {
  const group = rows.task.get(groupId);
  if (group?.kind !== 'group') return refuse('no-group', 'There is no such group in this go-live. Reload the board.');
  const { into, outOf } = networkOf(rows);
  const linked = [...(into.get(groupId) ?? []).map(({ fromId }) => fromId), ...(outOf.get(groupId) ?? []).map(({ toId }) => toId)];
  if (linked.length > 0) {
    const refs = linked.map((id) => rows.task.get(id)?.ref ?? '');
    return refuse(
      'linked',
      `${group.ref} is linked with ${refs.join(', ')}. Nothing was changed. Give these links to its tasks first.`,
      refs,
    );
  }
  const steps = [...rows.taskStep.values(), ...rows.remark.values()].some(({ taskId }) => taskId === groupId);
  if (steps)
    return refuse('has-steps', `${group.ref} has steps or remarks. Nothing was changed. Remove the group whole, or keep it.`, [group.ref]);
  const inside = childrenOf(rows).get(groupId) ?? [];
  const freed = inside.length === 0 ? null : placed(rows, 'plan.ungroup', inside, { parentId: group.parentId, behindId: groupId }, act);
  if (freed && !freed.ok) return freed;
  return decide('plan.ungroup', [...(freed?.value.changes ?? []), remove(tasks, group)], groupId);
}

/** Where tasks go with one step: up or down among their neighbours, into the group above, or out of theirs. Null when there is no way. */
export function placeFor(rows: Rows, taskIds: readonly string[], step: 'up' | 'down' | 'in' | 'out'): Place | null {
  const roots = rootsOf(rows, taskIds);
  const [first, last] = [roots?.[0], roots?.at(-1)];
  if (!first || !last) return null;
  const parentId = first.parentId;
  const siblings = childrenOf(rows).get(parentId) ?? [];
  const before = siblings[siblings.indexOf(first) - 1];
  if (step === 'up') return before ? { parentId, behindId: siblings[siblings.indexOf(before) - 1]?.id ?? null } : null;
  if (step === 'down') {
    const behind = siblings[siblings.indexOf(last) + 1];
    return behind ? { parentId, behindId: behind.id } : null;
  }
  if (step === 'out') return parentId === null ? null : { parentId: rows.task.get(parentId)?.parentId ?? null, behindId: parentId };
  return before?.kind === 'group' ? { parentId: before.id, behindId: childrenOf(rows).get(before.id)?.at(-1)?.id ?? null } : null;
}

function placed(rows: Rows, action: string, roots: readonly Task[], place: Place, act: Act): Verdict {
  const block = roots.flatMap((root) => subtree(rows, root));
  const positions = positionsAt(rows, place, block.length);
  if (!positions.ok) return positions;
  const isRoot = new Set(roots);
  const changes = block.flatMap((task, at) => {
    const position = positions.value[at] as number;
    return update(tasks, task, isRoot.has(task) ? { position, parentId: place.parentId } : { position });
  });
  const circle = newCircle(rows, applyChanges(rows, changes), act.goLiveId, act.now);
  return circle ? { ok: false, refusal: circle } : decide(action, changes, roots[0]?.id ?? null);
}

/** Those of the tasks that do not come along with another of them, in plan order; null when one is unknown. */
export function rootsOf(rows: Rows, taskIds: readonly string[]): readonly Task[] | null {
  const ids = new Set(taskIds);
  if (taskIds.some((id) => !rows.task.has(id) || rows.task.get(id)?.kind === 'rollback')) return null;
  const order = new Map(planOrder(rows).map(({ task }, at) => [task.id, at]));
  return [...ids]
    .map((id) => rows.task.get(id) as Task)
    .filter((task) => !groupsAround(rows, task).some(({ id }) => ids.has(id)))
    .sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
}

function subtree(rows: Rows, root: Task): readonly Task[] {
  return [root, ...(childrenOf(rows).get(root.id) ?? []).flatMap((child) => subtree(rows, child))];
}

function shared(all: readonly Task[], field: 'stream' | 'phase'): string {
  const first = all[0]?.[field] ?? '';
  return all.every((task) => task[field] === first) ? first : '';
}

function unknown() {
  return refuse('unknown-task', 'A task is not in this plan any more. Nothing was moved. Reload the board.');
}
