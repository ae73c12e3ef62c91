/** An entry of the journal: what one person did at one moment, and the changes that made. */
import type { Change } from './change.ts';

export interface Entry {
  /** Position in the record, from 1 without gaps. */
  readonly seq: number;
  readonly id: string;
  readonly goLiveId: string;
  /** When it was recorded, UTC ms. */
  readonly at: number;
  /** When it happened, UTC ms; equals `at` unless it was written down late. */
  readonly occurredAt: number;
  /** The name of who did it, as it was then. */
  readonly actor: string;
  /** The word for the act, such as `task.finish`. */
  readonly action: string;
  /** What the person added in words; empty when nothing. */
  readonly note: string;
  /** `seq` of the entry this one takes back; null for any other act. */
  readonly undoes: number | null;
  readonly changes: readonly Change[];
  /** `hash` of the entry before; 64 zeros for the first. */
  readonly prev: string;
  readonly hash: string;
}

export const FIRST_PREV = '0'.repeat(64);

/** The text the entry's hash is taken over (SHA-256, hex). `changes` goes in as the exact text that is stored. */
export function sealedText(entry: Omit<Entry, 'changes' | 'hash'>, changesText: string): string {
  const { seq, id, goLiveId, at, occurredAt, actor, action, note, undoes, prev } = entry;
  return JSON.stringify([prev, seq, id, goLiveId, at, occurredAt, actor, action, note, undoes, changesText]);
}
