/** All keys that work here, shown by `?`. */
import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import { Key } from './key.tsx';
import './key-sheet.css';
import { EVERYWHERE, type KeyScope, keysNow, useKeys } from './keys.ts';

/** Once per window. */
export function KeySheet() {
  const [scopes, setScopes] = useState<readonly KeyScope[] | null>(null);
  useKeys(EVERYWHERE, [{ key: '?', label: 'all keys', run: () => setScopes(keysNow()) }]);
  if (!scopes) return null;
  return (
    <Dialog title="Keys that work here" onClose={() => setScopes(null)} size="wide">
      <div className="key-sheet">
        {joined(scopes).map(({ name, bindings }) => (
          <div key={name}>
            <h3>{name}</h3>
            <dl>
              {bindings.map(({ label, keys }) => (
                <div key={label}>
                  <dt>
                    {keys.map((key) => (
                      <Key key={key} stroke={key} />
                    ))}
                  </dt>
                  <dd>{label}</dd>
                </div>
              ))}
            </dl>
          </div>
        ))}
      </div>
    </Dialog>
  );
}

/** Scopes of one name, and in them keys of one label, are shown together. */
function joined(scopes: readonly KeyScope[]) {
  const everywhereLast = [...scopes].sort((a, b) => Number(a.name === EVERYWHERE) - Number(b.name === EVERYWHERE));
  return [...Map.groupBy(everywhereLast, (scope) => scope.name)].map(([name, same]) => ({
    name,
    bindings: [
      ...Map.groupBy(
        same.flatMap((scope) => scope.bindings),
        (one) => one.label,
      ),
    ].map(([label, ones]) => ({ label, keys: ones.map((one) => one.key) })),
  }));
}
