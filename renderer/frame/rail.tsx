/** The rail: words that lead to the boards, each with what still wants somebody there. */
import { useState } from 'react';
import { useRows } from '../store/live.ts';
import { addressOf, useRoute } from '../store/route.ts';
import { useScheme } from '../theme/theme-provider.tsx';
import { boardGroups } from './boards.ts';
import { useToldCount } from './told-count.ts';

/** Under the thumb on a phone, where the others wait behind Menu. */
const first: ReadonlySet<string> = new Set(['mine', 'runbook', 'incident', 'ticket']);

export function Rail({ onSettings }: { readonly onSettings: () => void }) {
  const rows = useRows();
  const { goLiveRef, board: current } = useRoute();
  const told = useToldCount();
  const { scheme, toggle } = useScheme();
  const [isOpen, setOpen] = useState(false);
  return (
    <nav className={isOpen ? 'rail open' : 'rail'} aria-label="Boards">
      {boardGroups.map((group, at) => (
        <div key={group[0]?.key}>
          {at > 0 && <hr />}
          {group.map(({ key, title, count }) => {
            const number = key === 'mine' ? told : count(rows);
            return (
              <a
                key={key}
                href={addressOf({ goLiveRef, board: key, selected: null })}
                aria-current={key === current ? 'page' : undefined}
                data-first={first.has(key) || undefined}
                onClick={() => setOpen(false)}
              >
                {title}
                {number > 0 && (
                  <span className={key === 'mine' ? 'f told' : 'f'} title={key === 'mine' ? 'You are named in remarks' : undefined}>
                    {key === 'mine' && '@'}
                    {number}
                  </span>
                )}
              </a>
            );
          })}
        </div>
      ))}
      <div className="end">
        <hr />
        <button type="button" onClick={toggle}>
          {scheme === 'dark' ? 'Light' : 'Dark'}
        </button>
        <button type="button" onClick={onSettings}>
          Settings
        </button>
      </div>
      <button type="button" className="menu" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? 'Close' : 'Menu'}
      </button>
    </nav>
  );
}
