/** Phases of a plan that are phases of the playbook, so that its gates guard the imported tasks too. */
import { plainName } from '../../../base/sheet/columns.ts';
import type { Rows } from '../../tables.ts';

/** The key of the playbook phase of that title or key; the name as given when the playbook has none such. */
export function phaseKeys(rows: Pick<Rows, 'playbookCopy'>): (name: string) => string {
  const keys = new Map<string, string>();
  for (const { content } of rows.playbookCopy.values()) {
    for (const { key, title } of content.phases) {
      keys.set(plainName(title), key);
      keys.set(plainName(key), key);
    }
  }
  return (name) => keys.get(withoutNumber(plainName(name))) ?? keys.get(plainName(name)) ?? name;
}

/** "Phase 3: Staging deployment" and "3. Staging deployment" name the phase by its words. */
function withoutNumber(name: string): string {
  return name.replace(/^(phase )?\d+ (?=\S)/, '');
}
