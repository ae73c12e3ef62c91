/** What new answers do to the runbook: tasks of steps that do not apply any more go or are set aside, those that apply now come in. */
import { type Change, remove, sameValue, update } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import { announcementOf } from '../comms/made.ts';
import { type Announcement, announcement } from '../comms/schema.ts';
import type { Playbook } from '../playbook/schema.ts';
import { whyNot } from '../playbook/vary.ts';
import { refMaker } from '../refs.ts';
import { networkOf } from '../runbook/network.ts';
import { type Task, task as tasks } from '../runbook/schema.ts';
import { applyChanges, type Rows, tableNames, tables } from '../tables.ts';
import { linkedAnew, plannedLinks } from './changed-links.ts';
import { type Holders, ownersIn } from './plan-from-playbook.ts';
import { setAside, takenUp } from './set-aside.ts';
import { type PlannedTask, plannedTasks, taskOf } from './tasks-from-playbook.ts';

/**
 * A task nobody touched is removed; one that was worked on, edited, linked by hand or is pointed at stays as skipped. A task that
 * comes back has its predecessors and successors of the playbook again.
 */
export function changedTasks(rows: Rows, before: Playbook, after: Playbook, act: Act): readonly Change[] {
  const [was, is] = [plannedTasks(before), plannedTasks(after)];
  const bySource = new Map([...rows.task.values()].filter(({ source }) => source !== '').map((task) => [task.source, task]));
  const isUntouched = untouched(rows, was, bySource, before, act);

  const aside: Change[] = [];
  const removed = new Set<Task>();
  for (const each of lacking(was, is)) {
    const task = bySource.get(each.step.key);
    if (!task) continue;
    if (isUntouched(each, task)) removed.add(task);
    else aside.push(...setAside(task, whyNot(after, each.step)?.otherwise ?? '', act));
  }
  const back = lacking(is, was).flatMap(({ step }) => {
    const task = bySource.get(step.key);
    return task ? takenUp(task, whyNot(before, step)?.otherwise ?? '') : [];
  });
  const arrived = inserted(rows, is, bySource, removed, after, act);
  const removedIds = new Set([...removed].map(({ id }) => id));
  const standing = applyChanges(rows, [...aside, ...back, ...arrived]);
  const links = linkedAnew(standing, plannedLinks(was), plannedLinks(is), removedIds, act);
  const messages = [...rows.announcement.values()].filter(({ taskId }) => taskId !== null && removedIds.has(taskId));
  const gone = [...messages.map((message) => remove(announcement, message)), ...[...removed].map((task) => remove(tasks, task))];
  return [...links.removed, ...gone, ...aside, ...back, ...arrived, ...links.added];
}

/** Those of `all` whose step is not in `others`. */
function lacking(all: readonly PlannedTask[], others: readonly PlannedTask[]): readonly PlannedTask[] {
  const known = new Set(others.map(({ step }) => step.key));
  return all.filter(({ step }) => !known.has(step.key));
}

/** Tells whether a task still is what the playbook made of it, with nothing more on it. */
function untouched(rows: Rows, was: readonly PlannedTask[], bySource: ReadonlyMap<string, Task>, playbook: Playbook, act: Act) {
  const owners = ownersIn(playbook, holdersIn(rows));
  const pointedAt = pointedAtTasks(rows);
  const messages = Map.groupBy(rows.announcement.values(), ({ taskId }) => taskId);
  const { into, outOf } = networkOf(rows);
  const own = new Set(plannedLinks(was).map(({ from, to, kind, lagMs }) => `${idOf(from)} ${idOf(to)} ${kind} ${lagMs}`));
  return (planned: PlannedTask, task: Task): boolean => {
    const { id, position, ref } = task;
    const made = taskOf(planned, { id, position, ref }, playbook, owners, act).set ?? {};
    const links = [...(into.get(task.id) ?? []), ...(outOf.get(task.id) ?? [])];
    return (
      !pointedAt.has(task.id) &&
      messagesOf(task).every((message) => isAsMade(message, planned)) &&
      Object.entries(made).every(([field, value]) => sameValue(task[field as keyof Task], value)) &&
      links.every(({ fromId, toId, kind, lagMs }) => own.has(`${fromId} ${toId} ${kind} ${lagMs}`))
    );
  };

  function idOf(step: string): string {
    return bySource.get(step)?.id ?? '';
  }

  function messagesOf(task: Task): readonly Announcement[] {
    return messages.get(task.id) ?? [];
  }

  function isAsMade(message: Announcement, { step }: PlannedTask): boolean {
    const made = announcementOf(step, message.taskId ?? '', act)[0]?.set ?? null;
    return (
      made !== null && Object.entries(made).every(([field, value]) => field === 'id' || message[field as keyof Announcement] === value)
    );
  }
}

/** Tasks that something other than a link or their own message points at: an incident, a ticket, a blocker, a note. */
function pointedAtTasks(rows: Rows): ReadonlySet<unknown> {
  const found = new Set<unknown>([...rows.note.values()].filter(({ subject }) => subject === 'task').map(({ subjectId }) => subjectId));
  for (const name of tableNames) {
    if (name === 'link' || name === 'announcement') continue;
    const fields = Object.entries(tables[name].refs).filter(([, table]) => table === 'task');
    for (const row of fields.length > 0 ? rows[name].values() : []) {
      for (const [field] of fields) found.add(row[field as keyof typeof row]);
    }
  }
  return found;
}

function holdersIn(rows: Rows): Holders {
  const grouped = Map.groupBy(rows.assignment.values(), ({ role }) => role);
  return new Map([...grouped].map(([role, held]) => [role, held.map(({ personId }) => personId)]));
}

/** The tasks that were not there yet, each after the task of the step before it; later positions make room where there is none. */
function inserted(
  rows: Rows,
  is: readonly PlannedTask[],
  bySource: ReadonlyMap<string, Task>,
  removed: ReadonlySet<Task>,
  playbook: Playbook,
  act: Act,
): readonly Change[] {
  const missing = is.filter(({ step }) => !bySource.has(step.key));
  if (missing.length === 0) return [];
  const owners = ownersIn(playbook, holdersIn(rows));
  const nextRef = refMaker('task', rows.task.values());
  const order: (Task | PlannedTask)[] = [...rows.task.values()]
    .filter((task) => !removed.has(task))
    .sort((a, b) => a.position - b.position);
  for (const [at, planned] of is.entries()) if (missing.includes(planned)) order.splice(placeOf(at), 0, planned);

  let position = -1;
  return order.flatMap((each) => {
    if ('step' in each) {
      position += 1;
      const id = act.newId();
      return [taskOf(each, { id, position, ref: nextRef() }, playbook, owners, act), ...announcementOf(each.step, id, act)];
    }
    position = Math.max(each.position, position + 1);
    return update(tasks, each, { position });
  });

  /** Right after the nearest step before it that is there; else right before the nearest after it; else last. */
  function placeOf(at: number): number {
    for (let near = at - 1; near >= 0; near -= 1) {
      const place = placeIn(is[near]);
      if (place >= 0) return place + 1;
    }
    for (let near = at + 1; near < is.length; near += 1) {
      const place = placeIn(is[near]);
      if (place >= 0) return place;
    }
    return order.length;
  }

  function placeIn(planned: PlannedTask | undefined): number {
    return planned ? order.findIndex((each) => each === planned || each === bySource.get(planned.step.key)) : -1;
  }
}
