/** The time zones this computer knows, its own first. */

type ZoneChoice = { readonly value: string; readonly label: string };

let known: readonly ZoneChoice[] | null = null;

export function zones(): readonly ZoneChoice[] {
  if (!known) {
    const own = ownZone();
    const all = new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
    known = [...all].map((value) => ({ value, label: value === own ? `${value}, this computer` : value }));
  }
  return known;
}

/** The choices, with `zone` among them even where this computer does not know it. */
export function zonesWith(zone: string): readonly ZoneChoice[] {
  return zones().some(({ value }) => value === zone) ? zones() : [{ value: zone, label: zone }, ...zones()];
}

export function ownZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
