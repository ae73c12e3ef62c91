/** Proving who somebody is by a PIN, a few tries at a time. */
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import type { Person } from '../../shared/domain/roster/schema.ts';
import { isPin } from './sealing.ts';
import type { Context } from './trpc.ts';

const TRIES = 5;
const WAIT_MS = 60_000;

/** Wrong tries by person, while the host runs. */
const wrong = new Map<string, { readonly tries: number; readonly until: number }>();

/** The name under which the hash of a person's PIN is kept. */
export function pinSecret(personId: string): string {
  return `pin:${personId}`;
}

/** Refuses a wrong PIN, a person without one, and after five wrong ones every try for a minute. */
export async function proven(ctx: Pick<Context, 'record' | 'now'>, person: Person | undefined, pin: string): Promise<Result<Person>> {
  if (!person) return refuse('unknown-person', 'That person is not in the roster of this go-live. Nothing was recorded.');
  const hashed = ctx.record.secret(pinSecret(person.id));
  if (person.pinSetAt === null || hashed === null) {
    return refuse(
      'no-pin',
      `${person.name} has no PIN yet. Nothing was recorded. ${person.name} sets one first, on a screen of their own.`,
    );
  }
  const before = wrong.get(person.id) ?? { tries: 0, until: 0 };
  if (before.until > ctx.now()) {
    const seconds = Math.ceil((before.until - ctx.now()) / 1000);
    return refuse('too-many-tries', `Too many wrong PINs for ${person.name}. Nothing was recorded. Try again in ${seconds} s.`);
  }
  if (await isPin(pin, hashed)) {
    wrong.delete(person.id);
    return ok(person);
  }
  const tries = before.tries + 1;
  wrong.set(person.id, tries < TRIES ? { tries, until: 0 } : { tries: 0, until: ctx.now() + WAIT_MS });
  return refuse('wrong-pin', `That is not the PIN of ${person.name}. Nothing was recorded. Try again, or ask a manager to clear it.`);
}
