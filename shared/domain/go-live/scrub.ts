/** Giving an attempt up: the go-live ends, and what still has to be done because of that comes on the runbook. */
import type { z } from 'zod';
import { type Change, insert, update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { announcementFrom } from '../comms/made.ts';
import { endedTrouble } from '../drill/ended.ts';
import { refMaker } from '../refs.ts';
import { untilRolledBack } from '../rollback/running.ts';
import { newTask } from '../runbook/new-task.ts';
import { link as links, type Task, task as tasks } from '../runbook/schema.ts';
import { hasBegun, isClosed } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';
import type { ScrubGoLive } from './commands.ts';
import { holdNow } from './hold.ts';
import { stopped } from './hold-rules.ts';
import { openGoLive } from './open.ts';
import { tooEarly } from './rules.ts';
import { type GoLive, goLive as goLives } from './schema.ts';

/** The phase of the tasks that follow a scrub. */
export const AFTER_SCRUB = 'After the scrub';

/** Before the system is live. The closing tasks are worked like any other, although the go-live is over. */
export function scrubGoLive(rows: Rows, { reason }: z.infer<typeof ScrubGoLive>, act: Act): Verdict {
  const found = openGoLive(rows, act);
  if (!found.ok) return found;
  const goLive = found.value;
  if (goLive.stage === 'hypercare')
    return refuse('wrong-stage', `${goLive.ref} is live and cannot be scrubbed. Close it as rolled back.`, [goLive.ref]);
  const wrong = untilRolledBack(rows, 'scrub it') ?? tooEarly(goLive, act);
  if (wrong) return wrong;
  const hold = holdNow(rows);
  const over = update(goLives, goLive, { stage: 'scrubbed', outcome: 'scrubbed', outcomeNote: reason, closedAt: act.occurredAt });
  return decide(
    'goLive.scrub',
    [...over, ...(hold ? stopped(hold, act) : []), ...endedTrouble(rows, act), ...closingTasks(rows, goLive, act)],
    goLive.id,
  );
}

interface Closing {
  readonly step: 'tell' | 'undo' | 'release' | 'date' | 'lessons';
  readonly title: string;
  readonly detail: string;
  readonly kind: Task['kind'];
  readonly minutes: number;
}

/** What follows a scrub, in its order. */
export function closingActions(rows: Rows): readonly Closing[] {
  const all = [...rows.task.values()].filter(({ kind }) => kind !== 'group');
  const named = (list: readonly Task[], words: (task: Task) => string) => list.map(words).join('\n').slice(0, LONGEST);
  const begun = all.filter((task) => hasBegun(task) && task.undoMs !== null && task.status !== 'rolled back');
  const undo = {
    step: 'undo',
    title: begun.length === 1 ? `Take back ${begun[0]?.ref}` : `Take back ${begun.length} tasks that were begun`,
    detail: named(begun.toReversed(), (task) => `${task.ref} ${task.title}: ${task.undoTitle || task.undoDetail || 'put back as it was'}`),
    kind: 'task',
    minutes: Math.ceil(begun.reduce((sum, { undoMs }) => sum + (undoMs ?? 0), 0) / MINUTE),
  } as const;
  const awaited = new Set(all.filter((task) => !isClosed(task)).flatMap(({ ownerIds }) => ownerIds));
  const people = [...awaited].flatMap((id) => rows.person.get(id)?.name ?? []);
  return [
    { step: 'tell', title: 'Tell everybody that the attempt is scrubbed', detail: '', kind: 'communication', minutes: 10 },
    ...(begun.length > 0 ? [undo] : []),
    { step: 'release', title: 'Release the people', detail: people.join(', ').slice(0, LONGEST), kind: 'task', minutes: 10 },
    {
      step: 'date',
      title: 'Set a new date',
      detail: 'Agree on a new T-0 and window, and make a new go-live for them.',
      kind: 'task',
      minutes: 30,
    },
    {
      step: 'lessons',
      title: 'Write down what was learnt',
      detail: 'What led to the scrub, and what the next attempt does about it.',
      kind: 'task',
      minutes: 30,
    },
  ];
}

const MINUTE = 60_000;
const LONGEST = 8_000;

/** Taking back comes before the people are released. */
function closingTasks(rows: Rows, goLive: GoLive, act: Act): readonly Change[] {
  const nextRef = refMaker('task', rows.task.values());
  let position = 0;
  for (const task of rows.task.values()) position = Math.max(position, task.position);
  const ids = new Map<Closing['step'], string>();
  const made = closingActions(rows).map(({ step, title, detail, kind, minutes }) => {
    const id = act.newId();
    ids.set(step, id);
    position += 1;
    return {
      ...newTask,
      id,
      goLiveId: goLive.id,
      ref: nextRef(),
      title,
      detail,
      kind,
      phase: AFTER_SCRUB,
      position,
      ownerIds: act.personId === null ? [] : [act.personId],
      startOffset: act.occurredAt - goLive.tZeroAt,
      durationMs: minutes * MINUTE,
    };
  });
  const [fromId, toId] = [ids.get('undo'), ids.get('release')];
  const order = fromId && toId ? [{ id: act.newId(), goLiveId: goLive.id, fromId, toId, kind: 'FS' as const, lagMs: 0 }] : [];
  const told = announcementFrom('scrub', ids.get('tell') ?? null, act);
  return [...made.map((row) => insert(tasks, row)), ...order.map((row) => insert(links, row)), told];
}
