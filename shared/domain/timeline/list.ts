/** The timeline: entries in words together with the history that imported tickets brought, in the order things happened. */
import type { Entry } from '../../base/entry.ts';
import type { Row, Rows } from '../tables.ts';
import { type Area, areaOf, type EntryKind, entryKind, isLate, type Subject, subjectOf } from './subject.ts';
import { sentence } from './words.ts';

/** One line of the timeline. */
export interface TimelineLine {
  /** The entry's id, or the id of the ticket state. */
  readonly id: string;
  /** `seq` of the entry; null for a state that came with an import. */
  readonly seq: number | null;
  /** When it happened, UTC ms. */
  readonly occurredAt: number;
  /** When it was written down, where that was more than a minute later; null otherwise. */
  readonly writtenAt: number | null;
  readonly kind: EntryKind;
  readonly area: Area;
  /** The word for the act; `ticket.state` for an imported state. */
  readonly action: string;
  /** Who did it; empty when the import does not say. */
  readonly actor: string;
  readonly text: string;
  /** What the person added, where the text does not say it already. */
  readonly note: string;
  readonly subject: Subject | null;
}

/** What to show. An absent field does not narrow; `text` is looked for in words, note and person. */
export interface TimelineFilter {
  readonly kinds?: readonly EntryKind[];
  readonly areas?: readonly Area[];
  readonly actor?: string;
  readonly text?: string;
  /** First instant shown, UTC ms. */
  readonly from?: number;
  /** First instant not shown, UTC ms. */
  readonly to?: number;
}

/** Oldest first. What happened at the same instant stands in the order it was recorded, imported history before acts. */
export function timelineOf(entries: readonly Entry[], rows: Rows, filter: TimelineFilter = {}): readonly TimelineLine[] {
  const acts = entries.map((entry) => lineOf(entry, rows));
  const states = [...rows.ticketState.values()].filter(({ sourceState }) => sourceState !== '').map((state) => stateLine(state, rows));
  const lines = [...states, ...acts].sort((a, b) => a.occurredAt - b.occurredAt || (a.seq ?? 0) - (b.seq ?? 0));
  return lines.filter(shownBy(filter));
}

/** The same test for a line that arrives while the timeline is open. */
export function shownBy(filter: TimelineFilter): (line: TimelineLine) => boolean {
  const { kinds, areas, actor, from, to } = filter;
  const wanted = filter.text?.trim().toLowerCase() ?? '';
  return (line) =>
    (!kinds || kinds.includes(line.kind)) &&
    (!areas || areas.includes(line.area)) &&
    (!actor || line.actor === actor) &&
    (from === undefined || line.occurredAt >= from) &&
    (to === undefined || line.occurredAt < to) &&
    (wanted === '' || `${line.text}\n${line.note}\n${line.actor}`.toLowerCase().includes(wanted));
}

export function lineOf(entry: Entry, rows: Rows): TimelineLine {
  const text = sentence(entry, rows);
  return {
    id: entry.id,
    seq: entry.seq,
    occurredAt: entry.occurredAt,
    writtenAt: isLate(entry) ? entry.at : null,
    kind: entryKind(entry),
    area: areaOf(entry),
    action: entry.action,
    actor: entry.actor,
    text,
    note: text.includes(entry.note) ? '' : entry.note,
    subject: subjectOf(entry, rows),
  };
}

function stateLine(state: Row<'ticketState'>, rows: Rows): TimelineLine {
  const ref = rows.ticket.get(state.ticketId)?.ref ?? '';
  return {
    id: state.id,
    seq: null,
    occurredAt: state.occurredAt,
    writtenAt: null,
    kind: 'machine',
    area: 'ticket',
    action: 'ticket.state',
    actor: state.by,
    text: `${ref || 'A ticket'} ${state.sourceState}${state.sourceState.toLowerCase() === state.status ? '' : ` (${state.status})`}`,
    note: '',
    subject: { table: 'ticket', id: state.ticketId, ref },
  };
}
