/** How a playbook's words and lengths become those of rows. */

const MINUTE_MS = 60_000;

/** Cut to what a row may hold. */
export function joined(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n').slice(0, 8_000);
}

/** Minutes of a playbook in ms; null stays null. */
export function inMs<Minutes extends number | null>(minutes: Minutes): Minutes {
  return (minutes === null ? null : minutes * MINUTE_MS) as Minutes;
}
