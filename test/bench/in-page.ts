/** What runs inside the page while it is measured; each is handed to the browser as text and so uses nothing from around it. */

declare global {
  interface Window {
    /** When the newest entry of the record reached the page, ms of its clock; NaN before. */
    arrivedAt: number;
    /** When the last key went down; NaN before. */
    pressedAt: number;
    /** When the frame after the change that was watched for had been painted; null until then. */
    paintedAt: number | null;
  }
}

/** Before anything else in the page: notes when entries arrive and keys go down. */
export function noteArrivals(): void {
  window.arrivedAt = Number.NaN;
  window.pressedAt = Number.NaN;
  window.addEventListener('keydown', ({ timeStamp }) => (window.pressedAt = timeStamp), { capture: true });
  window.WebSocket = class extends WebSocket {
    constructor(...given: ConstructorParameters<typeof WebSocket>) {
      super(...given);
      this.addEventListener('message', ({ data }) => {
        const now = performance.now();
        if (String(data).includes('"changes"')) window.arrivedAt = now;
      });
    }
  };
}

/** Waits until the selected row says `word`, then until that frame is painted. */
export function watchFor(word: string): void {
  const says = () => document.querySelector('[role=grid] [role=row][aria-selected=true]')?.textContent?.includes(word);
  if (says()) throw new Error(`the selected row says ${word} already`);
  window.paintedAt = null;
  const watch = new MutationObserver(() => {
    if (!says()) return;
    watch.disconnect();
    requestAnimationFrame(() => setTimeout(() => (window.paintedAt = performance.now())));
  });
  watch.observe(document.body, { subtree: true, childList: true, characterData: true });
}

/** The length of each frame, ms, while what `selector` finds is scrolled down at `perSecond` pixels for `forMs`. */
export function scrollFrames({ selector, perSecond, forMs }: { selector: string; perSecond: number; forMs: number }): Promise<number[]> {
  const board = document.querySelector(selector);
  if (!board || board.scrollHeight < (perSecond * forMs) / 1_000) throw new Error(`${selector} does not scroll as far`);
  board.scrollTop = 0;
  return new Promise((resolve) => {
    const frames: number[] = [];
    let began = Number.NaN;
    let before = Number.NaN;
    const step = (now: number) => {
      if (Number.isNaN(began)) began = now;
      else frames.push(now - before);
      before = now;
      board.scrollTop = ((now - began) / 1_000) * perSecond;
      if (now - began < forMs) requestAnimationFrame(step);
      else resolve(frames);
    };
    requestAnimationFrame(step);
  });
}
