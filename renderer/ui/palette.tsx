/** Finds and does anything: one field, and below it the commands and things it means. Opened by Ctrl/Cmd-K. */
import { type ComponentType, lazy, Suspense, useEffect, useSyncExternalStore } from 'react';
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

type Panel = ComponentType<PaletteProps & { readonly onClose: () => void }>;

const load = async (): Promise<Panel> => (await import('./palette-panel.tsx')).PalettePanel;
const WhileLoading: Panel = lazy(async () => ({ default: await load() }));

/* Fetched once the board has settled: then the field is there before the next key, and what is typed at once is not lost. */
const FETCH_AFTER_MS = 1_000;
let ready: Panel | null = null;

async function fetchPanel(): Promise<void> {
  ready = await load();
}

/** What shows while it is open; stays the same until it is closed. */
let opened: Panel | null = null;
const listeners = new Set<() => void>();

function turn(to: Panel | null) {
  opened = to;
  for (const listener of listeners) listener();
}

export const palette = {
  open: () => turn(opened ?? ready ?? WhileLoading),
  close: () => turn(null),
};

/** Once per window. */
export function Palette({ sources }: PaletteProps) {
  const Panel = useSyncExternalStore(subscribe, () => opened);
  useKeys(EVERYWHERE, [{ key: 'Mod+K', label: 'find or do', run: palette.open, palette: false }]);
  useEffect(() => {
    const timer = setTimeout(() => void fetchPanel().catch(() => undefined), FETCH_AFTER_MS); // without it, it is fetched when asked for
    return () => clearTimeout(timer);
  }, []);
  if (!Panel) return null;
  return (
    <Suspense>
      <Panel sources={sources} onClose={palette.close} />
    </Suspense>
  );
}

function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
