/** All playbooks of this record: those built in and those people made. */
import { LIBRARY_ID, type OwnPlaybook } from '../../shared/domain/playbook/row.ts';
import type { Playbook } from '../../shared/domain/playbook/schema.ts';
import { ownPlaybookNamed } from '../../shared/domain/playbook/workshop-rules.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import type { Record } from '../record/record.ts';
import { playbookNamed, playbooks } from './playbooks.ts';

type Kept = Pick<Record, 'rows'>;

/** The rows that belong to no go-live. */
export function libraryRows(record: Kept): Rows {
  return record.rows(LIBRARY_ID);
}

/** By title. */
export function ownPlaybooks(record: Kept): readonly OwnPlaybook[] {
  return [...libraryRows(record).ownPlaybook.values()].sort((a, b) => a.content.title.localeCompare(b.content.title));
}

/** What a new go-live can be made from: the built-in ones first. */
export function offeredPlaybooks(record: Kept): readonly Playbook[] {
  return [
    ...playbooks(),
    ...ownPlaybooks(record)
      .filter(({ isRetired }) => !isRetired)
      .map(({ content }) => content),
  ];
}

/** By key, retired ones too; null when there is none. */
export function anyPlaybook(record: Kept, key: string): Playbook | null {
  return playbookNamed(key) ?? ownPlaybookNamed(libraryRows(record), key)?.content ?? null;
}
