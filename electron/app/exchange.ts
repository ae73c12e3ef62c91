/** What may be asked of exchange: the plan as a file, what such a file would change when it comes back, and taking it in. */
import { hash } from 'node:crypto';
import { z } from 'zod';
import type { Change } from '../../shared/base/change.ts';
import { id, line, optionalLine } from '../../shared/base/fields.ts';
import { LARGEST_BASE64 } from '../../shared/base/limits.ts';
import { ok, type Refusal, type Result, refuse } from '../../shared/base/result.ts';
import { formatDate } from '../../shared/base/time-words.ts';
import type { GoLive } from '../../shared/domain/go-live/schema.ts';
import type { DiffChoices } from '../../shared/domain/runbook/exchange/conflicts.ts';
import { type PlanDiff, type PlanLine, planDiff } from '../../shared/domain/runbook/exchange/diff.ts';
import { calendarFile } from '../../shared/domain/runbook/exchange/ics.ts';
import { type PlanFile, planFile } from '../../shared/domain/runbook/exchange/plan-file.ts';
import { explanationTable, plannedTasks, planTable } from '../../shared/domain/runbook/exchange/plan-table.ts';
import { projectTree } from '../../shared/domain/runbook/exchange/project/write.ts';
import { rowsAt } from '../../shared/domain/runbook/exchange/rows-at.ts';
import { takeFile } from '../../shared/domain/runbook/exchange/take-file.ts';
import { calendarTimes, taskEvents } from '../../shared/domain/runbook/exchange/task-calendar.ts';
import { impactWords, planImpact } from '../../shared/domain/runbook/plan/impact.ts';
import { scheduleOf } from '../../shared/domain/runbook/schedule.ts';
import { applyChanges, type Rows } from '../../shared/domain/tables.ts';
import { exchangeLimits } from '../exchange/limits.ts';
import type { FileOrder } from '../exchange/make-file.ts';
import { readSheetInWorker } from '../exchange/read-in-worker.ts';
import { written } from '../exchange/write-in-worker.ts';
import { rowProblem } from './row-problem.ts';
import { actOn, ask, type Context, envelope, goLiveIdOf, goLiveRef, nowIn, outcome, perform, refused, router } from './trpc.ts';

const MOST_LINES = 20_000;
const MOST_PROBLEMS = 2_000;
/** Characters of a text before and after. */
const LONGEST_SHOWN = 500;

const mediaTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv',
  project: 'application/xml',
} as const;
const madeFile = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), fileName: z.string(), mediaType: z.string(), base64: z.base64(), tasks: z.number().int() }),
  refused,
]);

const choices = {
  /** Where the file and the record both changed something since the export, the file wins: true for all, or the keys of such lines. */
  fileWins: z.union([z.boolean(), z.array(z.string().max(200)).max(MOST_LINES)]).default(false),
  /** Tasks whose rows were deleted are removed; those that were worked stay. */
  removesMissing: z.boolean().default(false),
  /** Go on without the rows that cannot be read. */
  skipsRefused: z.boolean().default(false),
};
const file = { fileName: line, base64: z.base64('is not a file in base64').max(LARGEST_BASE64, 'is larger than 25 MB') };

const planLine: z.ZodType<PlanLine> = z.object({
  key: z.string(),
  what: z.enum(['edited', 'added', 'removed', 'link added', 'link changed', 'link removed']),
  row: z.number().int().nullable(),
  ref: z.string(),
  title: z.string(),
  column: z.string(),
  was: z.string(),
  becomes: z.string(),
  here: z.string().nullable(),
  isTaken: z.boolean(),
});
const previewed = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    /** Every change, whether it is taken or not; those the record changed too come first, or they would be lost among thousands. */
    lines: z.array(planLine),
    moreLines: z.number().int(),
    /** How many of all lines would be taken as asked. */
    taken: z.number().int(),
    /** How many of all lines the record changed too. */
    conflicts: z.number().int(),
    /** Names all that this says of the plan: the take that carries it makes these changes or none. */
    seen: z.string(),
    problems: z.array(rowProblem),
    moreProblems: z.number().int(),
    refusedRows: z.number().int(),
    /** References of tasks whose rows are not in the file and that could be removed. */
    missing: z.array(z.string()),
    newPeople: z.array(z.string()),
    /** What all that would be taken does to the night, in words, the worst first; empty when nothing would be. */
    impact: z.array(z.string()),
    notes: z.array(z.string()),
    /** Why it would be refused; null when it would not. */
    refusal: z.object({ code: z.string(), reason: z.string(), about: z.array(z.string()) }).nullable(),
  }),
  refused,
]);

export const exchange = router({
  /** The plan as a table to edit elsewhere and bring back: all of it, or one stream. */
  exportPlan: ask(
    z.strictObject({ goLiveId: goLiveRef, format: z.enum(['xlsx', 'csv', 'project']), stream: optionalLine.optional() }),
    madeFile,
    async ({ goLiveId, format, stream }, ctx) => {
      const found = goLiveOf(ctx, goLiveId);
      if (!found.ok) return found;
      const { goLive, rows } = found.value;
      const tasks = plannedTasks(rows, stream ?? null).length;
      if (tasks === 0) return refuse('no-tasks', 'There is no task to export. Add tasks, or choose another stream.');
      const made = await written(orderFor(rows, goLive, format, stream ?? null, ctx));
      if (!made.ok) return made;
      return {
        ok: true as const,
        fileName: `${goLive.ref}-plan-${formatDate(nowIn(ctx, goLive.id), goLive.zone)}.${format === 'project' ? 'xml' : format}`,
        mediaType: mediaTypes[format],
        base64: Buffer.from(made.value).toString('base64'),
        tasks,
      };
    },
  ),
  /** Tasks as a calendar file: of a person, of the team that works a stream, or those that tell people something. */
  exportCalendar: ask(
    z.strictObject({
      goLiveId: goLiveRef,
      of: z.union([z.strictObject({ personId: id }), z.strictObject({ stream: line }), z.literal('communication')]),
      times: z.enum(calendarTimes).default('forecast'),
    }),
    madeFile,
    ({ goLiveId, of, times }, ctx) => {
      const found = goLiveOf(ctx, goLiveId);
      if (!found.ok) return found;
      const { goLive, rows } = found.value;
      const person = typeof of === 'object' && 'personId' in of ? rows.person.get(of.personId) : null;
      if (person === undefined) return refuse('unknown-person', 'That person is not in the roster of this go-live. Choose again.');
      const whose = person?.name ?? (typeof of === 'object' && 'stream' in of ? of.stream : 'communication');
      const now = nowIn(ctx, goLive.id);
      const events = taskEvents(rows, goLive, scheduleOf(rows, goLive, now), of, times, ctx.record.journal.last().seq);
      if (events.length === 0) return refuse('no-tasks', `There is no task of ${whose} to export. Choose somebody else.`);
      return {
        ok: true as const,
        fileName: `${goLive.ref}-${plainWord(whose)}-${formatDate(now, goLive.zone)}.ics`,
        mediaType: 'text/calendar',
        base64: Buffer.from(calendarFile(`${goLive.ref} ${whose}`, events, now)).toString('base64'),
        tasks: events.length,
      };
    },
  ),
  /** What a file that was exported and edited would change. Changes nothing. */
  previewFile: perform(envelope.extend({ ...file, ...choices }).strict(), previewed, async (asked, ctx) => {
    const read = await readPlan(ctx, asked);
    return read.ok ? preview(ctx, asked, read.value) : read;
  }),
  /** Takes it in: all its changes as one act, or none. `seen` is what the preview of the same choices answered; absent for a take nobody looked at. */
  takeFile: perform(
    envelope.extend({ ...file, ...choices, seen: z.string().max(100).optional() }).strict(),
    z.discriminatedUnion('ok', [outcome.options[0].extend({ taken: z.number().int() }), refused]),
    async ({ fileName, base64, fileWins, removesMissing, skipsRefused, seen, ...asked }, ctx) => {
      const read = await readPlan(ctx, { ...asked, fileName, base64 });
      if (!read.ok) return read;
      const wanted = { fileWins, removesMissing, skipsRefused };
      let taken = 0;
      const made = actOn(ctx, asked, (rows, act) => {
        const diff = diffOf(ctx, rows, read.value, wanted);
        if (seen !== undefined && seen !== nameOf(diff)) return refuse('plan-moved', PLAN_MOVED);
        taken = takenBy(diff);
        return takeFile(rows, diff, wanted, `From ${fileName}`, act);
      });
      return made.ok ? { ...made, taken } : made;
    },
  ),
});

const PLAN_MOVED =
  'The plan changed after this was shown, so the file would now do something else. Nothing was changed. Look again at what it would do.';

/** Different wherever a preview would say something else. */
function nameOf({ lines, problems, missing, newPeople }: PlanDiff): string {
  const missed = missing.map(({ id: taskId }) => taskId);
  return hash('sha256', JSON.stringify([lines, problems, missed, newPeople]), 'hex');
}

function takenBy({ lines }: PlanDiff): number {
  return lines.filter(({ isTaken }) => isTaken).length;
}

function orderFor(rows: Rows, goLive: GoLive, format: 'xlsx' | 'csv' | 'project', stream: string | null, ctx: Context): FileOrder {
  const { seq } = ctx.record.journal.last();
  const now = nowIn(ctx, goLive.id);
  if (format === 'project') return { format, tree: projectTree(rows, goLive, scheduleOf(rows, goLive, now), seq, stream, now) };
  const sheets = [
    { name: 'Plan', ...planTable(rows, goLive, seq, stream) },
    { name: 'How to edit', ...explanationTable(goLive) },
  ];
  return { format, sheets, title: `${goLive.ref} ${goLive.name}` };
}

/** Fit for the name of a file; `tasks` when nothing of it is. */
function plainWord(text: string): string {
  const plain = text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 60);
  return plain.replace(/^-+|-+$/g, '') || 'tasks';
}

interface ReadPlan {
  readonly goLiveId: string;
  readonly file: PlanFile;
  readonly notes: readonly string[];
}

interface FileAsked {
  readonly goLiveId: string;
  readonly fileName: string;
  readonly base64: string;
}

async function readPlan(ctx: Context, { goLiveId, fileName, base64 }: FileAsked): Promise<Result<ReadPlan>> {
  const found = goLiveOf(ctx, goLiveId);
  if (!found.ok) return found;
  const sheet = await readSheetInWorker(Buffer.from(base64, 'base64'), fileName, exchangeLimits);
  if (!sheet.ok) return sheet;
  const plan = planFile(sheet.value, found.value.goLive);
  if (!plan.ok) return plan;
  const { mark, otherColumns } = plan.value;
  const notes = [
    ...(mark ? [] : ['The file does not say when it was exported, so what changed here since cannot be seen.']),
    ...(mark && mark.seq > ctx.record.journal.last().seq ? ['The file is newer than this record; what changed since cannot be seen.'] : []),
    ...(otherColumns.length > 0 ? [`Columns that are not of the export are passed over: ${otherColumns.slice(0, 12).join(', ')}.`] : []),
    ...sheet.value.warnings.filter((warning) => !warning.startsWith('Read is the sheet')),
  ];
  return ok({ goLiveId: found.value.goLive.id, file: plan.value, notes });
}

function diffOf(ctx: Context, rows: Rows, { goLiveId, file: plan }: ReadPlan, wanted: DiffChoices): PlanDiff {
  const since = plan.mark ? ctx.record.journal.after(goLiveId, plan.mark.seq, Number.MAX_SAFE_INTEGER) : [];
  const tZeroAt = plan.mark?.tZeroAt ?? (rows.goLive.get(goLiveId) as GoLive).tZeroAt;
  return planDiff(rows, rowsAt(rows, since), plan, tZeroAt, wanted);
}

function preview(ctx: Context, wanted: DiffChoices, read: ReadPlan) {
  const rows = ctx.record.rows(read.goLiveId);
  const diff = diffOf(ctx, rows, read, wanted);
  const now = nowIn(ctx, read.goLiveId);
  const act = { goLiveId: read.goLiveId, now, occurredAt: now, actor: '', personId: null, newId: ctx.newId };
  const verdict = takeFile(rows, diff, wanted, '', act);
  const refusal: Refusal | null = verdict.ok ? null : verdict.refusal;
  const would = refusal?.code === 'rows-refused' ? takeFile(rows, diff, { skipsRefused: true }, '', act) : verdict;
  const conflicts = diff.lines.filter(({ here }) => here !== null);
  const lines = [...conflicts, ...diff.lines.filter(({ here }) => here === null)];
  return {
    ok: true as const,
    lines: lines.slice(0, MOST_LINES).map(shownLine),
    moreLines: Math.max(0, diff.lines.length - MOST_LINES),
    taken: takenBy(diff),
    conflicts: conflicts.length,
    seen: nameOf(diff),
    problems: diff.problems.slice(0, MOST_PROBLEMS),
    moreProblems: Math.max(0, diff.problems.length - MOST_PROBLEMS),
    refusedRows: new Set(diff.problems.flatMap(({ row, severity }) => (severity === 'refused' ? [row] : []))).size,
    missing: diff.missing.map(({ ref }) => ref),
    newPeople: [...diff.newPeople],
    impact: impactOf(rows, would.ok ? would.value.changes : [], read.goLiveId, now),
    notes: [...read.notes],
    refusal: refusal && { ...refusal, about: [...refusal.about] },
  };
}

function impactOf(rows: Rows, changes: readonly Change[], goLiveId: string, now: number): string[] {
  if (changes.length === 0) return [];
  return [...impactWords(planImpact(rows, applyChanges(rows, changes), rows.goLive.get(goLiveId) as GoLive, now))];
}

/** Long texts are cut: the whole of them is in the file and in the record. */
function shownLine(line: PlanLine): PlanLine {
  const cut = (text: string) => (text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text);
  return { ...line, was: cut(line.was), becomes: cut(line.becomes), here: line.here === null ? null : cut(line.here) };
}

function goLiveOf(ctx: Context, wanted: string): Result<{ readonly goLive: GoLive; readonly rows: Rows }> {
  const found = goLiveIdOf(ctx, wanted);
  if (!found.ok) return found;
  const rows = ctx.record.rows(found.value);
  return ok({ goLive: rows.goLive.get(found.value) as GoLive, rows });
}
