/** What may be asked of the workshop: playbooks duplicated, edited, compared, brought in and out, and learnt from a go-live. */
import { z } from 'zod';
import { instant, key, line } from '../../shared/base/fields.ts';
import { refuse } from '../../shared/base/result.ts';
import type { Act, Verdict } from '../../shared/base/rule.ts';
import { playbookDifferences } from '../../shared/domain/playbook/compare.ts';
import { learntPlaybook } from '../../shared/domain/playbook/learnt.ts';
import { MOST_FILE_CHARACTERS, readPlaybookFile } from '../../shared/domain/playbook/read-file.ts';
import { LIBRARY_ID } from '../../shared/domain/playbook/row.ts';
import { type Playbook, playbookSchema } from '../../shared/domain/playbook/schema.ts';
import { DuplicatePlaybook, RetirePlaybook, SavePlaybook } from '../../shared/domain/playbook/workshop-commands.ts';
import { freeKey, keyOf, ownPlaybookNamed, retirePlaybook, savePlaybook } from '../../shared/domain/playbook/workshop-rules.ts';
import { blockedTimes } from '../../shared/domain/rehearsal/blocked.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import { anyPlaybook, libraryRows, ownPlaybooks } from './library.ts';
import { playbooks } from './playbooks.ts';
import { ask, type Context, decideIn, goLiveIdOf, goLiveRef, outcome, perform, refused, router } from './trpc.ts';

const heading = z.object({
  key,
  title: z.string(),
  version: z.string(),
  detail: z.string(),
  /** Null for a built-in one, which cannot be changed. */
  own: z
    .object({ id: z.string(), revision: z.number(), savedBy: z.string(), savedAt: instant, basedOn: z.string(), isRetired: z.boolean() })
    .nullable(),
});
const text = z.string().max(MOST_FILE_CHARACTERS, 'holds more than 4,000,000 characters, far more than a playbook needs');
const difference = z.object({ kind: z.enum(['added', 'removed', 'changed']), place: z.string(), was: z.string(), now: z.string() });
const content = z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), playbook: playbookSchema }), refused]);
const unknown = (name: string) => refuse('unknown-playbook', `There is no playbook ${name} in this record. Reload the list.`);

export const workshop = router({
  list: ask(z.strictObject({}), z.array(heading), (_, ctx) => [
    ...playbooks().map((content) => ({ ...headOf(content), own: null })),
    ...ownPlaybooks(ctx.record).map((row) => ({ ...headOf(row.content), own: row })),
  ]),
  get: ask(z.strictObject({ key }), content, ({ key: name }, ctx) => {
    const playbook = anyPlaybook(ctx.record, name);
    return playbook ? { ok: true as const, playbook } : unknown(name);
  }),
  /** What a playbook of one's own differs in from the one it was made from, in the order of the playbook. */
  differences: ask(
    z.strictObject({ key }),
    z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), from: z.string(), fromVersion: z.string(), differences: z.array(difference) }),
      refused,
    ]),
    ({ key: name }, ctx) => {
      const own = ownPlaybookNamed(libraryRows(ctx.record), name);
      if (!own) return unknown(name);
      const original = anyPlaybook(ctx.record, own.basedOn);
      if (!original)
        return refuse('no-original', `“${own.content.title}” was not made from another playbook, so there is nothing to compare.`);
      const differences = [...playbookDifferences(original, own.content)];
      return { ok: true as const, from: original.title, fromVersion: original.version, differences };
    },
  ),
  /** The playbook as one JSON file. */
  exportFile: ask(
    z.strictObject({ key }),
    z.discriminatedUnion('ok', [z.object({ ok: z.literal(true), fileName: z.string(), text: z.string() }), refused]),
    ({ key: name }, ctx) => {
      const playbook = anyPlaybook(ctx.record, name);
      if (!playbook) return unknown(name);
      return { ok: true as const, fileName: `${playbook.key}.playbook.json`, text: `${JSON.stringify(playbook, null, 2)}\n` };
    },
  ),
  /** Looks at a file without keeping it: its heading and what it differs in from the playbook of the same key, or what is wrong and where. */
  readFile: perform(
    z.strictObject({ text }),
    z.discriminatedUnion('ok', [
      z.object({ ok: z.literal(true), playbook: playbookSchema, replaces: z.string().nullable(), differences: z.array(difference) }),
      refused,
    ]),
    (asked, ctx) => {
      const read = readPlaybookFile(asked.text);
      if (!read.ok) return read;
      const same = anyPlaybook(ctx.record, read.value.key);
      const differences = same ? [...playbookDifferences(same, read.value)] : [];
      return { ok: true as const, playbook: read.value, replaces: same?.title ?? null, differences };
    },
    'member',
  ),
  save: perform(SavePlaybook, outcome, (command, ctx) => inLibrary(ctx, (rows, act) => savePlaybook(rows, command, act, builtIn()))),
  /** Brings a file in as a playbook of one's own. A key that is taken gets a number. */
  importFile: perform(z.strictObject({ text }), outcome, (asked, ctx) => {
    const read = readPlaybookFile(asked.text);
    return read.ok ? keepAs(ctx, read.value, read.value.key, '') : read;
  }),
  duplicate: perform(DuplicatePlaybook, outcome, ({ playbookKey, title }, ctx) => {
    const original = anyPlaybook(ctx.record, playbookKey);
    return original ? keepAs(ctx, { ...original, title: title.slice(0, 90) }, keyOf(title), original.key) : unknown(playbookKey);
  }),
  /** A playbook with the lengths a go-live really took, and what was added to it. */
  fromGoLive: perform(z.strictObject({ goLiveId: goLiveRef, title: line }), outcome, ({ goLiveId, title }, ctx) => {
    const found = goLiveIdOf(ctx, goLiveId);
    if (!found.ok) return found;
    const rows = ctx.record.rows(found.value);
    const blocked = blockedTimes(ctx.record.journal.after(found.value, 0, Number.MAX_SAFE_INTEGER));
    const learnt = learntPlaybook(rows, blocked, title.slice(0, 90), ctx.session.name);
    if (!learnt) return refuse('no-playbook', 'That go-live was made without a playbook. Nothing was made.');
    const from = [...rows.playbookCopy.values()][0]?.key ?? '';
    return keepAs(ctx, learnt, learnt.key, from);
  }),
  retire: perform(RetirePlaybook, outcome, (command, ctx) => inLibrary(ctx, (rows, act) => retirePlaybook(rows, command, act))),
});

function headOf({ key: name, title, version, detail }: Playbook) {
  return { key: name, title, version, detail };
}

function builtIn(): ReadonlySet<string> {
  return new Set(playbooks().map(({ key: name }) => name));
}

function keepAs(ctx: Context, playbook: Playbook, wanted: string, basedOn: string) {
  const taken = new Set([...builtIn(), ...ownPlaybooks(ctx.record).map(({ key: name }) => name)]);
  const kept = { ...playbook, key: freeKey(wanted, taken) };
  const basedOnVersion = basedOn === '' ? '' : (anyPlaybook(ctx.record, basedOn)?.version ?? '');
  const command = { playbookId: null, revision: 0, content: kept, basedOn, basedOnVersion };
  return inLibrary(ctx, (rows, act) => savePlaybook(rows, command, act, builtIn()));
}

/** An act on the library: written like every other, under no go-live. */
function inLibrary(ctx: Context, decideOn: (rows: Rows, act: Act) => Verdict) {
  return decideIn(ctx, { goLiveId: LIBRARY_ID, occurredAt: ctx.now(), person: null }, decideOn);
}
