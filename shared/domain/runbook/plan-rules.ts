/** What happens when people change the plan: add and edit tasks, set and remove links. */
import type { z } from 'zod';
import { insert, remove, update } from '../../base/change.ts';
import { largest } from '../../base/extremes.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { refMaker } from '../refs.ts';
import type { Rows } from '../tables.ts';
import type { AddTask, EditTask, LinkTasks, UnlinkTasks } from './commands.ts';
import { pathBetween } from './network.ts';
import { newTask } from './new-task.ts';
import { conflictRefusal, conflictsOf } from './plan/conflicts.ts';
import { editFaults, faultWords, isPlanned } from './plan/edit-faults.ts';
import { faultsOf } from './plan/edit-tasks.ts';
import { unsound, unsoundByShape } from './plan/soundness.ts';
import { link as links, task as tasks } from './schema.ts';

export function addTask(rows: Rows, command: z.infer<typeof AddTask>, act: Act): Verdict {
  const { after, ...fields } = command;
  const id = act.newId();
  const set = { ...fields, after: after.map((fromId) => ({ fromId, kind: 'FS' as const, lagMs: 0 })) };
  const row = { row: id, name: fields.title, before: null, set, after: { ...newTask, ...fields } };
  const faults = editFaults(
    rows,
    row,
    (taskId) => isPlanned(rows, taskId),
    () => false,
  );
  if (faults.length > 0) return refuse('bad-rows', `${faultWords(faults)} Nothing was added.`);
  const positions = [...rows.task.values()].map((task) => task.position);
  const added = insert(tasks, {
    ...newTask,
    ...fields,
    id,
    goLiveId: act.goLiveId,
    ref: refMaker('task', rows.task.values())(),
    position: largest(positions, -1) + 1,
  });
  const linked = after.map((fromId) => insert(links, { id: act.newId(), goLiveId: act.goLiveId, fromId, toId: id, kind: 'FS', lagMs: 0 }));
  const changes = [added, ...linked];
  const broken = unsoundByShape(rows, changes, act);
  return broken ? { ok: false, refusal: broken } : decide('task.add', changes, id);
}

export function editTask(rows: Rows, command: z.infer<typeof EditTask>, act: Act): Verdict {
  const { taskId, was = {}, ...fields } = command;
  const task = rows.task.get(taskId);
  if (!task) return refuse('unknown-task', 'There is no such task in this go-live any more. What you typed is not saved.');
  const clash = conflictRefusal(rows, conflictsOf(rows, [{ taskId, was, set: fields }]));
  if (clash) return { ok: false, refusal: clash };
  const faults = faultsOf(rows, { edits: [{ taskId, was, set: fields }], added: [] });
  if (faults.length > 0) return refuse('bad-rows', `${faultWords(faults)} Nothing was changed.`, [task.ref]);
  const changes = update(tasks, task, fields);
  if (changes.length === 0) return refuse('nothing-changed', `${task.ref} already is as you entered it.`, [task.ref]);
  const broken = unsoundByShape(rows, changes, act);
  return broken ? { ok: false, refusal: broken } : decide('task.edit', changes, task.id);
}

export function linkTasks(rows: Rows, command: z.infer<typeof LinkTasks>, act: Act): Verdict {
  const from = rows.task.get(command.fromId);
  const to = rows.task.get(command.toId);
  if (!from || !to) return refuse('unknown-task', 'One of the two tasks is not in this go-live. Reload the board.');
  const same = [...rows.link.values()].find((link) => link.fromId === from.id && link.toId === to.id && link.kind === command.kind);
  if (same) return refuse('linked', `${to.ref} already follows ${from.ref}.`, [from.ref, to.ref]);
  const cycle = pathBetween(rows, to.id, from.id);
  if (cycle) {
    const refs = [...cycle.map(({ ref }) => ref), to.ref];
    return refuse('cycle', `This link would close a circle: ${refs.join(' → ')}. Nothing was changed.`, refs);
  }
  const added = insert(links, { ...command, id: act.newId(), goLiveId: act.goLiveId });
  const broken = unsound(rows, [added], act);
  if (broken) return { ok: false, refusal: broken };
  return decide('link.add', [added], to.id);
}

export function unlinkTasks(rows: Rows, command: z.infer<typeof UnlinkTasks>, _act: Act): Verdict {
  const link = rows.link.get(command.linkId);
  if (!link) return refuse('unknown-link', 'That link is not in this go-live any more.');
  return decide('link.remove', [remove(links, link)], link.toId);
}
