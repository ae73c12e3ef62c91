/** The open palette: a combobox whose list is grouped, moved through with arrows, and run with Enter. */
import './palette.css';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react';
import { keyText } from './key.tsx';
import { keysNow, useKeys } from './keys.ts';
import type { PaletteEntry, PaletteProps } from './palette.tsx';
import { ranked } from './rank.ts';
import { Sheet } from './sheet.tsx';

const MOST = 40;
const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };

export function PalettePanel({ sources, onClose }: PaletteProps & { readonly onClose: () => void }) {
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  // Taken once, before this panel hides the keys of the board below it.
  const [keys] = useState(keyEntries);
  const asked = useDeferredValue(query);
  const entries = useMemo(() => byGroup(ranked(asked, [...keys, ...sources(asked)], MOST)), [asked, keys, sources]);
  const listId = useId();
  const list = useRef<HTMLDivElement>(null);
  useKeys('Find or do', [{ key: 'Mod+K', label: 'close', run: onClose }], { modal: true });

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: active === 0 ? 'end' : 'nearest' });
  }, [active]);

  function run(entry: PaletteEntry | undefined) {
    if (!entry) return;
    onClose();
    entry.run();
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = steps[event.key];
    if (step !== undefined && entries.length > 0) {
      const round = Math.abs(step) === 1;
      const to = active + step;
      setActive(round ? (to + entries.length) % entries.length : Math.min(Math.max(to, 0), entries.length - 1));
    } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) run(entries[active]);
    else return;
    event.preventDefault();
  }

  const groups = [...Map.groupBy(entries, (entry) => entry.group)];
  return (
    <Sheet title="Find or do" untitled onClose={onClose} size="normal" closesOutside>
      <input
        className="palette-in"
        role="combobox"
        aria-label="Find or do"
        aria-expanded={entries.length > 0}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={entries[active] && `${listId}${entries[active].id}`}
        placeholder="Find a task, a ticket, a board, or say what to do"
        autoComplete="off"
        spellCheck={false}
        data-autofocus
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setActive(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div className="palette-list" role="listbox" id={listId} aria-label="Found" ref={list}>
        {groups.map(([group, same]) => (
          // biome-ignore lint/a11y/useSemanticElements: options can only be grouped by role
          <div role="group" aria-label={group} key={group}>
            <div className="palette-group" aria-hidden="true">
              {group}
            </div>
            {same.map((entry) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the field above takes the keys
              // biome-ignore lint/a11y/useFocusableInteractive: the field above keeps the focus and points at the option
              <div
                role="option"
                key={entry.id}
                id={`${listId}${entry.id}`}
                aria-selected={entry === entries[active]}
                onClick={() => run(entry)}
              >
                <span className="cut">{entry.label}</span>
                {entry.hint !== undefined && <span className="f q">{entry.hint}</span>}
              </div>
            ))}
          </div>
        ))}
      </div>
      <p className="palette-none" role="status">
        {entries.length === 0 && 'Nothing found. Try fewer letters or a reference.'}
      </p>
    </Sheet>
  );
}

/** The keys that work on the board below, as commands. */
function keyEntries(): readonly PaletteEntry[] {
  return keysNow().flatMap((scope) =>
    scope.bindings
      .filter((one) => one.palette !== false)
      .map((one) => ({ id: `key ${one.key}`, label: capital(one.label), hint: keyText(one.key), group: scope.name, run: one.run })),
  );
}

/* The best entry's group comes first, then the group of the next best; within a group the best comes first. */
function byGroup(entries: readonly PaletteEntry[]): readonly PaletteEntry[] {
  return [...Map.groupBy(entries, (entry) => entry.group).values()].flat();
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
