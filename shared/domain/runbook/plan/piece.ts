/** A piece of a plan apart from its go-live: tasks with their steps and the links between them, kept as a template or copied over. */
import { z } from 'zod';
import { type Change, insert } from '../../../base/change.ts';
import { duration, line, offset, optionalLine } from '../../../base/fields.ts';
import { ok, type Result } from '../../../base/result.ts';
import type { Act } from '../../../base/rule.ts';
import { refMaker } from '../../refs.ts';
import { sameName } from '../../roster/named-people.ts';
import type { Rows } from '../../tables.ts';
import { newTask } from '../new-task.ts';
import { linkKinds, link as links, plannedKinds, type Task, task as tasks } from '../schema.ts';
import { taskStep as steps } from '../work-schema.ts';
import { type Place, planOrder, positionsAt } from './order.ts';

const shape = tasks.row.shape;
const kept = ['detail', 'phase', 'stream', 'durationMs', 'shortestMs', 'longestMs', 'timing', 'runIn', 'peopleNeeded', 'command'] as const;
const keptToo = ['address', 'startsItself', 'undoTitle', 'undoDetail', 'undoMs'] as const;
const key = z.number().int().min(0).max(20_000);

export const planPiece = z.strictObject({
  tasks: z
    .array(
      z.strictObject({
        key,
        /** Key of the group it stands in; null when that is not of the piece. */
        parent: key.nullable(),
        title: line,
        kind: z.enum([...plannedKinds, 'group']),
        detail: shape.detail,
        phase: optionalLine,
        stream: optionalLine,
        startOffset: offset.nullable(),
        durationMs: duration,
        shortestMs: shape.shortestMs,
        longestMs: shape.longestMs,
        timing: shape.timing,
        runIn: shape.runIn,
        peopleNeeded: shape.peopleNeeded,
        command: shape.command,
        address: shape.address,
        startsItself: shape.startsItself,
        undoTitle: shape.undoTitle,
        undoDetail: shape.undoDetail,
        undoMs: shape.undoMs,
        /** Who worked on it, by name. */
        owners: z.array(line).max(40),
        steps: z.array(z.strictObject({ title: line, isRequired: z.boolean() })).max(500),
        /** The task it was made from; empty in a template. */
        from: z.string().max(40),
      }),
    )
    .min(1)
    .max(20_000),
  links: z.array(z.strictObject({ from: key, to: key, kind: z.enum(linkKinds), lagMs: offset })).max(100_000),
  /** Everyone named as owner, with the roles they have, so that somebody else of that role can be found. */
  people: z.array(z.strictObject({ name: line, roles: z.array(z.string().max(80)).max(60) })).max(5_000),
});
export type PlanPiece = z.infer<typeof planPiece>;

/** The tasks as a piece, in plan order. `isTemplate` leaves out what binds it to where it came from. */
export function pieceOf(rows: Rows, chosen: ReadonlySet<string>, isTemplate: boolean): PlanPiece {
  const taken = planOrder(rows).filter(({ task }) => chosen.has(task.id));
  const keys = new Map(taken.map(({ task }, at) => [task.id, at]));
  const stepsOf = Map.groupBy(rows.taskStep.values(), ({ taskId }) => taskId);
  const owners = new Set(taken.flatMap(({ task }) => task.ownerIds));
  const nameOf = (id: string) => rows.person.get(id)?.name ?? '';
  const rolesOf = Map.groupBy(rows.assignment.values(), ({ personId }) => personId);
  return {
    tasks: taken.map(({ task }, at) => ({
      ...pick(task, [...kept, ...keptToo]),
      key: at,
      parent: keys.get(task.parentId ?? '') ?? null,
      title: task.title,
      kind: task.kind as Exclude<Task['kind'], 'rollback'>,
      startOffset: task.startOffset,
      owners: task.ownerIds.map(nameOf).filter(Boolean),
      steps: (stepsOf.get(task.id) ?? [])
        .toSorted((a, b) => a.position - b.position)
        .map(({ title, isRequired }) => ({ title, isRequired })),
      from: isTemplate ? '' : task.id,
    })),
    links: [...rows.link.values()].flatMap(({ fromId, toId, kind, lagMs }) => {
      const [from, to] = [keys.get(fromId), keys.get(toId)];
      return from === undefined || to === undefined ? [] : [{ from, to, kind, lagMs }];
    }),
    people: [...owners].flatMap((id) => {
      const name = nameOf(id);
      return name === '' ? [] : [{ name, roles: (rolesOf.get(id) ?? []).map(({ role }) => role) }];
    }),
  };
}

/** Whom each person of a piece becomes here: who has the same name, else who alone has one of the roles; those for whom there is nobody are absent. */
export function peopleFor(rows: Pick<Rows, 'person' | 'assignment'>, piece: Pick<PlanPiece, 'people'>): Readonly<Record<string, string>> {
  const byName = new Map([...rows.person.values()].map((person) => [sameName(person.name), person.id]));
  const byRole = Map.groupBy(rows.assignment.values(), ({ role }) => role);
  return Object.fromEntries(
    piece.people.flatMap(({ name, roles }) => {
      const only = roles.map((role) => byRole.get(role) ?? []).find((found) => found.length === 1)?.[0];
      const id = byName.get(sameName(name)) ?? only?.personId;
      return id ? [[name, id]] : [];
    }),
  );
}

/** The changes that put the piece there. `people`: name of the piece → person here; others are left open. `shiftMs` moves planned starts. */
export function insertPiece(
  rows: Rows,
  piece: PlanPiece,
  place: Place,
  people: Readonly<Record<string, string>>,
  shiftMs: number,
  act: Act,
): Result<readonly Change[]> {
  const positions = positionsAt(rows, place, piece.tasks.length);
  if (!positions.ok) return positions;
  const ids = new Map(piece.tasks.map((task) => [task.key, act.newId()]));
  const idOf = (at: number) => ids.get(at) as string;
  const nextRef = refMaker('task', rows.task.values());
  const { goLiveId } = act;
  return ok([
    ...piece.tasks.map(({ key: at, parent, owners, steps: _steps, from, startOffset, ...fields }, index) =>
      insert(tasks, {
        ...newTask,
        ...fields,
        id: idOf(at),
        goLiveId,
        ref: nextRef(),
        position: positions.value[index] as number,
        parentId: parent === null ? place.parentId : idOf(parent),
        startOffset: startOffset === null ? null : startOffset + shiftMs,
        ownerIds: [...new Set(owners.flatMap((name) => people[name] ?? []))],
        planTaskId: from,
      }),
    ),
    ...piece.tasks.flatMap((task) =>
      task.steps.map((step, position) =>
        insert(steps, { ...step, id: act.newId(), goLiveId, taskId: idOf(task.key), position, tickedBy: '', tickedAt: null }),
      ),
    ),
    ...piece.links.map(({ from, to, kind, lagMs }) =>
      insert(links, { id: act.newId(), goLiveId, fromId: idOf(from), toId: idOf(to), kind, lagMs }),
    ),
  ]);
}

function pick<Key extends keyof Task>(task: Task, keys: readonly Key[]): Pick<Task, Key> {
  return Object.fromEntries(keys.map((each) => [each, task[each]])) as Pick<Task, Key>;
}
