/** How the links of the playbook follow new answers, among those that people set and tasks that are under way. */
import { type Change, insert, remove } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import { pathBetween } from '../runbook/network.ts';
import { type Link, link as links } from '../runbook/schema.ts';
import { hasBegun, isClosed } from '../runbook/task-state.ts';
import { applyChanges, type Rows } from '../tables.ts';
import { inMs } from './plan-words.ts';
import type { PlannedTask } from './tasks-from-playbook.ts';

/** A link between the tasks of two steps, by their keys. */
export interface PlannedLink extends Pick<Link, 'kind' | 'lagMs'> {
  readonly from: string;
  readonly to: string;
}

export function plannedLinks(planned: readonly PlannedTask[]): readonly PlannedLink[] {
  return planned.flatMap(({ step }) =>
    step.task.after.map(({ step: from, kind, lagMinutes }) => ({ from, to: step.key, kind, lagMs: inMs(lagMinutes) })),
  );
}

/**
 * `rows` hold the tasks as they will stand, those to be removed still among them. Links of a skipped task stay, as its history. No
 * new link leads to a task that has begun or is closed, comes a second time or closes a circle with links people set.
 */
export function linkedAnew(
  rows: Rows,
  was: readonly PlannedLink[],
  is: readonly PlannedLink[],
  removed: ReadonlySet<string>,
  act: Act,
): { readonly removed: readonly Change[]; readonly added: readonly Change[] } {
  const bySource = new Map([...rows.task.values()].filter(({ source }) => source !== '').map((task) => [task.source, task]));
  const gone = lacking(was, is).flatMap((planned) => {
    const found = [...rows.link.values()].find((link) => isOf(link, planned));
    const isHistory = found && [found.fromId, found.toId].some((id) => rows.task.get(id)?.status === 'skipped');
    return found && (!isHistory || removed.has(found.fromId) || removed.has(found.toId)) ? [remove(links, found)] : [];
  });
  let standing = applyChanges(rows, gone);
  const added = lacking(is, was).flatMap((planned) => {
    const [from, to] = [bySource.get(planned.from), bySource.get(planned.to)];
    if (!from || !to || hasBegun(to) || isClosed(to)) return [];
    const { kind, lagMs } = planned;
    const isThere = [...standing.link.values()].some((link) => link.fromId === from.id && link.toId === to.id && link.kind === kind);
    if (isThere || pathBetween(standing, to.id, from.id)) return [];
    const change = insert(links, { id: act.newId(), goLiveId: act.goLiveId, fromId: from.id, toId: to.id, kind, lagMs });
    standing = applyChanges(standing, [change]);
    return [change];
  });
  return { removed: gone, added };

  function isOf(link: Link, { from, to, kind, lagMs }: PlannedLink): boolean {
    return link.fromId === bySource.get(from)?.id && link.toId === bySource.get(to)?.id && link.kind === kind && link.lagMs === lagMs;
  }
}

function lacking(all: readonly PlannedLink[], others: readonly PlannedLink[]): readonly PlannedLink[] {
  const known = new Set(others.map(wordOf));
  return all.filter((link) => !known.has(wordOf(link)));
}

function wordOf({ from, to, kind, lagMs }: PlannedLink): string {
  return `${from} ${to} ${kind} ${lagMs}`;
}
