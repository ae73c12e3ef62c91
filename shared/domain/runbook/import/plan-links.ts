/** The links an import adds, changes and removes, so that each imported task has the predecessors the file gives it. */
import { type Change, insert, remove, update } from '../../../base/change.ts';
import type { Act } from '../../../base/rule.ts';
import type { Rows } from '../../tables.ts';
import { networkOf } from '../network.ts';
import { type Link, link as links } from '../schema.ts';
import type { Edge } from './cycle.ts';
import type { PlanPreview, PlanTask } from './plan.ts';
import { plainId } from './predecessors.ts';

export interface ImportedTask {
  readonly id: string;
  readonly from: PlanTask;
  readonly isNew: boolean;
}

export interface LinkChanges {
  readonly changes: readonly Change[];
  /** Every link there is afterwards. */
  readonly edges: readonly Edge[];
}

/** Links that people drew here to tasks that are in no imported plan stay. A predecessor that was left out gives no link. */
export function linkChanges(rows: Rows, imported: readonly ImportedTask[], preview: PlanPreview, act: Act): LinkChanges {
  const before = [...rows.link.values()].map(({ fromId, toId }) => ({ from: fromId, to: toId }));
  if (!preview.fields.includes('predecessors')) return { changes: [], edges: before };
  const idOf = idFinder(rows, imported);
  const changes: Change[] = [];
  const added: Edge[] = [];
  const removed = new Set<string>();
  for (const { id: toId, from: task, isNew } of imported) {
    const wanted = task.predecessors.flatMap(({ sourceId, ...how }) => {
      const fromId = idOf(sourceId);
      return fromId === undefined ? [] : [{ fromId, ...how }];
    });
    const present = isNew ? [] : (networkOf(rows).into.get(toId) ?? []);
    for (const link of present) {
      const same = wanted.find((want) => isSame(want, link));
      if (same) changes.push(...update(links, link, { lagMs: same.lagMs }));
      else if (rows.task.get(link.fromId)?.sourceId !== '') {
        changes.push(remove(links, link));
        removed.add(link.id);
      }
    }
    for (const want of wanted.filter((one) => !present.some((link) => isSame(one, link)))) {
      changes.push(insert(links, { id: act.newId(), goLiveId: act.goLiveId, toId, ...want }));
      added.push({ from: want.fromId, to: toId });
    }
  }
  const kept = [...rows.link.values()].filter(({ id }) => !removed.has(id)).map(({ fromId, toId }) => ({ from: fromId, to: toId }));
  return { changes, edges: [...kept, ...added] };
}

/** Tasks of the file come first, then those of the record by source id, then by reference. */
function idFinder(rows: Rows, imported: readonly ImportedTask[]): (sourceId: string) => string | undefined {
  const ids = new Map<string, string>();
  for (const { id, ref } of rows.task.values()) ids.set(plainId(ref), id);
  for (const { id, sourceId } of rows.task.values()) if (sourceId !== '') ids.set(plainId(sourceId), id);
  for (const { id, from } of imported) if (from.sourceId !== '') ids.set(plainId(from.sourceId), id);
  return (sourceId) => ids.get(plainId(sourceId));
}

function isSame(want: Pick<Link, 'fromId' | 'kind'>, link: Pick<Link, 'fromId' | 'kind'>): boolean {
  return want.fromId === link.fromId && want.kind === link.kind;
}
