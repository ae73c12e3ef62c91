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

export function Foot({ record, quiet }: FootProps) {
  const bindings = useKeyList().flatMap((scope) => scope.bindings);
  return (
    <footer className="foot">
      <div className="record">
        {record}
        {quiet !== undefined && <span className="q quiet">{quiet}</span>}
      </div>
      <div className="keys">
        {footHints(bindings).map(({ keys, label }) => (
          <span key={label}>
            <kbd>{keys}</kbd>
            {label}
          </span>
        ))}
      </div>
      {bindings.some((one) => one.key === HELP) && (
        <span className="help">
          <kbd>{HELP}</kbd>all keys
        </span>
      )}
    </footer>
  );
}

const HELP = '?';

/** The keys in the order they are listed, those with one label joined (`J K move`). What does not fit on the line is left to `?`. */
export function footHints(bindings: readonly KeyBinding[]): readonly { readonly keys: string; readonly label: string }[] {
  const shown = bindings.filter((one) => one.foot !== false && one.key !== HELP);
  return [...Map.groupBy(shown, (one) => one.label)].map(([label, same]) => ({
    keys: same.map((one) => keyText(one.key)).join(' '),
    label,
  }));
}
