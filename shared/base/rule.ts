/** What a rule is: facts, a command and the circumstances in; changes or a refusal out. No I/O, no clock, no ids of its own. */
import type { Change } from './change.ts';
import { ok, type Result } from './result.ts';

/** The circumstances of one act, passed in so that rules stay pure. */
export interface Act {
  /** The go-live that is acted on. */
  readonly goLiveId: string;
  /** When it is recorded, UTC ms. */
  readonly now: number;
  /** When it happened, UTC ms, never after `now`; equals `now` unless it is written down late. */
  readonly occurredAt: number;
  /** The name of who acts. */
  readonly actor: string;
  /** The person of the roster who acts; null when the screen has not said who it is. */
  readonly personId: string | null;
  readonly newId: () => string;
}

/** A yes: the word for the act, what it changes, and the row it made or acted on. */
export interface Decision {
  readonly action: string;
  readonly changes: readonly Change[];
  /** What the person added in words; empty when nothing. */
  readonly note: string;
  /** Id of the row made or acted on; null when there is no single one. */
  readonly rowId: string | null;
}

export type Verdict = Result<Decision>;

/** A yes. Without `changes` the act would leave no trace in the rows; rules refuse such an act instead. */
export function decide(action: string, changes: readonly Change[], rowId: string | null = null, note = ''): Verdict {
  return ok({ action, changes, rowId, note });
}
