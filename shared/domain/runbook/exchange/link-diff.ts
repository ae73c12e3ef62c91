/** The links a file would add, change and remove, three ways as in `diff.ts`. */
import type { RowProblem } from '../../../base/sheet/sheet.ts';
import type { Rows } from '../../tables.ts';
import { networkOf } from '../network.ts';
import type { Link } from '../schema.ts';
import type { DiffChoices, PlanChanges, PlanLine, WishedLink } from './diff.ts';
import { linkText, type NamedLink } from './link-texts.ts';
import { keyOfRow } from './match-rows.ts';
import type { RowWish } from './wish.ts';

export interface LinkDiff {
  /** By row; the links of an added row are told with the row. */
  readonly lines: ReadonlyMap<number, readonly PlanLine[]>;
  readonly added: PlanChanges['linksAdded'];
  readonly changed: PlanChanges['linksChanged'];
  readonly removed: PlanChanges['linksRemoved'];
}

const COLUMN = 'Predecessors';

export function linkDiff(rows: Rows, base: Rows, wishes: readonly RowWish[], { fileWins }: DiffChoices, problems: RowProblem[]): LinkDiff {
  const [then, now] = [networkOf(base), networkOf(rows)];
  const keys = new Map(wishes.map(({ row }) => [keyOfRow(row, rows.task), row]));
  const refOf = (key: string) => rows.task.get(key)?.ref ?? base.task.get(key)?.ref ?? (keys.get(key)?.ref || key);
  const shown = ({ from, kind, lagMs }: NamedLink) => linkText({ ref: refOf(from), kind, lagMs });
  const lines = new Map<number, PlanLine[]>();
  const added: WishedLink[] = [];
  const changed: { link: Link; kind: Link['kind']; lagMs: number }[] = [];
  const removed: Link[] = [];

  for (const { row, was, links } of wishes) {
    if (links === null) continue;
    const to = keyOfRow(row, rows.task);
    const wished = links.filter(({ from }) => {
      const isThere = rows.task.has(from) || keys.has(from);
      if (!isThere)
        problems.push({
          row: row.number,
          column: COLUMN,
          value: '',
          reason: 'A predecessor is in a row that cannot be read; this link is left out.',
          severity: 'warning',
        });
      return isThere;
    });
    const task = rows.task.get(to);
    const held = was === null ? [] : (then.into.get(to) ?? []);
    const here = task ? (now.into.get(to) ?? []) : [];
    const tell = (what: PlanLine['what'], before: string, after: string, record: string | null) => {
      if (!task) return;
      const told = lines.get(row.number) ?? [];
      told.push({ what, row: row.number, ref: task.ref, title: task.title, column: COLUMN, was: before, becomes: after, here: record });
      lines.set(row.number, told);
    };
    const { pairs, fresh, gone } = compared(held, wished);
    for (const [link, want] of pairs) {
      const current = rows.link.get(link.id);
      if (current && current.kind === want.kind && current.lagMs === want.lagMs) continue;
      const isAsThen = current && current.kind === link.kind && current.lagMs === link.lagMs;
      tell('link changed', shown(named(link)), shown(want), isAsThen ? null : current ? shown(named(current)) : 'removed');
      if (isAsThen || (fileWins && current)) changed.push({ link: current, kind: want.kind, lagMs: want.lagMs });
      else if (fileWins) added.push({ ...want, to });
    }
    for (const want of fresh) {
      const current = here.find(({ fromId, kind }) => fromId === want.from && kind === want.kind);
      if (current?.lagMs === want.lagMs) continue;
      tell('link added', '', shown(want), current ? shown(named(current)) : null);
      if (!current) added.push({ ...want, to });
      else if (fileWins) changed.push({ link: current, kind: want.kind, lagMs: want.lagMs });
    }
    for (const link of gone) {
      const current = rows.link.get(link.id);
      if (!current) continue;
      const isAsThen = current.kind === link.kind && current.lagMs === link.lagMs;
      tell('link removed', shown(named(link)), '', isAsThen ? null : shown(named(current)));
      if (isAsThen || fileWins) removed.push(current);
    }
  }
  return { lines, added, changed, removed };
}

interface Compared {
  /** The link as it was, and as the file has it with another lag or kind. */
  readonly pairs: readonly (readonly [Link, NamedLink])[];
  readonly fresh: readonly NamedLink[];
  readonly gone: readonly Link[];
}

/** Of one predecessor that lost one link and got another, that is one link that changed. */
function compared(held: readonly Link[], wished: readonly NamedLink[]): Compared {
  const left = new Map(wished.map((want) => [`${want.from} ${want.kind}`, want]));
  const pairs: [Link, NamedLink][] = [];
  const lost: Link[] = [];
  for (const link of held) {
    const want = left.get(`${link.fromId} ${link.kind}`);
    if (!want) lost.push(link);
    else {
      left.delete(`${link.fromId} ${link.kind}`);
      if (want.lagMs !== link.lagMs) pairs.push([link, want]);
    }
  }
  const byFrom = new Map([...left.values()].map((want) => [want.from, want]));
  const gone: Link[] = [];
  for (const link of lost) {
    const want = byFrom.get(link.fromId);
    if (!want) gone.push(link);
    else {
      byFrom.delete(link.fromId);
      left.delete(`${want.from} ${want.kind}`);
      pairs.push([link, want]);
    }
  }
  return { pairs, fresh: [...left.values()], gone };
}

function named({ fromId, kind, lagMs }: Link): NamedLink {
  return { from: fromId, kind, lagMs };
}
