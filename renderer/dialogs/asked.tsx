/** The one question that an act asks of the person: any board or key may ask it, the frame shows it. */
import { Fragment, type ReactNode, useSyncExternalStore } from 'react';

type Question = (onClose: () => void) => ReactNode;

let current: { readonly nth: number; readonly question: Question } | null = null;
let count = 0;
const listeners = new Set<() => void>();

/** A new question takes the place of the one before; closing that one then changes nothing. */
export function askPerson(question: Question): void {
  count += 1;
  put({ nth: count, question });
}

/** Where questions appear; once per window. */
export function Asked() {
  const asked = useSyncExternalStore(subscribe, () => current);
  if (!asked) return null;
  const close = () => {
    if (current?.nth === asked.nth) put(null);
  };
  return <Fragment key={asked.nth}>{asked.question(close)}</Fragment>;
}

function put(next: typeof current): void {
  current = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
