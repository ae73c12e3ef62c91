/** What happens to pieces of plans: kept as templates in the library, put into a plan, copied over from another go-live. */
import type { z } from 'zod';
import { insert, update } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import type { Rows } from '../../tables.ts';
import { type TaskTemplate, taskTemplate } from '../work-schema.ts';
import type { InsertTemplate, PlanChoice, RetireTemplate } from './commands.ts';
import { childrenOf, withInside } from './order.ts';
import { insertPiece, type PlanPiece, planPiece } from './piece.ts';

type Library = Pick<Rows, 'taskTemplate'>;

/** A template of the same name that is in use is not written over. */
export function saveTemplate(library: Library, name: string, piece: PlanPiece, act: Act): Verdict {
  const same = [...library.taskTemplate.values()].find((each) => !each.isRetired && each.name.toLowerCase() === name.toLowerCase());
  if (same)
    return refuse('name-taken', `There already is a template “${same.name}”. Nothing was saved. Choose another name, or retire that one.`);
  if (piece.tasks.length === 0) return refuse('no-tasks', 'There is no task to save. Choose tasks or a group.');
  const id = act.newId();
  const made = insert(taskTemplate, {
    id,
    goLiveId: act.goLiveId,
    name,
    savedBy: act.actor,
    savedAt: act.now,
    content: piece,
    isRetired: false,
  });
  return decide('template.save', [made], id, name);
}

export function retireTemplate(library: Library, { templateId, isRetired }: z.infer<typeof RetireTemplate>, _act: Act): Verdict {
  const template = library.taskTemplate.get(templateId);
  if (!template) return unknownTemplate();
  const changes = update(taskTemplate, template, { isRetired });
  if (changes.length === 0) return refuse('nothing-changed', `“${template.name}” is so already. Nothing was changed.`);
  return decide('template.retire', changes, template.id, template.name);
}

export function insertTemplate(rows: Rows, command: z.infer<typeof InsertTemplate>, template: TaskTemplate | undefined, act: Act): Verdict {
  if (!template) return unknownTemplate();
  const piece = planPiece.safeParse(template.content);
  if (!piece.success) return refuse('unread', `“${template.name}” cannot be read by this version of Gantry. Nothing was inserted.`);
  const { parentId, behindId, startOffset, people } = command;
  if (parentId !== null && rows.task.get(parentId)?.kind !== 'group')
    return refuse('no-group', 'The group to insert into is not there any more. Nothing was inserted. Choose a place again.');
  if (behindId !== null && !rows.task.has(behindId))
    return refuse('unknown-task', 'The task to insert behind is not there any more. Nothing was inserted. Choose a place again.');
  const starts = piece.data.tasks.flatMap((task) => task.startOffset ?? []);
  const first = starts.reduce((least, at) => Math.min(least, at), Number.POSITIVE_INFINITY);
  const shiftMs = startOffset === null || starts.length === 0 ? 0 : startOffset - first;
  return placed(rows, 'plan.insert', piece.data, { parentId, behindId }, people, shiftMs, template.name, act);
}

/** Behind everything that is in the plan. */
export function copyPlan(
  rows: Rows,
  piece: PlanPiece,
  people: Readonly<Record<string, string>>,
  shiftMs: number,
  from: string,
  act: Act,
): Verdict {
  if (piece.tasks.length === 0)
    return refuse('no-tasks', 'Nothing of that plan is chosen. Nothing was copied. Choose groups, phases, streams or tasks.');
  const behindId = childrenOf(rows).get(null)?.at(-1)?.id ?? null;
  return placed(rows, 'plan.copy', piece, { parentId: null, behindId }, people, shiftMs, from, act);
}

/** The tasks of a plan that a choice means, with all that stands in chosen groups and the groups around nothing else. */
export function chosenTasks(rows: Rows, { groupIds, phases, streams, taskIds }: z.infer<typeof PlanChoice>): ReadonlySet<string> {
  const [inPhase, inStream] = [new Set(phases), new Set(streams)];
  const found = new Set([...withInside(rows, groupIds), ...withInside(rows, taskIds)].map(({ id }) => id));
  for (const { id, kind, phase, stream } of rows.task.values())
    if (kind !== 'rollback' && kind !== 'group' && (inPhase.has(phase) || inStream.has(stream))) found.add(id);
  for (const task of rows.task.values())
    if (task.kind === 'group' && !found.has(task.id)) {
      const inside = withInside(rows, [task.id]).filter(({ kind }) => kind !== 'group');
      if (inside.length > 0 && inside.every(({ id }) => found.has(id))) found.add(task.id);
    }
  return found;
}

function placed(
  rows: Rows,
  action: string,
  piece: PlanPiece,
  place: { readonly parentId: string | null; readonly behindId: string | null },
  people: Readonly<Record<string, string>>,
  shiftMs: number,
  note: string,
  act: Act,
): Verdict {
  if (Object.values(people).some((id) => !rows.person.has(id)))
    return refuse('unknown-person', 'Somebody who was chosen is not in the roster any more. Nothing was inserted. Choose again.');
  const changes = insertPiece(rows, piece, place, people, shiftMs, act);
  return changes.ok ? decide(action, changes.value, changes.value[0]?.id ?? null, note) : changes;
}

function unknownTemplate() {
  return refuse('unknown-template', 'There is no such template in this record. Reload the list.');
}
