/** What happens when an exported and edited plan is brought back: every change of the diff in one act, or nothing. */
import { type Change, insert, remove, update } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import { rowsLeftOut, rowsRefused } from '../../../base/sheet/refused-rows.ts';
import { contradictions } from '../../contradictions.ts';
import { refMaker } from '../../refs.ts';
import { type NamedPeople, namedPeople } from '../../roster/named-people.ts';
import { applyChanges, type Rows } from '../../tables.ts';
import { findCycle } from '../import/cycle.ts';
import { networkOf } from '../network.ts';
import { newTask } from '../new-task.ts';
import { link as links, type Task, task as tasks } from '../schema.ts';
import { taskStep as steps } from '../work-schema.ts';
import type { DiffChoices, PlanChanges, PlanDiff, TaskAddition } from './diff.ts';
import type { NamedPerson } from './people-texts.ts';
import type { WishedFields } from './wish.ts';

/** `from` says in words where the changes come from, such as the file's name; it becomes the note of the act. */
export function takeFile(rows: Rows, diff: PlanDiff, { skipsRefused }: Pick<DiffChoices, 'skipsRefused'>, from: string, act: Act): Verdict {
  const refusal = skipsRefused ? null : rowsRefused(diff.problems, 'these rows');
  if (refusal) return refusal;
  const changes = changesFor(rows, diff.changes, act);
  if (changes.length === 0) return refuse('nothing-changed', 'The plan already is as the file says. Nothing was changed.');
  const after = applyChanges(rows, changes);
  const cycle = circleIn(after);
  if (cycle) {
    const reason = `The tasks would wait for each other in a circle: ${cycle.text}. Nothing was changed. Take one of these predecessors out of the file.`;
    return refuse('cycle', reason, cycle.refs);
  }
  const before = new Set(contradictions(rows).map(({ says }) => says));
  const broken = contradictions(after).find(({ says }) => !before.has(says));
  if (broken)
    return refuse(
      'contradiction',
      `The record would contradict itself: ${broken.says}. Nothing was changed. Take that change out of the file.`,
    );
  return decide('plan.exchange', changes, null, [from, rowsLeftOut(diff.problems)].filter(Boolean).join('\n'));
}

function changesFor(rows: Rows, wish: PlanChanges, act: Act): readonly Change[] {
  const people = namedPeople(rows, act, true);
  const ids = new Map(wish.additions.map(({ key }) => [key, act.newId()]));
  const removed = new Set(wish.removed.map(({ id }) => id));
  const idOf = (key: string) => ids.get(key) ?? key;
  const fieldsOf = (fields: WishedFields) => settled(fields, (group) => (removed.has(group) ? null : idOf(group)), people);
  const nextRef = refMaker('task', rows.task.values());
  let position = -1;
  for (const task of rows.task.values()) position = Math.max(position, task.position);
  const refs = new Map(wish.additions.map(({ key }) => [key, nextRef()]));
  const positions = new Map(
    wish.additions.map(({ key }) => {
      position += 1;
      return [key, position];
    }),
  );
  const inserted = parentsFirst(wish.additions).map(({ key, sourceId, fields }) =>
    insert(tasks, {
      ...newTask,
      title: '',
      ...fieldsOf(fields),
      id: idOf(key),
      goLiveId: act.goLiveId,
      ref: refs.get(key) as string,
      position: positions.get(key) as number,
      sourceId,
    }),
  );
  const edited = wish.edits.flatMap(({ task, fields }) => update(tasks, task, fieldsOf(fields)));
  const orphans = [...rows.task.values()].filter(({ id, parentId }) => parentId !== null && removed.has(parentId) && !removed.has(id));
  const goneLinks = new Set(wish.linksRemoved);
  const network = networkOf(rows);
  for (const id of removed) for (const link of [...(network.into.get(id) ?? []), ...(network.outOf.get(id) ?? [])]) goneLinks.add(link);
  const madeLinks = wish.linksAdded.flatMap(({ from, to, kind, lagMs }) =>
    removed.has(from) || removed.has(to)
      ? []
      : [insert(links, { id: act.newId(), goLiveId: act.goLiveId, fromId: idOf(from), toId: idOf(to), kind, lagMs })],
  );
  return [
    ...people.added(),
    ...inserted,
    ...edited,
    ...orphans
      .filter(({ id }) => !wish.edits.some(({ task, fields }) => task.id === id && 'parentId' in fields))
      .flatMap((task) => update(tasks, task, { parentId: null })),
    ...[...goneLinks].map((link) => remove(links, link)),
    ...wish.linksChanged.flatMap(({ link, kind, lagMs }) => (goneLinks.has(link) ? [] : update(links, link, { kind, lagMs }))),
    ...madeLinks,
    ...[...rows.taskStep.values()].filter(({ taskId }) => removed.has(taskId)).map((step) => remove(steps, step)),
    ...childrenFirst(wish.removed).map((task) => remove(tasks, task)),
  ];
}

/** Fields as a row holds them: people and group by their ids. */
function settled(
  { ownerIds, parentId, ...fields }: WishedFields,
  groupOf: (key: string) => string | null,
  people: NamedPeople,
): Partial<Task> {
  const owners = ownerIds as readonly NamedPerson[] | undefined;
  return {
    ...(fields as Partial<Task>),
    ...(owners && { ownerIds: owners.map((person) => ('id' in person ? person.id : people.idOf(person.name))) }),
    ...(parentId !== undefined && { parentId: parentId === null ? null : groupOf(String(parentId)) }),
  };
}

/** Added groups before what stands in them; otherwise as in the file. */
function parentsFirst(additions: readonly TaskAddition[]): readonly TaskAddition[] {
  const byKey = new Map(additions.map((addition) => [addition.key, addition]));
  const placed = new Set<TaskAddition>();
  for (const addition of additions) {
    const chain: TaskAddition[] = [];
    for (let at: TaskAddition | undefined = addition; at && !placed.has(at); at = byKey.get(String(at.fields.parentId))) chain.push(at);
    for (const one of chain.toReversed()) placed.add(one);
  }
  return [...placed];
}

function childrenFirst(removed: readonly Task[]): readonly Task[] {
  const byId = new Map(removed.map((task) => [task.id, task]));
  const placed = new Set<Task>();
  for (const task of removed) {
    const chain: Task[] = [];
    for (let at: Task | undefined = task; at && !placed.has(at); at = at.parentId === null ? undefined : byId.get(at.parentId))
      chain.push(at);
    for (const one of chain.toReversed()) placed.add(one);
  }
  return [...placed].toReversed();
}

/** The circle with the kind of each link: `T-001 SS → T-002 FS → T-001`; null when there is none. */
function circleIn(rows: Rows): { readonly text: string; readonly refs: readonly string[] } | null {
  const cycle = findCycle([...rows.link.values()].map(({ fromId, toId }) => ({ from: fromId, to: toId })));
  if (!cycle) return null;
  const { outOf } = networkOf(rows);
  const refs = cycle.map((id) => rows.task.get(id)?.ref ?? id);
  const kinds = cycle.map((id, at) => outOf.get(id)?.find(({ toId }) => toId === cycle[at + 1])?.kind ?? '');
  return { text: refs.map((ref, at) => (kinds[at] ? `${ref} ${kinds[at]} → ` : ref)).join(''), refs };
}
