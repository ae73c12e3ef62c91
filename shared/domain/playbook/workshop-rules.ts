/** What happens to playbooks people make: saved, retired, offered again. Their rows belong to the library, not to a go-live. */
import type { z } from 'zod';
import { insert, update } from '../../base/change.ts';
import { type Result, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import { readPlaybook } from './read-file.ts';
import { type OwnPlaybook, ownPlaybook } from './row.ts';
import type { RetirePlaybook, SavePlaybook } from './workshop-commands.ts';

type Library = Pick<Rows, 'ownPlaybook'>;

/** `builtIn` are the keys nobody may take. Only a sound playbook is saved; a draft stays with who writes it until it is. */
export function savePlaybook(rows: Library, command: z.infer<typeof SavePlaybook>, act: Act, builtIn: ReadonlySet<string>): Verdict {
  const read = readPlaybook(command.content);
  if (!read.ok) return read;
  const content = { ...read.value, variation: '', strategy: '', scaledFor: null };
  const before = command.playbookId === null ? null : rows.ownPlaybook.get(command.playbookId);
  if (before === undefined) return unknownPlaybook();
  const other = [...rows.ownPlaybook.values()].find((each) => each.key === content.key && each.id !== before?.id);
  if (other || builtIn.has(content.key)) {
    return refuse('key-taken', `There already is a playbook with the key ${content.key}. Nothing was saved. Give this one another key.`);
  }
  if (before && before.revision !== command.revision) {
    const says = `${before.savedBy} saved “${before.content.title}” meanwhile, as revision ${before.revision}. Nothing was saved.`;
    return refuse(
      'saved-meanwhile',
      `${says} What you changed is still here: save it under another key, or take theirs and change it again.`,
    );
  }
  const fields = { key: content.key, content, savedBy: act.actor, savedAt: act.now };
  if (before) {
    const changes = update(ownPlaybook, before, { ...fields, revision: before.revision + 1 });
    return decide('playbook.save', changes, before.id, content.title);
  }
  const id = act.newId();
  const { basedOn, basedOnVersion } = command;
  const made = insert(ownPlaybook, { ...fields, id, goLiveId: act.goLiveId, revision: 1, basedOn, basedOnVersion, isRetired: false });
  return decide('playbook.save', [made], id, content.title);
}

export function retirePlaybook(rows: Library, command: z.infer<typeof RetirePlaybook>, _act: Act): Verdict {
  const found = rows.ownPlaybook.get(command.playbookId);
  if (!found) return unknownPlaybook();
  const changes = update(ownPlaybook, found, { isRetired: command.isRetired });
  if (changes.length === 0) return refuse('nothing-changed', `“${found.content.title}” is so already. Nothing was changed.`);
  return decide('playbook.retire', changes, found.id, found.content.title);
}

/** A key that is free: `wanted`, else with a number after it. */
export function freeKey(wanted: string, taken: ReadonlySet<string>): string {
  const start = wanted.slice(0, 70).replace(/-+$/, '');
  for (let at = 1; ; at += 1) {
    const key = at === 1 ? start : `${start}-${at}`;
    if (!taken.has(key)) return key;
  }
}

/** Words as a key: lower case, joined by hyphens; `playbook` where nothing is left of them. */
export function keyOf(words: string): string {
  const plain = words.normalize('NFKD').replace(/[̀-ͯ]/g, '').toLowerCase();
  return (
    plain
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 60)
      .replace(/-+$/, '') || 'playbook'
  );
}

export function ownPlaybookNamed(rows: Library, key: string): OwnPlaybook | null {
  return [...rows.ownPlaybook.values()].find((each) => each.key === key) ?? null;
}

function unknownPlaybook(): Extract<Result<never>, { readonly ok: false }> {
  return refuse('unknown-playbook', 'There is no such playbook in this record. Nothing was changed. Reload the list.');
}
