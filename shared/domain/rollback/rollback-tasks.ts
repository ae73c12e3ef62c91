/** The tasks a rollback is worked by: what the playbook does before and after, and in between each thing that is taken back. */
import { type Change, insert } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import { formatInstant, formatSpan, zoneName } from '../../base/time-words.ts';
import { announcementFrom } from '../comms/made.ts';
import type { GoLive } from '../go-live/schema.ts';
import type { RollbackKind, RollbackStep, RollbackWay as Way } from '../playbook/answers.ts';
import { playbookOf } from '../playbook/of-go-live.ts';
import { refMaker } from '../refs.ts';
import { roleHolders } from '../roster/roles.ts';
import { newTask } from '../runbook/new-task.ts';
import { link, type Task, task } from '../runbook/schema.ts';
import type { Rows } from '../tables.ts';
import type { Course } from './course.ts';
import type { Rollback } from './schema.ts';

export interface MadeTasks {
  readonly changes: readonly Change[];
  /** The task that says whether the data are whole; null where the kind wants none. */
  readonly consistencyTaskId: string | null;
}

/**
 * First what the playbook does before, one step after the other; then everything that is taken back in its order; then what the
 * playbook does after, and for a database the consistency check. The announcement waits for nothing and holds nothing.
 */
export function rollbackTasks(rows: Rows, rollback: Rollback, course: Course, act: Act): MadeTasks {
  const { opening, plan, closing, checkMs } = course;
  const goLive = rows.goLive.get(act.goLiveId);
  const playbook = playbookOf(rows);
  const ways = playbook?.rollbacks.filter(({ kind }) => kind === rollback.kind) ?? [];
  const holders = roleHolders(rows);
  const owners = heldBy(ways);
  const nextRef = refMaker('task', rows.task.values());
  let position = [...rows.task.values()].reduce((last, each) => Math.max(last, each.position), -1);
  const changes: Change[] = [];
  /** What the next step of a chain waits for. */
  let waitsFor: readonly string[] = [];

  const telling = playbook?.rollbacks.filter(({ kind }) => kind === 'communication') ?? [];
  const tellingId = add({
    title: 'Announce the rollback',
    detail: announcement(rollback, course, goLive, telling),
    ownerIds: heldBy(telling),
  });
  changes.push(announcementFrom('rollback', tellingId, act));
  chain(opening);
  const opened = waitsFor;
  const ids: string[] = [];
  const isWaitedFor = new Set(plan.steps.flatMap(({ after }) => after));
  for (const step of plan.steps) {
    const after = step.after.length > 0 ? step.after.map((at) => ids[at] as string) : opened;
    ids.push(add(step.isCheckpoint ? checkpoint(step.task) : undoing(step.task), after));
  }
  if (ids.length > 0) waitsFor = ids.filter((_, at) => !isWaitedFor.has(at));
  chain(closing);
  const consistencyTaskId =
    checkMs === null ? null : add({ title: CONSISTENCY, detail: COMPARE, ownerIds: owners, durationMs: checkMs }, waitsFor);
  return { changes, consistencyTaskId };

  function chain(of: readonly RollbackStep[]): void {
    for (const { title, detail, minutes, ids } of of) {
      const words = { title, detail, durationMs: minutes * MINUTE, catalogueIds: ids.slice(0, 40), ownerIds: owners };
      waitsFor = [add(words, waitsFor)];
    }
  }

  function heldBy(of: readonly Way[]): string[] {
    return of.flatMap(({ role }) => (holders.get(role) ?? []).map(({ id }) => id));
  }

  function add(words: Partial<Task> & Pick<Task, 'title'>, after: readonly string[] = []): string {
    const id = act.newId();
    position += 1;
    const own = { ...plain, ...words, ownerIds: [...new Set(words.ownerIds ?? [])].slice(0, 40) };
    changes.push(insert(task, { ...own, id, goLiveId: act.goLiveId, ref: nextRef(), position, rollbackId: rollback.id }));
    for (const fromId of after)
      changes.push(insert(link, { id: act.newId(), goLiveId: act.goLiveId, fromId, toId: id, kind: 'FS', lagMs: 0 }));
    return id;
  }
}

const MINUTE = 60_000;
/** What the task is called that ends a database rollback. */
export const CONSISTENCY = 'Check that the data are consistent';
const COMPARE =
  'Counts and sums against the figures before the deployment, compared by a second person. The rollback cannot end before it.';

const plain = { ...newTask, kind: 'rollback', stream: 'Rollback', timing: 'after predecessors' } as const satisfies Partial<Task>;

/** Whoever did it takes it back. */
function undoing(done: Task): Partial<Task> & Pick<Task, 'title'> {
  const { ownerIds, workerId, undoDetail, stream, undoMs, id } = done;
  const people = ownerIds.length > 0 || workerId === null ? ownerIds : [workerId];
  return { title: undoTitle(done), detail: undoDetail, stream, ownerIds: people, durationMs: undoMs ?? 0, rollbackOf: id };
}

/** How taking a task back is called. */
export function undoTitle(done: Pick<Task, 'ref' | 'title' | 'undoTitle'>): string {
  return (done.undoTitle || `Take back ${done.ref}: ${done.title}`).slice(0, 200);
}

function checkpoint({ ref, title }: Task): Pick<Task, 'title'> {
  return { title: `Everything after ${ref} is undone: ${title}`.slice(0, 200) };
}

function announcement(
  { ref, kind, reason, decidedBy }: Rollback,
  { backMs }: Course,
  goLive: GoLive | undefined,
  telling: readonly Way[],
): string {
  const zone = goLive?.zone ?? 'UTC';
  const said = goLive ? ` The change window ends ${formatInstant(goLive.windowEnd, zone)} ${zoneName(goLive.windowEnd, zone)}.` : '';
  const what = `${ref}, ${kindWords[kind]}, decided by ${decidedBy}: ${reason}`;
  const steps = telling.flatMap((way) => way.steps.map(({ title, detail }) => [title, detail].filter(Boolean).join('. ')));
  const whom = steps.length > 0 ? steps : ['Tell the room, the support desk and the stakeholders.'];
  return [what, `Time back to safety: ${formatSpan(backMs)}.${said}`, ...whom].join('\n').slice(0, 8_000);
}

/** The kinds of rollback in words. */
export const kindWords: Readonly<Record<RollbackKind, string>> = {
  automated: 'automated rollback',
  manual: 'manual rollback',
  database: 'database rollback',
  communication: 'rollback communication',
};
