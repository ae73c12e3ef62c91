/** What happens when people change the plan: add and edit tasks, set and remove links. */
import type { z } from 'zod';
import { insert, remove, update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { refMaker } from '../refs.ts';
import type { Rows } from '../tables.ts';
import type { AddTask, EditTask, LinkTasks, UnlinkTasks } from './commands.ts';
import { pathBetween } from './network.ts';
import { newTask } from './new-task.ts';
import { link as links, task as tasks } from './schema.ts';

export function addTask(rows: Rows, command: z.infer<typeof AddTask>, act: Act): Verdict {
  const { after, ...fields } = command;
  const missing = after.find((id) => !rows.task.has(id)) ?? fields.ownerIds.find((id) => !rows.person.has(id));
  if (missing) return refuse('unknown-row', 'A predecessor or owner is not in this go-live. Nothing was added. Choose again.');
  const id = act.newId();
  const positions = [...rows.task.values()].map((task) => task.position);
  const added = insert(tasks, {
    ...newTask,
    ...fields,
    id,
    goLiveId: act.goLiveId,
    ref: refMaker('task', rows.task.values())(),
    position: Math.max(-1, ...positions) + 1,
  });
  const linked = after.map((fromId) => insert(links, { id: act.newId(), goLiveId: act.goLiveId, fromId, toId: id, kind: 'FS', lagMs: 0 }));
  return decide('task.add', [added, ...linked], id);
}

export function editTask(rows: Rows, command: z.infer<typeof EditTask>, _act: Act): Verdict {
  const { taskId, ...fields } = command;
  const task = rows.task.get(taskId);
  if (!task) return refuse('unknown-task', 'There is no such task in this go-live. Reload the board.');
  if (fields.ownerIds?.some((id) => !rows.person.has(id))) {
    return refuse('unknown-person', 'An owner is not in the roster of this go-live. Nothing was changed. Choose again.', [task.ref]);
  }
  const changes = update(tasks, task, fields);
  if (changes.length === 0) return refuse('nothing-changed', `${task.ref} already is as you entered it.`, [task.ref]);
  return decide('task.edit', changes, task.id);
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
  return decide('link.add', [added], to.id);
}

export function unlinkTasks(rows: Rows, command: z.infer<typeof UnlinkTasks>, _act: Act): Verdict {
  const link = rows.link.get(command.linkId);
  if (!link) return refuse('unknown-link', 'That link is not in this go-live any more.');
  return decide('link.remove', [remove(links, link)], link.toId);
}
