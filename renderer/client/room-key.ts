/** The key to the room: taken from the link once, kept for this browser, and removed from the address bar. */

const STORED_AS = 'gantry-room-key';

/** Keeps the key of the link this page was opened with, if it was one of the room. */
export function takeKeyFromLink(): void {
  const given = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
  if (!given) return;
  localStorage.setItem(STORED_AS, given);
  history.replaceState(null, '', `${location.pathname}#/`);
}

/** The key this screen has; empty when it never opened a link of the room. */
export function roomKey(): string {
  return localStorage.getItem(STORED_AS) ?? '';
}
