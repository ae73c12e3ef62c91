/** What may be asked of the plan as a whole: many tasks at once, groups and order, templates, copies from another go-live. */
import { z } from 'zod';
import type { Entry } from '../../shared/base/entry.ts';
import { id, instant } from '../../shared/base/fields.ts';
import type { Act, Verdict } from '../../shared/base/rule.ts';
import { phaseTitle } from '../../shared/domain/playbook/of-go-live.ts';
import { LIBRARY_ID } from '../../shared/domain/playbook/row.ts';
import { arrangeTasks, groupTasks, ungroupTasks } from '../../shared/domain/runbook/plan/arrange.ts';
import {
  ArrangeTasks,
  CopyPlan,
  EditTasks,
  GroupTasks,
  InsertTemplate,
  PlanChoice,
  RemoveTasks,
  RetireTemplate,
  SaveTemplate,
  UngroupTasks,
} from '../../shared/domain/runbook/plan/commands.ts';
import { whoChangedEach } from '../../shared/domain/runbook/plan/conflicts.ts';
import { editTasks } from '../../shared/domain/runbook/plan/edit-tasks.ts';
import { moveApart, planOrder, withInside } from '../../shared/domain/runbook/plan/order.ts';
import { peopleFor, pieceOf, planPiece } from '../../shared/domain/runbook/plan/piece.ts';
import { type TaskField, taskFields } from '../../shared/domain/runbook/plan/plan-fields.ts';
import { removeTasks } from '../../shared/domain/runbook/plan/remove-tasks.ts';
import { chosenTasks, copyPlan, insertTemplate, retireTemplate, saveTemplate } from '../../shared/domain/runbook/plan/template-rules.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import { libraryRows } from './library.ts';
import {
  act,
  actOn,
  ask,
  type Context,
  decideIn,
  envelope,
  goLiveIdOf,
  goLiveRef,
  nowIn,
  outcome,
  perform,
  type Rule,
  router,
  splitEnvelope,
} from './trpc.ts';

const MOST_ASKED = 100;
/** Entries read at a time. */
const PAGE = 50;
const MOST_SHOWN = 2_000;
const taskField = z.enum(taskFields as [TaskField, ...TaskField[]]).nullable();
const namedPerson = z.object({ name: z.string(), roles: z.array(z.string()), personId: z.string().nullable() });
const counted = z.object({ key: z.string(), label: z.string(), tasks: z.number().int() });

export const plan = router({
  editTasks: roomy(EditTasks, editTasks),
  removeTasks: act(RemoveTasks, removeTasks),
  arrangeTasks: roomy(ArrangeTasks, arrangeTasks),
  groupTasks: roomy(GroupTasks, groupTasks),
  ungroupTasks: roomy(UngroupTasks, ungroupTasks),
  /** Who last changed each of these fields, in the order asked; null where the journal does not say. Field null is the task's removal. */
  whoChanged: ask(
    z.strictObject({ goLiveId: goLiveRef, of: z.array(z.strictObject({ taskId: id, field: taskField })).max(MOST_ASKED) }),
    z.array(z.object({ by: z.string(), at: instant, seq: z.number().int() }).nullable()),
    ({ goLiveId, of }, ctx) => {
      const found = goLiveIdOf(ctx, goLiveId);
      if (!found.ok) return of.map(() => null);
      return [...whoChangedEach(newestFirst(ctx, found.value), of)];
    },
  ),
  /** All templates of this record, by name. `people` are those of the template with whom they become here. */
  templates: ask(
    z.strictObject({ goLiveId: goLiveRef }),
    z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        savedBy: z.string(),
        savedAt: instant,
        isRetired: z.boolean(),
        titles: z.array(z.string()),
        tasks: z.number().int(),
        links: z.number().int(),
        firstStart: z.number().nullable(),
        people: z.array(namedPerson),
      }),
    ),
    ({ goLiveId }, ctx) => {
      const found = goLiveIdOf(ctx, goLiveId);
      if (!found.ok) return [];
      const rows = ctx.record.rows(found.value);
      const all = [...libraryRows(ctx.record).taskTemplate.values()].sort((a, b) => a.name.localeCompare(b.name));
      return all.flatMap(({ id: templateId, name, savedBy, savedAt, isRetired, content }) => {
        const piece = planPiece.safeParse(content);
        if (!piece.success) return [];
        const { tasks, links } = piece.data;
        const starts = tasks.flatMap(({ startOffset }) => startOffset ?? []);
        const firstStart = starts.length === 0 ? null : starts.reduce((a, b) => Math.min(a, b));
        const titles = tasks.slice(0, 12).map(({ title }) => title);
        const people = peopleHere(rows, piece.data);
        return [
          { id: templateId, name, savedBy, savedAt, isRetired, titles, tasks: tasks.length, links: links.length, firstStart, people },
        ];
      });
    },
  ),
  /** Keeps tasks, with all that stands in their groups, for every go-live of this record. */
  saveTemplate: perform(
    SaveTemplate.extend(envelope.shape),
    outcome,
    (asked, ctx) => {
      const [{ taskIds, name }, { goLiveId, as }] = splitEnvelope(asked);
      const found = goLiveIdOf(ctx, goLiveId);
      if (!found.ok) return found;
      const rows = ctx.record.rows(found.value);
      const piece = pieceOf(rows, new Set(withInside(rows, taskIds).map((task) => task.id)), true);
      const person = (as && rows.person.get(as)) || null;
      return inLibrary(ctx, person, (library, circumstances) => saveTemplate(library, name, piece, circumstances));
    },
    'member',
  ),
  retireTemplate: perform(RetireTemplate, outcome, (command, ctx) =>
    inLibrary(ctx, null, (library, circumstances) => retireTemplate(library, command, circumstances)),
  ),
  insertTemplate: roomy(InsertTemplate, (rows, command, circumstances, ctx) =>
    insertTemplate(rows, command, libraryRows(ctx.record).taskTemplate.get(command.templateId), circumstances),
  ),
  /** The other go-lives of the record that have a plan, with what can be chosen of it. */
  sources: ask(
    z.strictObject({ goLiveId: goLiveRef }),
    z.array(
      z.object({
        id: z.string(),
        ref: z.string(),
        name: z.string(),
        tasks: z.number().int(),
        groups: z.array(counted),
        phases: z.array(counted),
        streams: z.array(counted),
      }),
    ),
    ({ goLiveId }, ctx) =>
      ctx.record
        .goLives()
        .filter((each) => each.id !== goLiveId && each.ref !== goLiveId)
        .flatMap(({ id: from, ref, name }) => {
          const rows = ctx.record.rows(from);
          const tasks = planOrder(rows).map(({ task }) => task);
          const worked = tasks.filter(({ kind }) => kind !== 'group');
          if (worked.length === 0) return [];
          const by = (field: 'phase' | 'stream', label: (key: string) => string) =>
            [...Map.groupBy(worked, (task) => task[field])].map(([key, held]) => ({ key, label: label(key), tasks: held.length }));
          const groups = tasks
            .filter(({ kind }) => kind === 'group')
            .map((group) => ({ key: group.id, label: `${group.ref} ${group.title}`, tasks: withInside(rows, [group.id]).length - 1 }));
          const phases = by('phase', (key) => phaseTitle(rows, key) || 'no phase');
          return [{ id: from, ref, name, tasks: worked.length, groups, phases, streams: by('stream', (key) => key || 'no stream') }];
        }),
  ),
  /** What would be copied. Changes nothing. */
  copyPreview: ask(
    z.strictObject({ goLiveId: goLiveRef, from: id, choice: PlanChoice }),
    z.object({
      tasks: z.number().int(),
      steps: z.number().int(),
      links: z.number().int(),
      /** Links to tasks that are not chosen; they are not copied. */
      linksLeft: z.number().int(),
      lines: z.array(z.object({ ref: z.string(), title: z.string(), isGroup: z.boolean() })),
      people: z.array(namedPerson),
    }),
    ({ goLiveId, from, choice }, ctx) => {
      const found = goLiveIdOf(ctx, goLiveId);
      const source = ctx.record.rows(from);
      const chosen = chosenTasks(source, choice);
      const piece = pieceOf(source, chosen, false);
      const touching = [...source.link.values()].filter(({ fromId, toId }) => chosen.has(fromId) || chosen.has(toId)).length;
      return {
        tasks: piece.tasks.length,
        steps: piece.tasks.reduce((sum, { steps }) => sum + steps.length, 0),
        links: piece.links.length,
        linksLeft: touching - piece.links.length,
        lines: piece.tasks.slice(0, MOST_SHOWN).map(({ from: taskId, title, kind }) => ({
          ref: source.task.get(taskId)?.ref ?? '',
          title,
          isGroup: kind === 'group',
        })),
        people: found.ok ? peopleHere(ctx.record.rows(found.value), piece) : [],
      };
    },
  ),
  copyPlan: roomy(
    CopyPlan,
    (rows, { from, choice, shiftMs, people }, circumstances, ctx) => {
      const source = ctx.record.rows(from);
      const goLive = source.goLive.get(from);
      const piece = pieceOf(source, chosenTasks(source, choice), false);
      return copyPlan(rows, piece, people, shiftMs, goLive ? `${goLive.ref} ${goLive.name}` : '', circumstances);
    },
    'manager',
  ),
});

/** An act that may find too little room between the tasks; the plan is then moved apart first, as an entry of its own. */
function roomy<Shape extends z.ZodRawShape>(
  command: z.ZodObject<Shape>,
  rule: Rule<z.infer<z.ZodObject<Shape>>>,
  needs: 'member' | 'manager' = 'member',
) {
  return perform(
    command.extend(envelope.shape),
    outcome,
    (asked, ctx) => {
      const [fields, carried] = splitEnvelope(asked as z.infer<typeof envelope>);
      const decideOn = (rows: Rows, circumstances: Act) => rule(rows, fields as unknown as z.infer<z.ZodObject<Shape>>, circumstances, ctx);
      const first = actOn(ctx, carried, decideOn);
      if (first.ok || first.refusal.code !== 'no-room') return first;
      const { refusal } = first;
      const moved = actOn(ctx, { ...carried, note: undefined }, (rows) => moveApart(rows, refusal));
      return moved.ok ? actOn(ctx, carried, decideOn) : first;
    },
    needs,
  );
}

/** The entries of a go-live, read no further than they are looked at. */
function* newestFirst({ record }: Context, goLiveId: string): Generator<Entry> {
  let page = record.journal.before(goLiveId, Number.MAX_SAFE_INTEGER, PAGE);
  for (let last = page.at(-1); last; last = page.at(-1)) {
    yield* page;
    page = record.journal.before(goLiveId, last.seq, PAGE);
  }
}

function peopleHere(rows: Rows, piece: Parameters<typeof peopleFor>[1]) {
  const here = peopleFor(rows, piece);
  return piece.people.map(({ name, roles }) => ({ name, roles: [...roles], personId: here[name] ?? null }));
}

/** An act on the library: written like every other, under no go-live. */
function inLibrary(ctx: Context, person: Parameters<typeof decideIn>[1]['person'], decideOn: (rows: Rows, act: Act) => Verdict) {
  return decideIn(ctx, { goLiveId: LIBRARY_ID, occurredAt: nowIn(ctx, LIBRARY_ID), person }, decideOn);
}
