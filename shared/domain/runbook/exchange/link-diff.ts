/** The links a file would add, change and remove, three ways as in `diff.ts`. */
import type { RowProblem } from '../../../base/sheet/sheet.ts';
import type { Rows } from '../../tables.ts';
import { networkOf } from '../network.ts';
import type { Link } from '../schema.ts';
import type { Wins } from './conflicts.ts';
import type { PlanChanges, PlanLine, WishedLink } from './diff.ts';
import { linkText, type NamedLink } from './link-texts.ts';
import { keyOfRow } from './match-rows.ts';
import type { PlanFile } from './plan-file.ts';
import type { RowWish } from './wish.ts';

export interface LinkDiff {
  /** By row; the links of an added row are told with the row. */
  readonly lines: ReadonlyMap<number, readonly PlanLine[]>;
  readonly added: PlanChanges['linksAdded'];
  readonly changed: PlanChanges['linksChanged'];
  readonly removed: PlanChanges['linksRemoved'];
}

const COLUMN = 'Predecessors';

export function linkDiff(
  rows: Rows,
  base: Rows,
  wishes: readonly RowWish[],
  { lagStepMs }: Pick<PlanFile, 'lagStepMs'>,
  wins: Wins,
  problems: RowProblem[],
): LinkDiff {
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
    /** Tells it and answers whether it is to be made. */
    const takes = (what: PlanLine['what'], link: string, before: string, after: string, record: string | null): boolean => {
      const key = `${to} ${link}`;
      const isTaken = record === null || wins(key);
      if (!task) return isTaken;
      const told = lines.get(row.number) ?? [];
      const about = { key, row: row.number, ref: task.ref, title: task.title, column: COLUMN };
      told.push({ ...about, what, was: before, becomes: after, here: record, isTaken });
      lines.set(row.number, told);
      return isTaken;
    };
    const { pairs, fresh, gone } = compared(held, wished, (a, b) => Math.round(a / lagStepMs) === Math.round(b / lagStepMs));
    /** The link as it is now: itself, or the one that was made in its place. */
    const currentOf = (link: Link) =>
      rows.link.get(link.id) ?? here.find(({ id, fromId, kind }) => fromId === link.fromId && kind === link.kind && !base.link.has(id));
    const inPairs = new Set(pairs.map(([{ id }]) => id));
    for (const [link, want] of pairs) {
      const current = currentOf(link);
      // What was made here of the kind the file wants: two of one kind would say the same twice.
      const twin = here.find((each) => each !== current && each.fromId === want.from && each.kind === want.kind && !inPairs.has(each.id));
      const standing = [current, twin].filter((each) => each !== undefined);
      if (standing.length === 1 && standing[0]?.kind === want.kind && standing[0].lagMs === want.lagMs) continue;
      const isAsThen = !twin && current?.kind === link.kind && current.lagMs === link.lagMs;
      const record = isAsThen ? null : standing.map((each) => shown(named(each))).join('; ') || 'removed';
      if (!takes('link changed', link.id, shown(named(link)), shown(want), record)) continue;
      const kept = twin ?? current;
      if (!kept) added.push({ ...want, to });
      else if (kept.kind !== want.kind || kept.lagMs !== want.lagMs) changed.push({ link: kept, kind: want.kind, lagMs: want.lagMs });
      if (twin && current) removed.push(current);
    }
    for (const want of fresh) {
      const current = here.find(({ fromId, kind }) => fromId === want.from && kind === want.kind);
      if (current?.lagMs === want.lagMs) continue;
      if (!takes('link added', `${want.from} ${want.kind}`, '', shown(want), current ? shown(named(current)) : null)) continue;
      if (!current) added.push({ ...want, to });
      else changed.push({ link: current, kind: want.kind, lagMs: want.lagMs });
    }
    for (const link of gone) {
      const current = currentOf(link);
      if (!current) continue;
      const isAsThen = current.kind === link.kind && current.lagMs === link.lagMs;
      if (takes('link removed', link.id, shown(named(link)), '', isAsThen ? null : shown(named(current)))) removed.push(current);
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
function compared(held: readonly Link[], wished: readonly NamedLink[], isSameLag: (a: number, b: number) => boolean): Compared {
  const left = new Map(wished.map((want) => [`${want.from} ${want.kind}`, want]));
  const pairs: [Link, NamedLink][] = [];
  const lost: Link[] = [];
  for (const link of held) {
    const want = left.get(`${link.fromId} ${link.kind}`);
    if (!want) lost.push(link);
    else {
      left.delete(`${link.fromId} ${link.kind}`);
      if (!isSameLag(want.lagMs, link.lagMs)) pairs.push([link, want]);
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
