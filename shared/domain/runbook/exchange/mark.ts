/** The mark in the head of an exported plan's first column: what it is an export of, so that the file can come back. */

export interface ExportMark {
  /** The go-live's reference, such as `GL-001`. */
  readonly goLive: string;
  /** The newest entry of the record when the file was made. */
  readonly seq: number;
  /** T-0 at that moment, UTC ms. */
  readonly tZeroAt: number;
  /** False when only some tasks were exported: then a task that is not in the file says nothing. */
  readonly isWhole: boolean;
}

/** `other`: a mark of a format this version does not know; `none`: no mark at all. */
export type MarkRead = { readonly mark: ExportMark } | 'other' | 'none';

const FORMAT = 1;
export const ID_HEAD = 'Gantry id';

export function markText({ goLive, seq, tZeroAt, isWhole }: ExportMark): string {
  return `${ID_HEAD} [format ${FORMAT}, ${goLive}, ${isWhole ? 'all' : 'some'} tasks at entry ${seq}, T-0 ${new Date(tZeroAt).toISOString()}]`;
}

const pattern =
  /^gantry id\s*\[format (\d{1,4}), (GL-\d{1,7}), (all|some) tasks at entry (\d{1,12}), T-0 (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z)\]$/i;

export function readMark(head: string): MarkRead {
  const found = pattern.exec(head.trim());
  if (!found) return /^gantry id\s*\[format \d/i.test(head.trim()) ? 'other' : 'none';
  const [, format, goLive = '', which, seq, tZero = ''] = found;
  const tZeroAt = Date.parse(tZero);
  if (Number(format) !== FORMAT || Number.isNaN(tZeroAt)) return 'other';
  return { mark: { goLive: goLive.toUpperCase(), seq: Number(seq), tZeroAt, isWhole: which?.toLowerCase() === 'all' } };
}
