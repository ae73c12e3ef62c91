/** Who sits before this screen, remembered for each go-live in this browser. */
import type { Rows } from '../../shared/domain/tables.ts';
import { useLive } from './live.ts';

const STORED = 'gantry-me-';
/** Stored where somebody said that nobody sits here. */
const NOBODY = '';
const storedAs = (goLiveId: string) => `${STORED}${goLiveId}`;
/** The name beside it, by which a rehearsal knows the same person. */
const namedAs = (goLiveId: string) => `gantry-name-${goLiveId}`;

/** The person who sits here; in a rehearsal or drill by the name known from the real go-live, and kept from then on. Null for nobody. */
export function whoSitsHere(rows: Pick<Rows, 'person' | 'goLive'>, goLiveId: string): string | null {
  const stored = localStorage.getItem(storedAs(goLiveId));
  if (stored === NOBODY) return null;
  if (stored !== null && rows.person.has(stored)) return stored;
  const known = knownFromReal(rows, goLiveId);
  if (known) localStorage.setItem(storedAs(goLiveId), known);
  return known;
}

/** Who sits here in any go-live; for asking about one whose id is not known yet. */
export function everyRememberedMe(): string[] {
  return Object.entries(localStorage).flatMap(([name, personId]) =>
    name.startsWith(STORED) && personId !== NOBODY ? [String(personId)] : [],
  );
}

/** Says who sits here; null for nobody. */
export function iAm(personId: string | null): void {
  const { goLiveId, rows } = useLive.getState();
  if (!goLiveId) return;
  localStorage.setItem(namedAs(goLiveId), rows.person.get(personId ?? '')?.name ?? '');
  localStorage.setItem(storedAs(goLiveId), personId ?? NOBODY);
  useLive.setState({ me: personId });
}

/** The person with the name of who sits here in the go-live that this one is a rehearsal or drill of; null where nothing is known. */
function knownFromReal({ person, goLive }: Pick<Rows, 'person' | 'goLive'>, goLiveId: string): string | null {
  const { rehearsalOf = null } = goLive.get(goLiveId) ?? {};
  const name = rehearsalOf && localStorage.getItem(namedAs(rehearsalOf));
  return [...person.values()].find((one) => one.name === name)?.id ?? null;
}
