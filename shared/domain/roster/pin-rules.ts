/** What happens to PINs. The row says only that there is one; the host keeps its hash, and looks at it before these rules are asked. */
import type { z } from 'zod';
import { update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import type { ClearPin, SetPin } from './commands.ts';
import { person as people } from './schema.ts';

/** The host has compared `present` with the PIN that is there, if there is one. */
export function setPin(rows: Rows, command: Pick<z.infer<typeof SetPin>, 'personId'>, act: Act): Verdict {
  const person = rows.person.get(command.personId);
  if (!person) return refuse('unknown-person', 'That person is not in the roster of this go-live. Nothing was changed.');
  if (person.id !== act.personId) {
    return refuse('not-yours', `Only ${person.name} sets that PIN, on a screen that says it is ${person.name}. Nothing was changed.`);
  }
  return decide('person.pin', update(people, person, { pinSetAt: act.now }), person.id);
}

export function clearPin(rows: Rows, command: z.infer<typeof ClearPin>, _act: Act): Verdict {
  const person = rows.person.get(command.personId);
  if (!person) return refuse('unknown-person', 'That person is not in the roster of this go-live. Nothing was changed.');
  if (person.pinSetAt === null) return refuse('nothing-changed', `${person.name} has no PIN. Nothing was changed.`);
  return decide('person.clearPin', update(people, person, { pinSetAt: null }), person.id);
}
