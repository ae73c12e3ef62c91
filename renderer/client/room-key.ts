/** The key to the room: taken from the link once, kept for this browser, and removed from the address bar. */

const STORED_AS = 'gantry-room-key';

/** Keeps the key of a link of the room, now and whenever such a link is opened in this page. Call it before anything reads the address. */
export function watchForKey(): void {
  takeKey();
  window.addEventListener('hashchange', () => {
    if (takeKey()) location.reload(); // so that the line is opened anew, with the new key
  });
}

function takeKey(): boolean {
  const given = /^#key=([\w-]+)$/.exec(location.hash)?.[1];
  if (!given) return false;
  localStorage.setItem(STORED_AS, given);
  history.replaceState(null, '', `${location.pathname}#/`);
  return true;
}

/** The key this screen has; empty when it never opened a link of the room. */
export function roomKey(): string {
  return localStorage.getItem(STORED_AS) ?? '';
}
