/** Numbers as people type them, and the steps of the arrow keys. */

export interface NumberBounds {
  readonly min?: number;
  readonly max?: number;
  /** The least step, 1 unless told; a step below 1 allows decimals. */
  readonly step?: number;
}

export type ReadNumber = { readonly ok: true; readonly value: number | null } | { readonly ok: false; readonly reason: string };

/** Reads `1200`, `1 200`, `0,5`, `0.5`; empty text is null. */
export function readNumber(text: string, { min, max, step = 1 }: NumberBounds): ReadNumber {
  const plain = text.replaceAll(/[\s\u00a0\u202f]/g, '').replace(',', '.');
  if (plain === '') return { ok: true, value: null };
  if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain)) return { ok: false, reason: 'Not a number. Write digits only.' };
  const value = Number(plain);
  if (Number.isInteger(step) && !Number.isInteger(value)) return { ok: false, reason: 'Write a whole number.' };
  if (min !== undefined && value < min) return { ok: false, reason: `Write ${min} or more.` };
  if (max !== undefined && value > max) return { ok: false, reason: `Write ${max} or less.` };
  return { ok: true, value };
}

/** The value after `steps` steps, kept within bounds; from nothing it starts at 0 or the bound nearest to it. */
export function stepped(value: number | null, steps: number, { min = -Infinity, max = Infinity, step = 1 }: NumberBounds): number {
  const digits = `${step}`.split('.')[1]?.length ?? 0;
  const next = value === null ? 0 : Number((value + steps * step).toFixed(digits));
  return Math.min(max, Math.max(min, next));
}
