/** One person stands in for another: open tasks, open checks and roles go over with one act, and come back with one. */
import type { z } from 'zod';
import { type Change, insert, remove, update } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import { type Check, check as checks } from '../../readiness/schema.ts';
import { type Assignment, assignment as assignments, person as people } from '../../roster/schema.ts';
import type { Rows } from '../../tables.ts';
import { type Task, task as tasks } from '../schema.ts';
import { isClosed } from '../task-state.ts';
import { type Substitution, substitution as substitutions } from '../work-schema.ts';
import type { GiveBack, Substitute } from './commands.ts';

export function substitute(rows: Rows, { fromId, toId, reason }: z.infer<typeof Substitute>, act: Act): Verdict {
  const [from, to] = [rows.person.get(fromId), rows.person.get(toId)];
  if (!from || !to)
    return refuse('unknown-person', 'One of the two is not in the roster of this go-live. Nothing was changed. Choose again.');
  if (fromId === toId)
    return refuse('same-person', `${from.name} cannot stand in for themselves. Nothing was changed. Choose somebody else.`);
  for (const { id, name } of [from, to]) {
    const away = substituteOf(rows, id);
    const other = away && rows.person.get(away.toId)?.name;
    if (away) return refuse('is-away', `${other} stands in for ${name} already. Nothing was changed. Give that back first.`, [name]);
  }
  const owned = [...rows.task.values()].filter((task) => !isClosed(task) && (task.ownerIds.includes(fromId) || task.workerId === fromId));
  const open = [...rows.check.values()].filter((check) => check.ownerId === fromId && isUnsettled(check));
  const held = [...rows.assignment.values()].filter(({ personId }) => personId === fromId);
  if (owned.length + open.length + held.length === 0) {
    return refuse('nothing-to-hand-over', `${from.name} has no open task or check and no role. Nothing was changed.`, [from.name]);
  }
  const rolesOfTo = new Set([...rows.assignment.values()].filter(({ personId }) => personId === toId).map(({ role }) => role));
  const added = insert(substitutions, {
    id: act.newId(),
    goLiveId: act.goLiveId,
    fromId,
    toId,
    reason,
    startedAt: act.occurredAt,
    endedAt: null,
    taskIds: owned.map(({ id }) => id),
    checkIds: open.map(({ id }) => id),
    roles: held.map(({ role }) => role),
    sharedTaskIds: owned.filter(({ ownerIds }) => ownerIds.includes(toId)).map(({ id }) => id),
    sharedRoles: held.map(({ role }) => role).filter((role) => rolesOfTo.has(role)),
  });
  const changes = [
    added,
    ...owned.flatMap((task) =>
      update(tasks, task, { ownerIds: swapped(task.ownerIds, fromId, toId), workerId: workerSwapped(task, fromId, toId) }),
    ),
    ...open.flatMap((check) => update(checks, check, { ownerId: toId })),
    ...held.flatMap((one) => (rolesOfTo.has(one.role) ? [remove(assignments, one)] : update(assignments, one, { personId: toId }))),
    ...(held.length > 0 ? update(people, to, { inTeam: true }) : []),
  ];
  return decide('substitution.start', changes, added.id, reason);
}

/** Gives back what is open and still with the substitute; what they closed or passed on stays as it is. */
export function giveBack(rows: Rows, { substitutionId }: z.infer<typeof GiveBack>, act: Act): Verdict {
  const found = rows.substitution.get(substitutionId);
  if (!found) return refuse('unknown-substitution', 'There is no such substitution in this go-live. Reload the board.');
  const name = rows.person.get(found.fromId)?.name ?? '';
  if (found.endedAt !== null) return refuse('ended', `Everything was given back to ${name} already.`, [name]);
  const { fromId, toId } = found;
  const shared = new Set(found.sharedTaskIds);
  const back: Change[] = [];
  for (const id of found.taskIds) {
    const task = rows.task.get(id);
    if (!task || isClosed(task) || (!task.ownerIds.includes(toId) && task.workerId !== toId)) continue;
    const ownerIds = shared.has(id) ? [...new Set([...task.ownerIds, fromId])] : swapped(task.ownerIds, toId, fromId);
    const workerId = shared.has(id) ? task.workerId : workerSwapped(task, toId, fromId);
    back.push(...update(tasks, task, { ownerIds, workerId }));
  }
  for (const id of found.checkIds) {
    const check = rows.check.get(id);
    if (check && check.ownerId === toId && isUnsettled(check)) back.push(...update(checks, check, { ownerId: fromId }));
  }
  for (const role of found.roles) back.push(...roleBack(rows, found, role, act));
  return decide('substitution.end', [...update(substitutions, found, { endedAt: act.occurredAt }), ...back], found.id);
}

/** The substitution that lasts in which `personId` is away; undefined when they are there. */
export function substituteOf(rows: Pick<Rows, 'substitution'>, personId: string): Substitution | undefined {
  return [...rows.substitution.values()].find(({ fromId, endedAt }) => fromId === personId && endedAt === null);
}

function roleBack(rows: Rows, { fromId, toId, sharedRoles }: Substitution, role: string, act: Act): readonly Change[] {
  const holds = (personId: string) =>
    [...rows.assignment.values()].find((one: Assignment) => one.role === role && one.personId === personId);
  const theirs = holds(toId);
  if (!theirs || holds(fromId)) return [];
  if (!sharedRoles.includes(role)) return update(assignments, theirs, { personId: fromId });
  return [insert(assignments, { id: act.newId(), goLiveId: act.goLiveId, role, personId: fromId })];
}

/** `ids` with `to` in the place of `from`, nobody twice; unchanged where `from` is not among them. */
function swapped(ids: readonly string[], from: string, to: string): string[] {
  return ids.includes(from) ? [...new Set(ids.map((id) => (id === from ? to : id)))] : [...ids];
}

function workerSwapped({ workerId }: Pick<Task, 'workerId'>, from: string, to: string): string | null {
  return workerId === from ? to : workerId;
}

function isUnsettled({ status }: Pick<Check, 'status'>): boolean {
  return status === 'open' || status === 'in work' || status === 'failed' || status === 'to verify';
}
