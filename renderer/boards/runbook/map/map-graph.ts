/** What the node map shows: tasks and links where they are few; the neighbourhood of a task, or groups, where they are many. */

import type { TaskLine } from '../../../../shared/domain/runbook/lines.ts';
import { networkOf } from '../../../../shared/domain/runbook/network.ts';
import { goesForward, tallyOf } from '../../../../shared/domain/runbook/tally.ts';
import type { Rows } from '../../../../shared/domain/tables.ts';

/** More nodes cannot be read, and take seconds to lay out. */
export const MOST_NODES = 240;

export interface MapNode {
  readonly id: string;
  /** Null for a group of tasks. */
  readonly line: TaskLine | null;
  /** Of a group: its name and how much of it is closed. */
  readonly name: string;
  readonly tasks: number;
  readonly closed: number;
  readonly stopped: number;
  readonly late: number;
  readonly isCritical: boolean;
}

export interface MapEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly isCritical: boolean;
  /** Such as `SS`; empty for finish to start, which is the usual. Of groups the number of links. */
  readonly word: string;
}

export interface MapGraph {
  readonly nodes: readonly MapNode[];
  readonly edges: readonly MapEdge[];
  readonly kind: 'all' | 'around' | 'groups';
  /** How many tasks are left out. */
  readonly hidden: number;
}

/** All tasks of `lines` while they are at most `most`; else what stands up to `steps` links from `centreId`; without a centre the groups of `keyOf`. */
export function mapGraph(
  rows: Rows,
  lines: readonly TaskLine[],
  centreId: string | null,
  steps: number,
  keyOf: (line: TaskLine) => string,
  most = MOST_NODES,
): MapGraph {
  const worked = lines.filter(({ task }) => task.kind !== 'group');
  if (worked.length <= most) return graphOf(rows, worked, 'all', 0);
  const centre = centreId !== null && worked.some(({ task }) => task.id === centreId) ? centreId : null;
  if (centre === null) return groupGraph(rows, worked, keyOf);
  const near = around(rows, centre, steps, most, new Set(worked.map(({ task }) => task.id)));
  const kept = worked.filter(({ task }) => near.has(task.id));
  return graphOf(rows, kept, 'around', worked.length - kept.length);
}

/** Ids within `steps` links before and after, the nearest first, at most `most`. */
function around(rows: Rows, centre: string, steps: number, most: number, known: ReadonlySet<string>): ReadonlySet<string> {
  const { into, outOf } = networkOf(rows);
  const found = new Set([centre]);
  let edge = [centre];
  for (let step = 0; step < steps; step += 1) {
    const next: string[] = [];
    for (const id of edge) {
      const others = [...(into.get(id) ?? []).map(({ fromId }) => fromId), ...(outOf.get(id) ?? []).map(({ toId }) => toId)];
      for (const other of others) {
        if (found.has(other) || !known.has(other) || found.size >= most) continue;
        found.add(other);
        next.push(other);
      }
    }
    edge = next;
  }
  return found;
}

function graphOf(rows: Rows, lines: readonly TaskLine[], kind: MapGraph['kind'], hidden: number): MapGraph {
  const { outOf } = networkOf(rows);
  const byId = new Map(lines.map((line) => [line.task.id, line]));
  const edges = lines.flatMap((line) =>
    (outOf.get(line.task.id) ?? []).flatMap((link) => {
      const to = byId.get(link.toId);
      if (!to) return [];
      const isCritical = line.times.isCritical && to.times.isCritical;
      return [{ id: link.id, from: link.fromId, to: link.toId, isCritical, word: link.kind === 'FS' ? '' : link.kind }];
    }),
  );
  const nodes = lines.map((line) => ({
    id: line.task.id,
    line,
    name: line.task.title,
    tasks: 1,
    closed: 0,
    stopped: 0,
    late: line.isLate ? 1 : 0,
    isCritical: line.times.isCritical,
  }));
  return { nodes, edges, kind, hidden };
}

function groupGraph(rows: Rows, lines: readonly TaskLine[], keyOf: (line: TaskLine) => string): MapGraph {
  const groups = Map.groupBy(lines, keyOf);
  const keys = new Map(lines.map((line) => [line.task.id, keyOf(line)]));
  const between = new Map<string, { from: string; to: string; count: number }>();
  for (const { fromId, toId } of rows.link.values()) {
    const [from, to] = [keys.get(fromId), keys.get(toId)];
    if (from === undefined || to === undefined || from === to) continue;
    const id = `${from}→${to}`;
    const known = between.get(id);
    if (known) known.count += 1;
    else between.set(id, { from, to, count: 1 });
  }
  const nodes = [...groups].slice(0, MOST_NODES).map(([key, own]) => {
    const { all: tasks, closed, stopped, late, critical } = tallyOf(own.filter(({ task }) => goesForward(task)));
    return { id: key, line: null, name: key || 'No name', tasks, closed, stopped, late, isCritical: critical > 0 };
  });
  const shown = new Set(nodes.map(({ id }) => id));
  const edges = [...between]
    .filter(([, { from, to }]) => shown.has(from) && shown.has(to))
    .map(([id, { from, to, count }]) => ({ id, from, to, isCritical: false, word: `${count}` }));
  return { nodes, edges, kind: 'groups', hidden: lines.length };
}
