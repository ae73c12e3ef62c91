/** The rail: words that lead to the boards, each with what still wants somebody there. */
import { useRows } from '../store/live.ts';
import { addressOf, useRoute } from '../store/route.ts';
import { useScheme } from '../theme/theme-provider.tsx';
import { boardGroups } from './boards.ts';

export function Rail({ onSettings }: { readonly onSettings: () => void }) {
  const rows = useRows();
  const { goLiveRef, board: current } = useRoute();
  const { scheme, toggle } = useScheme();
  return (
    <nav className="rail" aria-label="Boards">
      {boardGroups.map((group, at) => (
        <div key={group[0]?.key}>
          {at > 0 && <hr />}
          {group.map(({ key, title, count }) => {
            const number = count(rows);
            return (
              <a key={key} href={addressOf({ goLiveRef, board: key, selected: null })} aria-current={key === current ? 'page' : undefined}>
                {title}
                {number > 0 && <span className="f">{number}</span>}
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
    </nav>
  );
}
