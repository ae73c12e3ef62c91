/** Results as values: what a rule answers when it says yes, and what it says when it says no. */

/** A no that a person can read: what happened, what is safe, what to do. `code` is stable for programs. */
export interface Refusal {
  readonly code: string;
  readonly reason: string;
  /** References of the things that stand in the way (`T-014`, `G-2`), worst first; empty when none. */
  readonly about: readonly string[];
}

export type Result<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: Refusal };

export function ok<Value>(value: Value): Result<Value> {
  return { ok: true, value };
}

export function refuse(code: string, reason: string, about: readonly string[] = []): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: { code, reason, about } };
}
