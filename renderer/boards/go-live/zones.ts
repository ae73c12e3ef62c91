/** The time zones this computer knows, its own first. */

let known: readonly { readonly value: string; readonly label: string }[] | null = null;

export function zones(): readonly { readonly value: string; readonly label: string }[] {
  if (!known) {
    const own = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const all = new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')]);
    known = [...all].map((value) => ({ value, label: value === own ? `${value}, this computer` : value }));
  }
  return known;
}
