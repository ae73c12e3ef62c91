/**
 * What happens when a plan is imported: all its tasks, links and new people at once, or nothing.
 * A task whose source id is known already is updated instead of added: the file decides what is planned, the record what has been worked.
 */

import { type Change, insert, update } from '../../../base/change.ts';
import { largest } from '../../../base/extremes.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import { rowsLeftOut, rowsRefused } from '../../../base/sheet/refused-rows.ts';
import { refMaker } from '../../refs.ts';
import { namedPeople } from '../../roster/named-people.ts';
import { applyChanges, type Rows } from '../../tables.ts';
import { newCircle } from '../plan/circle.ts';
import { type Task, task as tasks } from '../schema.ts';
import { findCycle } from './cycle.ts';
import type { PlanPreview, PlanTask } from './plan.ts';
import { type ImportedTask, linkChanges } from './plan-links.ts';
import { phaseKeys } from './plan-phases.ts';
import { plainId } from './predecessors.ts';

export interface ImportPlan {
  readonly preview: PlanPreview;
  /** Import without the rows that cannot be read. Otherwise one such row refuses the import. */
  readonly skipRefused: boolean;
  /** Update tasks by their ids although most of them have other titles now, as happens when two plans both count from 1. */
  readonly replaceOthers: boolean;
}

/** The import, counted. */
export interface PlanEffect {
  readonly added: number;
  readonly updated: number;
  readonly linksAdded: number;
  readonly linksRemoved: number;
  /** Names of people who would be new in the roster. */
  readonly newPeople: readonly string[];
  /** References of tasks from an earlier import that this file does not name; they stay. */
  readonly notInFile: readonly string[];
}

export function importPlan(rows: Rows, command: ImportPlan, act: Act): Verdict {
  const { preview } = command;
  const goLive = rows.goLive.get(act.goLiveId);
  if (!goLive) return refuse('unknown-go-live', 'There is no such go-live. Nothing was imported.');
  const refusal = command.skipRefused ? null : rowsRefused(preview.problems, 'these rows');
  if (refusal) return refusal;
  if (preview.tasks.length === 0)
    return refuse('no-tasks', 'The file has no row that can be read as a task. Nothing was imported. Check which column holds the titles.');
  const known = knownTasks(rows);
  const others = otherTitles(preview, known);
  if (others && !command.replaceOthers) return others;

  const people = namedPeople(rows, act, true);
  const phaseKey = phaseKeys(rows);
  const nextRef = refMaker('task', rows.task.values());
  let position = largest(
    [...rows.task.values()].map((task) => task.position),
    -1,
  );
  const changes: Change[] = [];
  const imported = preview.tasks.map((from): ImportedTask => {
    const before = from.sourceId === '' ? undefined : known.get(plainId(from.sourceId));
    const fields = fieldsOf(from, goLive.tZeroAt, from.owners.map(people.idOf), phaseKey(from.phase), act);
    if (before) {
      changes.push(...update(tasks, before, chosen(fields, preview, before)));
      return { id: before.id, from, isNew: false };
    }
    position += 1;
    const id = act.newId();
    changes.push(insert(tasks, { id, goLiveId: act.goLiveId, ref: nextRef(), position, catalogueIds: [], ...fields, ...tasks.added }));
    return { id, from, isNew: true };
  });
  const links = linkChanges(rows, imported, preview, act);
  const cycle = findCycle(links.edges);
  if (cycle) return cycleRefused(cycle, imported, rows);
  const all = [...people.added(), ...changes, ...links.changes];
  if (all.length === 0) return refuse('nothing-changed', 'Every task of the file already is as the file says. Nothing was imported.');
  const throughGroups = newCircle(rows, applyChanges(rows, all), act.goLiveId, act.now);
  if (throughGroups) return { ok: false, refusal: throughGroups };
  return decide('plan.import', all, null, rowsLeftOut(preview.problems));
}

/** What the changes of an import come to. */
export function planEffect(rows: Rows, preview: PlanPreview, changes: readonly Change[]): PlanEffect {
  const count = (table: string, is: (change: Change) => boolean) => changes.filter((change) => change.table === table && is(change)).length;
  const inFile = new Set(preview.tasks.map(({ sourceId }) => plainId(sourceId)));
  const missing = [...rows.task.values()].filter(({ sourceId }) => sourceId !== '' && !inFile.has(plainId(sourceId)));
  return {
    added: count('task', ({ was }) => was === null),
    updated: count('task', ({ was }) => was !== null),
    linksAdded: count('link', ({ was }) => was === null),
    linksRemoved: count('link', ({ set }) => set === null),
    newPeople: changes.flatMap(({ table, set }) => (table === 'person' ? [String(set?.name)] : [])),
    notInFile: missing.map(({ ref }) => ref),
  };
}

type Fields = Omit<Task, 'id' | 'goLiveId' | 'ref' | 'position' | 'catalogueIds' | keyof typeof tasks.added>;

function fieldsOf(from: PlanTask, tZeroAt: number, ownerIds: string[], phase: string, act: Act): Fields {
  const { row: _row, owners: _owners, predecessors: _predecessors, plannedStart, ...same } = from;
  const needsReason = from.status === 'blocked' || from.status === 'failed' || from.status === 'skipped';
  return {
    ...same,
    phase,
    ownerIds,
    startOffset: plannedStart === null ? null : plannedStart - tZeroAt,
    reason: needsReason ? from.comments || `It was ${from.status} in the imported plan` : '',
    blockedAt: from.status === 'blocked' ? act.occurredAt : null,
  };
}

/** The fields the file speaks of. Work is taken over only where none was recorded here. */
function chosen(fields: Fields, { fields: given }: PlanPreview, before: Task): Partial<Task> {
  const has = (...names: typeof given) => names.some((name) => given.includes(name));
  const { title, sourceId, extra, detail, kind, stream, phase, ownerIds, startOffset, durationMs, comments, ...work } = fields;
  return {
    title,
    sourceId,
    extra,
    ...(has('detail') && { detail }),
    ...(has('kind') && { kind }),
    ...(has('stream') && { stream }),
    ...((has('phase') || phase !== '') && { phase }),
    ...(has('owners') && { ownerIds }),
    ...(has('plannedStart', 'plannedEnd') && { startOffset }),
    ...(has('duration', 'plannedEnd') && { durationMs }),
    ...(has('comments') && { comments }),
    ...(before.status === 'planned' && work.status !== 'planned' && work),
  };
}

function knownTasks(rows: Rows): ReadonlyMap<string, Task> {
  return new Map([...rows.task.values()].flatMap((task) => (task.sourceId === '' ? [] : [[plainId(task.sourceId), task] as const])));
}

/** Ids that meet tasks with other titles are likely those of another plan; updating would overwrite it. */
function otherTitles(preview: PlanPreview, known: ReadonlyMap<string, Task>): Verdict | null {
  const met = preview.tasks.flatMap((task) => {
    const before = task.sourceId === '' ? undefined : known.get(plainId(task.sourceId));
    return before ? [{ task, before }] : [];
  });
  const other = met.filter(({ task, before }) => plain(task.title) !== plain(before.title));
  const [first] = other;
  if (!first || met.length < 3 || other.length * 2 <= met.length) return null;
  const example = `${first.task.sourceId} is "${first.before.title}" here and "${first.task.title}" in the file`;
  return refuse(
    'other-plan',
    `${other.length} of ${met.length} ids in the file belong to tasks with other titles (${example}). Nothing was imported. If this is another plan, give its ids a prefix; if the tasks were renamed, say so and import again.`,
    other.map(({ before }) => before.ref),
  );
}

function cycleRefused(cycle: readonly string[], imported: readonly ImportedTask[], rows: Rows): Verdict {
  const names = new Map(imported.map(({ id, from }) => [id, from.sourceId || from.title]));
  const path = cycle.map((id) => names.get(id) ?? rows.task.get(id)?.ref ?? id);
  return refuse(
    'cycle',
    `The tasks wait for each other in a circle: ${path.join(' → ')}. Nothing was imported. Take one of these predecessors out of the file.`,
    path,
  );
}

function plain(title: string): string {
  return title.replace(/\s+/g, ' ').trim().toLowerCase();
}
