/** Finds and does anything: one field, and below it the commands and things it means. Opened by Ctrl/Cmd-K. */
import { lazy, Suspense, useSyncExternalStore } from 'react';
import { EVERYWHERE, useKeys } from './keys.ts';

export interface PaletteEntry {
  /** Unique among all entries. */
  readonly id: string;
  readonly label: string;
  /** Printed at the right end and searched too: a reference, a state. */
  readonly hint?: string;
  /** The head it stands under: `Boards`, `Tasks`. */
  readonly group: string;
  readonly run: () => void;
}

export interface PaletteProps {
  /** What there is to find. May look at the query to leave out what cannot fit; ranking and cutting is done here. */
  readonly sources: (query: string) => readonly PaletteEntry[];
}

const PalettePanel = lazy(() => import('./palette-panel.tsx').then(({ PalettePanel: panel }) => ({ default: panel })));

let opened = false;
const listeners = new Set<() => void>();

function turn(to: boolean) {
  opened = to;
  for (const listener of listeners) listener();
}

export const palette = {
  open: () => turn(true),
  close: () => turn(false),
};

/** Once per window. */
export function Palette({ sources }: PaletteProps) {
  const isOpen = useSyncExternalStore(subscribe, () => opened);
  useKeys(EVERYWHERE, [{ key: 'Mod+K', label: 'find or do', run: palette.open, palette: false }]);
  if (!isOpen) return null;
  return (
    <Suspense>
      <PalettePanel sources={sources} onClose={palette.close} />
    </Suspense>
  );
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
