/** The words for acts in the workshop. */
import { type Teller, withTail } from './told.ts';

export const playbookWords: Readonly<Record<string, Teller>> = {
  'playbook.save': ({ entry }) => withTail('Playbook saved', entry.note),
  'playbook.retire': ({ entry, row }) => withTail(row.isRetired ? 'Playbook retired' : 'Playbook offered again', entry.note),
};
