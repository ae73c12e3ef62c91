/** Gives the focus to the sheet again when a dialog over it has closed, unless something is typed elsewhere. */
import { type RefObject, useEffect, useRef } from 'react';
import { useKeyList } from '../../../ui/keys.ts';

/** `scope`: the keys of the sheet's own view; they do not work while a dialog is open. */
export function SheetFocus({ scope, grid }: { readonly scope: string; readonly grid: RefObject<HTMLElement | null> }) {
  const isCovered = !useKeyList().some(({ name }) => name === scope);
  const wasCovered = useRef(false);
  useEffect(() => {
    const isFree = wasCovered.current && !isCovered;
    wasCovered.current = isCovered;
    if (!isFree) return;
    // After the dialog has given the focus back to what had it before.
    const waiting = setTimeout(() => {
      if (!isTypedInto(document.activeElement)) grid.current?.focus({ preventScroll: true });
    });
    return () => clearTimeout(waiting);
  }, [isCovered, grid]);
  return null;
}

export function isTypedInto(element: Element | null): boolean {
  return (
    element !== null && element.closest('input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"]') !== null
  );
}
