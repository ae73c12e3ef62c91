/** A list of tickets as read from a file, before it is imported: tickets with their history, and what could not be read. */
import type { RowProblem } from '../../../base/sheet/sheet.ts';
import type { TicketStatus } from '../schema.ts';
import type { TicketField } from './fields.ts';

/** A state a ticket was in from `occurredAt` on. */
export interface ReadState {
  /** UTC ms. */
  readonly occurredAt: number;
  readonly status: TicketStatus;
  /** The state's name in the file. */
  readonly sourceState: string;
  /** Who changed it; empty when the file does not say. */
  readonly by: string;
}

export interface ReadTicket {
  /** Number of its first row in the file. */
  readonly row: number;
  readonly sourceId: string;
  readonly title: string;
  readonly detail: string;
  /** Oldest first, never empty, no state twice in a row. */
  readonly states: readonly ReadState[];
  readonly priority: number;
  readonly category: string;
  readonly department: string;
  readonly reporter: string;
  /** A name; empty for nobody. */
  readonly assignee: string;
  readonly openedAt: number;
  readonly repliedAt: number | null;
  readonly resolvedAt: number | null;
  readonly closedAt: number | null;
  readonly resolution: string;
  /** When the file last knew of it, UTC ms. */
  readonly knownAt: number;
  /** Column name → last text, for every filled cell that no field takes in full. */
  readonly extra: Readonly<Record<string, string>>;
}

export interface TicketPreview {
  /** `event log`: several rows tell the history of one ticket. */
  readonly shape: 'event log' | 'one row per ticket';
  /** The tickets that can be imported, in the order of the file. */
  readonly tickets: readonly ReadTicket[];
  /** By row. In an event log a refused row takes its whole ticket out, so that no history has a hole. */
  readonly problems: readonly RowProblem[];
  /** What was assumed for many rows at once, as sentences. */
  readonly notes: readonly string[];
  /** The fields the file has columns for. */
  readonly fields: readonly TicketField[];
  /** The columns no field takes; they stay on the ticket. */
  readonly otherColumns: readonly string[];
}

/** What reading a list of tickets needs to know of the go-live. */
export interface TicketContext {
  readonly zone: string;
}
