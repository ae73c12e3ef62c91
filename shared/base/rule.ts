/** What a rule is: facts, a command and the circumstances in; changes or a refusal out. No I/O, no clock, no ids of its own. */
import type { Change } from './change.ts';
import { type Result, ok } from './result.ts';

/** The circumstances of one act, passed in so that rules stay pure. */
export interface Act {
  /** UTC ms. */
  readonly now: number;
  readonly actor: string;
  /** The person of the roster who acts; null when the screen has not said who it is. */
  readonly personId: string | null;
  readonly newId: () => string;
}

/** A yes: the word for the act, what it changes, and which row the person should be told about. */
export interface Decision {
  readonly action: string;
  readonly changes: readonly Change[];
  readonly note?: string;
  /** When it happened, UTC ms; now when absent. */
  readonly occurredAt?: number;
  /** Id of the row that was made or acted on; null when there is no single one. */
  readonly rowId?: string;
}

export type Verdict = Result<Decision>;

export function decide(action: string, changes: readonly Change[], more: Omit<Decision, 'action' | 'changes'> = {}): Verdict {
  return ok({ action, changes, ...more });
}
