/** What happens when many tasks are edited and added at once: all of it as one act, or nothing. */
import { type Change, insert, remove, update } from '../../../base/change.ts';
import { ok, type Result, refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import { refMaker } from '../../refs.ts';
import type { Rows } from '../../tables.ts';
import { networkOf } from '../network.ts';
import { newTask } from '../new-task.ts';
import { link as links, type Task, task as tasks } from '../schema.ts';
import type { EditTasksCommand, TaskEditValues } from './commands.ts';
import { conflictRefusal, conflictsOf } from './conflicts.ts';
import { type EditFault, editFaults, faultWords, isPlanned } from './edit-faults.ts';
import { childrenOf, type Place, positionsAt } from './order.ts';
import type { Predecessor } from './plan-fields.ts';
import { unsoundByShape } from './soundness.ts';

export function editTasks(rows: Rows, command: EditTasksCommand, act: Act): Verdict {
  const clash = conflictRefusal(rows, conflictsOf(rows, command.edits));
  if (clash) return { ok: false, refusal: clash };
  const faults = faultsOf(rows, command);
  if (faults.length > 0)
    return refuse('bad-rows', `${faultWords(faults)} Nothing was saved; what you typed is still here.`, [
      ...new Set(faults.map(({ name }) => name)),
    ]);
  const made = changesOf(rows, command, act);
  if (!made.ok) return made;
  const changes = made.value;
  if (changes.length === 0) return refuse('nothing-changed', 'The tasks already are as you entered them.');
  const broken = unsoundByShape(rows, changes, act);
  if (broken) return { ok: false, refusal: broken };
  const first = changes.find(({ table }) => table === 'task') ?? changes[0];
  const rowId = first?.table === 'link' ? (command.edits[0]?.taskId ?? null) : (first?.id ?? null);
  return decide('plan.edit', changes, rowId);
}

/** Every row and column that cannot be taken; empty when the act can be made. */
export function faultsOf(rows: Rows, { edits, added }: EditTasksCommand): readonly EditFault[] {
  const keys = new Map(added.map(({ key, values }) => [key, values]));
  const isThere = (idOrKey: string) => keys.has(idOrKey) || isPlanned(rows, idOrKey);
  const parents = new Set<string | null>(added.map(({ parentId }) => parentId));
  const holdsOthers = (row: string) => parents.has(row) || (childrenOf(rows).get(row)?.length ?? 0) > 0;
  const kinds = new Map(edits.flatMap(({ taskId, set }) => (set.kind === undefined ? [] : [[taskId, set.kind] as const])));
  const faults: EditFault[] = [];
  const seen = new Set<string>();
  for (const { taskId, set } of edits) {
    const before = rows.task.get(taskId) as Task;
    const edited = { row: taskId, name: before.ref, before, set, after: { ...before, ...set } };
    if (seen.has(taskId)) faults.push({ row: taskId, name: before.ref, field: 'title', reason: 'Two rows edit this task.' });
    seen.add(taskId);
    faults.push(...editFaults(rows, edited, isThere, holdsOthers));
  }
  added.forEach(({ key, parentId, values }, index) => {
    const name = `new row ${index + 1} (${values.title.slice(0, 40)})`;
    if (seen.has(key)) faults.push({ row: key, name, field: 'title', reason: 'Two new rows have one id.' });
    seen.add(key);
    const parentKind = parentId === null ? 'group' : (keys.get(parentId)?.kind ?? kinds.get(parentId) ?? rows.task.get(parentId)?.kind);
    if (parentKind !== 'group') faults.push({ row: key, name, field: 'title', reason: 'What it stands in is not a group any more.' });
    const after = { ...newTask, ...values };
    faults.push(...editFaults(rows, { row: key, name, before: null, set: values, after }, isThere, holdsOthers));
  });
  return faults;
}

function changesOf(rows: Rows, { edits, added }: EditTasksCommand, act: Act): Result<readonly Change[]> {
  const ids = new Map(added.map(({ key }) => [key, act.newId()]));
  const idOf = (idOrKey: string) => ids.get(idOrKey) ?? idOrKey;
  const placed = placesOf(rows, added);
  if (!placed.ok) return placed;
  const nextRef = refMaker('task', rows.task.values());
  const refs = new Map(added.map(({ key }) => [key, nextRef()]));
  const inserted = parentsFirst(added).map(({ key, parentId, values: { after, ...values } }) =>
    insert(tasks, {
      ...newTask,
      ...(values as Partial<Task> & { title: string }),
      id: idOf(key),
      goLiveId: act.goLiveId,
      ref: refs.get(key) as string,
      position: placed.value.get(key) as number,
      parentId: parentId === null ? null : idOf(parentId),
    }),
  );
  const edited = edits.flatMap(({ taskId, set: { after, ...fields } }) =>
    update(tasks, rows.task.get(taskId) as Task, fields as Partial<Task>),
  );
  const linked = [
    ...edits.flatMap(({ taskId, set }) => linkChanges(rows, taskId, set.after, idOf, act)),
    ...added.flatMap(({ key, values }) => linkChanges(rows, idOf(key), values.after, idOf, act)),
  ];
  return ok([...inserted, ...edited, ...linked]);
}

/** What makes `wanted` the predecessors of a task; nothing when it is absent. A link whose kind or lag changed stays the same link. */
function linkChanges(
  rows: Rows,
  toId: string,
  wanted: TaskEditValues['after'],
  idOf: (key: string) => string,
  act: Act,
): readonly Change[] {
  if (wanted === undefined) return [];
  const held = [...(networkOf(rows).into.get(toId) ?? [])];
  const take = (is: (link: Predecessor) => boolean) => {
    const at = held.findIndex(is);
    return at < 0 ? null : (held.splice(at, 1)[0] ?? null);
  };
  const named = wanted.map((want) => ({ ...want, fromId: idOf(want.fromId) }));
  const exact = named.map((want) => ({ want, link: take((link) => link.fromId === want.fromId && link.kind === want.kind) }));
  const pairs = exact.map(({ want, link }) => ({ want, link: link ?? take((each) => each.fromId === want.fromId) }));
  return [
    ...held.map((link) => remove(links, link)),
    ...pairs.flatMap(({ want: { fromId, kind, lagMs }, link }) =>
      link ? update(links, link, { kind, lagMs }) : [insert(links, { id: act.newId(), goLiveId: act.goLiveId, fromId, toId, kind, lagMs })],
    ),
  ];
}

type Added = EditTasksCommand['added'][number];

/** The position of each new row, by key. Rows behind each other, and those in new groups, are placed as one run. */
function placesOf(rows: Rows, added: readonly Added[]): Result<ReadonlyMap<string, number>> {
  const keys = new Map(added.map((row) => [row.key, row]));
  const anchors = new Map<Added, Place>();
  /** The place in the plan a new row comes down to, following the new rows it stands in or behind. */
  const anchorOf = (row: Added): Place => {
    const way: Added[] = [];
    let at = row;
    for (; !anchors.has(at) && way.length <= added.length; ) {
      way.push(at);
      const next = keys.get(at.behindId ?? '') ?? (at.behindId === null ? keys.get(at.parentId ?? '') : undefined);
      if (!next) break;
      at = next;
    }
    const place = anchors.get(at) ?? { parentId: at.parentId, behindId: at.behindId };
    for (const each of way) anchors.set(each, place);
    return place;
  };
  const runs = Map.groupBy(added, (row) => {
    const { parentId, behindId } = anchorOf(row);
    return `${parentId ?? ''} ${behindId ?? ''}`;
  });
  const places = new Map<string, number>();
  for (const run of runs.values()) {
    const anchor = anchorOf(run[0] as Added);
    const positions = positionsAt(rows, anchor, run.length);
    if (!positions.ok) return positions;
    for (const [index, { key }] of run.entries()) places.set(key, positions.value[index] as number);
  }
  return ok(places);
}

function parentsFirst(added: readonly Added[]): readonly Added[] {
  const byKey = new Map(added.map((row) => [row.key, row]));
  const placed = new Set<Added>();
  for (const row of added) {
    const chain: Added[] = [];
    for (let at: Added | undefined = row; at && !placed.has(at) && chain.length <= added.length; at = byKey.get(at.parentId ?? ''))
      chain.push(at);
    for (const one of chain.toReversed()) placed.add(one);
  }
  return [...placed];
}
