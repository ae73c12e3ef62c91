/** The playbook a go-live follows. */
import type { Rows } from '../tables.ts';
import type { Playbook } from './schema.ts';

/** Its frozen copy; null in a go-live made without one. */
export function playbookOf(rows: Pick<Rows, 'playbookCopy'>): Playbook | null {
  for (const { content } of rows.playbookCopy.values()) return content;
  return null;
}

/** The title of a phase by its key. Imported plans name phases in words: then those words. */
export function phaseTitle(rows: Pick<Rows, 'playbookCopy'>, key: string): string {
  return playbookOf(rows)?.phases.find((phase) => phase.key === key)?.title ?? key;
}
