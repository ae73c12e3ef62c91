/** Bringing a file in: read it apart from the application, recognise its columns, show what would happen, then all or nothing. */
import { z } from 'zod';
import { line } from '../../shared/base/fields.ts';
import { LARGEST_BASE64 } from '../../shared/base/limits.ts';
import { ok, type Refusal, type Result } from '../../shared/base/result.ts';
import type { Act, Verdict } from '../../shared/base/rule.ts';
import { corrected, type Mapping } from '../../shared/base/sheet/columns.ts';
import { refusedRowsCsv } from '../../shared/base/sheet/refused-rows.ts';
import type { RowProblem, Sheet } from '../../shared/base/sheet/sheet.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import type { Limits } from '../exchange/limits.ts';
import { readSheetInWorker } from '../exchange/read-in-worker.ts';
import { rowProblem } from './row-problem.ts';
import { actOn, type Context, envelope, goLiveIdOf, nowIn, outcome, perform, refused } from './trpc.ts';

const fileFields = {
  fileName: line,
  base64: z.base64('is not a file in base64').max(LARGEST_BASE64, 'is larger than 25 MB'),
  /** Field → name of its column, where the recognition is wrong; an empty name takes the field away. */
  map: z.record(z.string().max(60), z.string().max(500)).optional(),
};
const previewInput = envelope.extend(fileFields).strict();
const importInput = envelope
  .extend({
    ...fileFields,
    /** Import without the rows that cannot be read. */
    skipRefused: z.boolean().default(false),
    /** Go on although the ids of the file belong to rows with other titles. */
    replaceOthers: z.boolean().default(false),
  })
  .strict();

const MOST_PROBLEMS = 500;
const MOST_SHOWN = 100;

const preview = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** How the file was read, in words. */
    readAs: z.string(),
    columns: z.array(z.string()),
    /** Every field that can be imported. */
    fields: z.array(z.string()),
    /** Field → the column it is read from. */
    mapping: z.record(z.string(), z.string()),
    /** Rows that can be read. */
    readable: z.number().int(),
    /** Rows that cannot. */
    refusedRows: z.number().int(),
    /** The first rows as they would be imported: column head → text. */
    shown: z.array(z.record(z.string(), z.string())),
    problems: z.array(rowProblem),
    moreProblems: z.number().int(),
    notes: z.array(z.string()),
    otherColumns: z.array(z.string()),
    /** What the import would do, in words; empty when it would be refused. */
    effect: z.array(z.string()),
    /** Why the import would be refused even without the unreadable rows; null when it would not. */
    refusal: z.object({ code: z.string(), reason: z.string(), about: z.array(z.string()) }).nullable(),
    /** The refused rows as CSV, to mend and import again; empty when there are none. */
    refusedCsv: z.string(),
  }),
  refused,
]);

/** What was read from a file, whatever it holds. */
export interface ReadFile {
  readonly problems: readonly RowProblem[];
  readonly notes: readonly string[];
  readonly otherColumns: readonly string[];
}

/** A kind of file that can be brought in. */
export interface ImportKind<Field extends string, Read extends ReadFile> {
  readonly limits: Limits;
  readonly fields: readonly Field[];
  readonly recognise: (sheet: Sheet) => Mapping<Field>;
  readonly read: (sheet: Sheet, mapping: Mapping<Field>, rows: Rows, goLiveId: string) => Read;
  /** How many rows (tasks, tickets) were read. */
  readonly count: (read: Read) => number;
  /** The first `most` as people should see them. */
  readonly shown: (read: Read, rows: Rows, most: number) => readonly Readonly<Record<string, string>>[];
  readonly decide: (rows: Rows, read: Read, skipRefused: boolean, replaceOthers: boolean, act: Act) => Verdict;
  /** What a yes would do, in words. */
  readonly effect: (rows: Rows, read: Read, verdict: Verdict & { readonly ok: true }) => readonly string[];
}

interface Read<Field extends string, What> {
  readonly sheet: Sheet;
  readonly mapping: Mapping<Field>;
  readonly read: What;
  readonly goLiveId: string;
}

/** The two requests for one kind of file: look first, then take it in. */
export function importRequests<Field extends string, What extends ReadFile>(kind: ImportKind<Field, What>) {
  return {
    preview: perform(previewInput, preview, async (input, ctx) => {
      const file = await readFile(kind, input, ctx);
      return file.ok ? { ok: true as const, ...described(kind, file.value, ctx) } : file;
    }),
    take: perform(importInput, outcome, async ({ fileName, base64, map, skipRefused, replaceOthers, ...asked }, ctx) => {
      const file = await readFile(kind, { ...asked, fileName, base64, map }, ctx);
      if (!file.ok) return file;
      return actOn(ctx, asked, (rows, act) => kind.decide(rows, file.value.read, skipRefused, replaceOthers, act));
    }),
  };
}

async function readFile<Field extends string, What extends ReadFile>(
  kind: ImportKind<Field, What>,
  { goLiveId, fileName, base64, map }: z.infer<typeof previewInput>,
  ctx: Context,
): Promise<Result<Read<Field, What>>> {
  const found = goLiveIdOf(ctx, goLiveId);
  if (!found.ok) return found;
  const sheet = await readSheetInWorker(Buffer.from(base64, 'base64'), fileName, kind.limits);
  if (!sheet.ok) return sheet;
  const mapping = corrected(kind.recognise(sheet.value), map ?? {}, sheet.value.columns, kind.fields);
  if (!mapping.ok) return mapping;
  const read = kind.read(sheet.value, mapping.value, ctx.record.rows(found.value), found.value);
  return ok({ sheet: sheet.value, mapping: mapping.value, read, goLiveId: found.value });
}

function described<Field extends string, What extends ReadFile>(kind: ImportKind<Field, What>, file: Read<Field, What>, ctx: Context) {
  const { sheet, mapping, read, goLiveId } = file;
  const rows = ctx.record.rows(goLiveId);
  const now = nowIn(ctx, goLiveId);
  const verdict = kind.decide(rows, read, true, true, { goLiveId, now, occurredAt: now, actor: '', personId: null, newId: ctx.newId });
  const refusedRows = new Set(read.problems.filter(({ severity }) => severity === 'refused').map(({ row }) => row)).size;
  const columnOf = Object.entries(mapping).map(([field, column]) => [field, sheet.columns[column as number] ?? '']);
  const refusal: Refusal | null = verdict.ok ? null : verdict.refusal;
  return {
    readAs: readAs(sheet),
    columns: [...sheet.columns],
    fields: [...kind.fields],
    mapping: Object.fromEntries(columnOf),
    readable: kind.count(read),
    refusedRows,
    shown: [...kind.shown(read, rows, MOST_SHOWN)],
    problems: read.problems.slice(0, MOST_PROBLEMS),
    moreProblems: Math.max(0, read.problems.length - MOST_PROBLEMS),
    notes: [...sheet.warnings, ...read.notes],
    otherColumns: [...read.otherColumns],
    effect: verdict.ok ? [...kind.effect(rows, read, verdict)] : [],
    refusal: refusal && { ...refusal, about: [...refusal.about] },
    refusedCsv: refusedRows > 0 ? refusedRowsCsv(sheet, read.problems) : '',
  };
}

function readAs({ format, encoding, sheetName, headerRow, rows }: Sheet): string {
  const what = format === 'xlsx' ? `workbook, sheet ${sheetName}` : `text, ${encoding}`;
  return `Read as ${what}; columns named in row ${headerRow}; ${rows.length} rows`;
}
