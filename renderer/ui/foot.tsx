/** The line at the bottom of the window: the state of the record on the left, the keys that work here on the right. */
import type { ReactNode } from 'react';
import { keyText } from './key.tsx';
import { type KeyBinding, useKeyList } from './keys.ts';

export interface FootProps {
  /** What is saved: `Saved 23:42:03 CET, entry 1284`. */
  readonly record: ReactNode;
  /** Quiet words after it: who is in the room, whether the host is reached. */
  readonly quiet?: ReactNode;
}

const MOST = 8;

export function Foot({ record, quiet }: FootProps) {
  const scopes = useKeyList();
  const hints = footHints(scopes.flatMap((scope) => scope.bindings));
  return (
    <footer className="foot">
      <div className="record">
        {record}
        {quiet !== undefined && <span className="q quiet">{quiet}</span>}
      </div>
      <div className="keys">
        {hints.map((hint) => (
          <span key={hint.label}>
            <kbd>{hint.keys}</kbd>
            {hint.label}
          </span>
        ))}
      </div>
    </footer>
  );
}

/** What the foot has room for: the newest keys first, those with one label joined (`J K move`), and always `?` at the end. */
export function footHints(bindings: readonly KeyBinding[]): readonly { readonly keys: string; readonly label: string }[] {
  const byLabel = Map.groupBy(
    bindings.filter((one) => one.foot !== false),
    (one) => one.label,
  );
  const all = [...byLabel].map(([label, same]) => ({ keys: same.map((one) => keyText(one.key)).join(' '), label }));
  const help = all.filter((hint) => hint.keys === '?');
  return [...all.filter((hint) => hint.keys !== '?').slice(0, MOST - help.length), ...help];
}
