/**
 * Who cannot act in a drill at present: people who are absent in it, and screens whose line is down in it. A screen that leads, such as
 * the host's own, drives the drill: its line is never cut.
 */

import type { Entry } from '../../shared/base/entry.ts';
import { type Refusal, refuse } from '../../shared/base/result.ts';
import { cutWords } from '../../shared/domain/drill/line-cut.ts';
import type { Injection } from '../../shared/domain/drill/schema.ts';
import { troubleOf } from '../../shared/domain/drill/trouble.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import type { Context, Session } from './trpc.ts';

/** Why this session may not act as `personId` in that go-live now; null when it may. */
export function awayNow(
  { record, presence, session }: Pick<Context, 'record' | 'presence' | 'session'>,
  goLiveId: string,
  personId: string | null,
): { readonly ok: false; readonly refusal: Refusal } | null {
  const rows = record.rows(goLiveId);
  if (rows.injection.size === 0) return null;
  const sits = presence.of(goLiveId).filter(({ sessionId }) => sessionId === session.id);
  const down = firstDown(rows, session, [personId, ...sits.map((screen) => screen.personId)]);
  if (down) {
    const until = cutWords(down, rows.goLive.get(goLiveId)?.zone ?? 'UTC');
    return refuse('not-reached', `${until} Nothing was changed. What you typed is still here; try again when the line is back.`);
  }
  const absence = troubleOf(rows, personId, 'absence');
  if (!absence) return null;
  const name = rows.person.get(personId ?? '')?.name ?? 'This person';
  return refuse('away', `${name} is away in this drill. Nothing was changed. Let somebody stand in, who then acts under their own name.`);
}

/** The trouble that keeps entries from a screen of `role` where this person sits; null for none. */
export function lineDown(rows: Pick<Rows, 'injection'>, { role }: Pick<Session, 'role'>, personId: string | null): Injection | null {
  return role === 'manager' ? null : troubleOf(rows, personId, 'lost connection');
}

/** The same for a screen that says it is all of these people. */
export function firstDown(
  rows: Pick<Rows, 'injection'>,
  session: Pick<Session, 'role'>,
  personIds: readonly (string | null)[],
): Injection | null {
  for (const personId of personIds) {
    const down = lineDown(rows, session, personId);
    if (down) return down;
  }
  return null;
}

/** Ids of the people whom no absence or cut may strike: who made the drill, and who sits before a screen that leads it. */
export function runnersOf({ record, presence }: Pick<Context, 'record' | 'presence'>, goLiveId: string): ReadonlySet<string> {
  const maker = record.journal.after(goLiveId, 0, 1)[0]?.actor;
  const made = [...record.rows(goLiveId).person.values()].filter(({ name }) => name === maker).map(({ id }) => id);
  const leading = presence.of(goLiveId).flatMap(({ role, personId }) => (role === 'manager' && personId !== null ? [personId] : []));
  return new Set([...made, ...leading]);
}

/** Of `page`, what still reached a screen before its line went down: up to the entry that says so. */
export function sentBefore(page: readonly Entry[], { id }: Injection): readonly Entry[] {
  const last = page.findIndex(({ changes }) => changes.some((change) => change.id === id && change.was === null));
  return page.slice(0, last + 1);
}
