/** Keys of the whole window: a board, a dialog or a part says which keys work while it is on screen. */
import { useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react';
import { createKeyRegistry, type KeyBinding, type KeyScope, type OpenScope, type PressedOn } from './key-registry.ts';
import { strokesOf } from './key-strokes.ts';

export type { KeyBinding, KeyScope } from './key-registry.ts';

export interface KeyOptions {
  /** While it is on screen no key of an older scope works: for dialogs. */
  readonly modal?: boolean;
}

/** The name of the scope of keys that work on every board; the key sheet lists it last. */
export const EVERYWHERE = 'Everywhere';

const registry = createKeyRegistry();

/* Parents are drawn before their children, so counting at the first drawing makes the inner scope the newer one; effects would
   run in the opposite order. */
let opened = 0;

/** Makes the keys work while the calling part is on screen. The part that appeared last wins a key two of them name. */
export function useKeys(scope: string, bindings: readonly KeyBinding[], { modal = false }: KeyOptions = {}): void {
  const [order] = useState(() => ++opened);
  const open = useRef<OpenScope | null>(null);
  useLayoutEffect(() => {
    const mine = registry.open(order, modal);
    open.current = mine;
    return () => {
      open.current = null;
      mine.close();
    };
  }, [order, modal]);
  useLayoutEffect(() => open.current?.set({ name: scope, bindings }));
}

/** The keys that work now, newest scope first. */
export function useKeyList(): readonly KeyScope[] {
  return useSyncExternalStore(registry.subscribe, registry.listed);
}

/** The keys that work at this moment, for parts that open over a board and want to know what worked below them. */
export function keysNow(): readonly KeyScope[] {
  return registry.listed();
}

const onMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent);

/* What a press means is settled before anything else hears it: a dialog that closes on Escape must not leave the same press
   to the board below it. It is acted on last, so that whatever takes the press for itself can say so. */
let meant: KeyBinding | undefined;

function onCapture(event: KeyboardEvent) {
  meant = registry.find(strokesOf(event, onMac), pressedOn(event.target));
}

function onKeyDown(event: KeyboardEvent) {
  const binding = meant;
  if (!binding || event.defaultPrevented || event.isComposing) return;
  event.preventDefault();
  if (!event.repeat || binding.repeat) binding.run();
}

const silentInputs = new Set(['button', 'checkbox', 'radio', 'range', 'file', 'submit', 'reset', 'color']);

function pressedOn(target: EventTarget | null): PressedOn {
  if (!(target instanceof HTMLElement)) return 'elsewhere';
  if (target.isContentEditable || target.matches('textarea, select')) return 'field';
  if (target instanceof HTMLInputElement) return silentInputs.has(target.type) ? 'control' : 'field';
  return target.closest('button, a[href], summary, [role="button"], [role="option"], [role="menuitem"]') ? 'control' : 'elsewhere';
}

if (typeof window !== 'undefined') {
  window.addEventListener('keydown', onCapture, true);
  window.addEventListener('keydown', onKeyDown);
}
