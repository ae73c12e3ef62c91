/** What a new ticket looks like; Enter on one notes the report there instead of logging another. */
import type { KeyboardEvent } from 'react';
import type { LookAlike } from '../../../shared/domain/ticket/look-alikes.ts';
import { Key } from '../../ui/key.tsx';
import styles from './ticket.module.css';

interface AlikeProps {
  readonly found: readonly LookAlike[];
  readonly onJoin: (chosen: LookAlike) => void;
  /** Up from the first one. */
  readonly onLeave: () => void;
}

export function Alike({ found, onJoin, onLeave }: AlikeProps) {
  function onKeyDown(event: KeyboardEvent, index: number) {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    const next = found[index + (event.key === 'ArrowDown' ? 1 : -1)];
    if (next) document.getElementById(`alike-${next.id}`)?.focus();
    else if (event.key === 'ArrowUp') onLeave();
  }
  return (
    <section aria-label="Looks like" className={styles.alike}>
      <h3 className="q small">
        Looks like. <Key stroke="ArrowDown" /> and <Key stroke="Enter" /> note it there instead of logging another
      </h3>
      <ul>
        {found.map((one, index) => (
          <li key={one.id}>
            <button type="button" id={`alike-${one.id}`} onClick={() => onJoin(one)} onKeyDown={(event) => onKeyDown(event, index)}>
              <span className="f">{one.ref}</span>
              <span className="cut" title={one.title}>
                {one.title}
              </span>
              <span className="q small">
                {one.status}, {one.shared} of {one.of} words
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
