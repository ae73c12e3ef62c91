/** What happens when an exported and edited plan is brought back: every change of the diff in one act, or nothing. */
import { type Change, insert, remove, update } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import { rowsLeftOut, rowsRefused } from '../../../base/sheet/refused-rows.ts';
import { refMaker } from '../../refs.ts';
import { type NamedPeople, namedPeople } from '../../roster/named-people.ts';
import { applyChanges, type Rows } from '../../tables.ts';
import { newTask } from '../new-task.ts';
import { linksOf, removalOf } from '../plan/removal.ts';
import { unsound } from '../plan/soundness.ts';
import { link as links, type Task, task as tasks } from '../schema.ts';
import type { DiffChoices } from './conflicts.ts';
import type { PlanChanges, PlanDiff } from './diff.ts';
import type { NamedPerson } from './people-texts.ts';
import { type Newcomer, positionsOf } from './placing.ts';
import type { WishedFields } from './wish.ts';

/** `from` says in words where the changes come from, such as the file's name; it becomes the note of the act. */
export function takeFile(rows: Rows, diff: PlanDiff, { skipsRefused }: Pick<DiffChoices, 'skipsRefused'>, from: string, act: Act): Verdict {
  const refusal = skipsRefused ? null : rowsRefused(diff.problems, 'these rows');
  if (refusal) return refusal;
  const changes = changesFor(rows, diff.changes, act);
  if (changes.length === 0) return refuse('nothing-changed', diff.lines.length > 0 ? ALL_THEIRS : AS_THE_FILE);
  const broken = unsound(rows, changes, act);
  if (broken) return { ok: false, refusal: broken };
  return decide('plan.exchange', changes, null, [from, rowsLeftOut(diff.problems)].filter(Boolean).join('\n'));
}

const AS_THE_FILE = 'The plan already is as the file says. Nothing was changed.';
const ALL_THEIRS =
  'All that the file would change was changed here too since the export, and theirs is taken. Nothing was changed. Take mine where the file is right.';

function changesFor(rows: Rows, wish: PlanChanges, act: Act): readonly Change[] {
  const people = namedPeople(rows, act, true);
  const ids = new Map(wish.additions.map(({ key }) => [key, act.newId()]));
  const removed = new Set(wish.removed.map(({ id }) => id));
  const idOf = (key: string) => ids.get(key) ?? key;
  const fieldsOf = (fields: WishedFields) => settled(fields, (group) => (removed.has(group) ? null : idOf(group)), people);
  const nextRef = refMaker('task', rows.task.values());
  const newcomers = wish.additions.map(({ key, behind, sourceId, fields }): Newcomer => {
    const own = { id: idOf(key), goLiveId: act.goLiveId, ref: nextRef(), position: 0, sourceId };
    return { task: { ...newTask, title: '', ...fieldsOf(fields), ...own }, behindId: behind === null ? null : idOf(behind) };
  });
  const edited = new Map<string, Partial<Task>>();
  for (const { id, parentId } of rows.task.values()) if (parentId !== null && removed.has(parentId)) edited.set(id, { parentId: null });
  for (const { task, fields } of wish.edits) edited.set(task.id, { ...edited.get(task.id), ...fieldsOf(fields) });
  const updates = () => [...edited].flatMap(([id, fields]) => (removed.has(id) ? [] : update(tasks, rows.task.get(id) as Task, fields)));
  const removal = removalOf(rows, removed);
  const positions = positionsOf(applyChanges(rows, [...updates(), ...removal]), newcomers);
  const inserted = parentsFirst(newcomers.map(({ task }) => ({ ...task, position: positions.get(task.id) as number })));
  for (const { task } of newcomers) positions.delete(task.id);
  for (const [id, position] of positions) edited.set(id, { ...edited.get(id), position });
  const goneLinks = linksOf(rows, removed);
  return [
    ...people.added(),
    ...inserted.map((task) => insert(tasks, task)),
    ...updates(),
    ...wish.linksRemoved.flatMap((link) => (goneLinks.has(link) ? [] : remove(links, link))),
    ...wish.linksChanged.flatMap(({ link, kind, lagMs }) => (goneLinks.has(link) ? [] : update(links, link, { kind, lagMs }))),
    ...wish.linksAdded
      .filter(({ from, to }) => !removed.has(from) && !removed.has(to))
      .map(({ from, to, kind, lagMs }) =>
        insert(links, { id: act.newId(), goLiveId: act.goLiveId, fromId: idOf(from), toId: idOf(to), kind, lagMs }),
      ),
    ...removal,
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
function parentsFirst(added: readonly Task[]): readonly Task[] {
  const byId = new Map(added.map((task) => [task.id, task]));
  const placed = new Set<Task>();
  for (const task of added) {
    const chain: Task[] = [];
    for (let at: Task | undefined = task; at && !placed.has(at); at = byId.get(at.parentId ?? '')) chain.push(at);
    for (const one of chain.toReversed()) placed.add(one);
  }
  return [...placed];
}
