/** What the first row of a pasted block says about its columns: the names of the sheet, or those that plans usually have. */
import { durationUnit } from '../import/durations.ts';
import { type PlanField as FileField, recognisePlan } from '../import/fields.ts';
import { fieldWords, type PlanField, planFields } from './plan-fields.ts';

/** `ref` holds what other rows name the row by. */
export type PastedField = PlanField | 'ref';

export interface PastedHeads {
  /** By column; null for one that has no place in the sheet. */
  readonly fields: readonly (PastedField | null)[];
  /** Names of the columns without a place. */
  readonly others: readonly string[];
  /** What a bare number counts in the column of lengths, ms. */
  readonly unitMs: number;
}

const ofFile: Partial<Readonly<Record<FileField, PastedField>>> = {
  sourceId: 'ref',
  title: 'title',
  predecessors: 'after',
  duration: 'durationMs',
  plannedStart: 'startOffset',
  stream: 'stream',
  phase: 'phase',
  owners: 'ownerIds',
  kind: 'kind',
};

/** Null when the first row is one like the others. */
export function pastedHeads(cells: readonly (readonly string[])[]): PastedHeads | null {
  const [first = [], ...content] = cells;
  const heads = first.map((head) => head.trim());
  if (content.length === 0 || heads.some((head) => /^[\d.:,]+$/.test(head))) return null;
  const fields: (PastedField | null)[] = heads.map((head) => ownField(head));
  const isOwn = fields.filter((field) => field !== null).length >= 2;
  const rows = content.map((row, index) => ({ number: index + 2, cells: row }));
  for (const [name, column] of Object.entries(recognisePlan({ columns: heads, rows }))) {
    const field = ofFile[name as FileField];
    if (field && fields[column] === null && !fields.includes(field)) fields[column] = field;
  }
  const known = fields.filter((field) => field !== null).length;
  const isWhole = known === heads.filter((head) => head !== '').length;
  if (!isOwn && (known < 2 || !(isWhole || fields.includes('title')))) return null;
  return {
    fields,
    others: heads.filter((head, column) => head !== '' && fields[column] === null),
    unitMs: durationUnit(heads[fields.indexOf('durationMs')] ?? ''),
  };
}

function ownField(head: string): PastedField | null {
  const name = head.toLowerCase();
  return name === 'ref' ? 'ref' : (planFields.find((field) => fieldWords[field].toLowerCase() === name) ?? null);
}
