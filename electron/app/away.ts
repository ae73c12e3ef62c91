/** Who cannot act in a drill at present: people who are absent in it, and screens whose line is down in it. */

import type { Entry } from '../../shared/base/entry.ts';
import { type Refusal, refuse } from '../../shared/base/result.ts';
import type { Injection } from '../../shared/domain/drill/schema.ts';
import { troubleOf } from '../../shared/domain/drill/trouble.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import type { Context } from './trpc.ts';

/** Why this session may not act as `personId` in that go-live now; null when it may. */
export function awayNow(
  { record, presence, session }: Pick<Context, 'record' | 'presence' | 'session'>,
  goLiveId: string,
  personId: string | null,
): { readonly ok: false; readonly refusal: Refusal } | null {
  const rows = record.rows(goLiveId);
  if (rows.injection.size === 0) return null;
  const sits = presence.of(goLiveId).filter(({ sessionId }) => sessionId === session.id);
  if ([personId, ...sits.map((screen) => screen.personId)].some((id) => lineDown(rows, id)))
    return refuse(
      'not-reached',
      'The host cannot be reached. Nothing was changed. What you typed is still here; try again when the line is back.',
    );
  const absence = troubleOf(rows, personId, 'absence');
  if (!absence) return null;
  const name = rows.person.get(personId ?? '')?.name ?? 'This person';
  return refuse('away', `${name} is away in this drill. Nothing was changed. Let somebody stand in, who then acts under their own name.`);
}

/** The trouble that keeps entries from this person's screens; null for none. */
export function lineDown(rows: Pick<Rows, 'injection'>, personId: string | null): Injection | null {
  return troubleOf(rows, personId, 'lost connection');
}

/** Of `page`, what still reached a screen before its line went down: up to the entry that says so. */
export function sentBefore(page: readonly Entry[], { id }: Injection): readonly Entry[] {
  const last = page.findIndex(({ changes }) => changes.some((change) => change.id === id && change.was === null));
  return page.slice(0, last + 1);
}
