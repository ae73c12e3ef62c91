/** What was just done, and its undo: one line at the lower right, one at a time. Not for what the row already shows. */
import './toast.css';
import { type ReactNode, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { Button } from './button.tsx';
import { useKeys } from './keys.ts';
import { Mark, type MarkState } from './mark.tsx';

export interface ToastMessage {
  readonly text: ReactNode;
  readonly state?: MarkState;
  /** Takes the act back; the button is gone with the toast. */
  readonly undo?: () => void;
}

/* Long enough to read and reach for the undo, WCAG 2.2.1: it waits while it is pointed at or focused. */
const SHOWN_MS = 8_000;

let current: (ToastMessage & { readonly nth: number }) | null = null;
let count = 0;
const listeners = new Set<() => void>();

function put(next: typeof current) {
  current = next;
  for (const listener of listeners) listener();
}

/** A new toast takes the place of the one before. */
export const toast = {
  show: (message: ToastMessage) => {
    count += 1;
    put({ ...message, nth: count });
  },
  dismiss: () => put(null),
};

/** Where toasts appear; once per window. */
export function Toasts() {
  const message = useSyncExternalStore(subscribe, () => current);
  return (
    <section className="toasts" aria-label="Last act" aria-live="polite">
      {message && <ShownToast key={message.nth} message={message} />}
    </section>
  );
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function ShownToast({ message }: { readonly message: ToastMessage }) {
  const { text, state = 'finished', undo } = message;
  const [held, setHeld] = useState(false);
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(toast.dismiss, SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held]);

  function takeBack() {
    undo?.();
    toast.dismiss();
  }

  useKeys('Last act', [
    { key: 'U', label: 'undo', run: takeBack, when: undo !== undefined, foot: false },
    { key: 'F8', label: 'go to last act', run: () => box.current?.focus(), foot: false, palette: false },
  ]);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices that someone is reading
    <div
      ref={box}
      className="toast"
      tabIndex={-1}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        toast.dismiss();
      }}
    >
      <Mark state={state} bare />
      <span>{text}</span>
      {undo && (
        <Button hint="U" onClick={takeBack}>
          Undo
        </Button>
      )}
    </div>
  );
}
