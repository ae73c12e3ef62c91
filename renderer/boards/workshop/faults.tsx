/** What keeps a playbook from being saved, each with its place. */
import type { Place } from '../../../shared/domain/playbook/edit.ts';
import { Mark } from '../../ui/mark.tsx';
import css from './workshop.module.css';

interface FaultsProps {
  readonly faults: ReadonlyMap<string, string>;
  readonly onOpen: (place: Place) => void;
}

const MOST = 50;

export function Faults({ faults, onOpen }: FaultsProps) {
  const all = [...faults];
  return (
    /* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */
    <section className={css.faults} tabIndex={0} aria-label="Faults" aria-live="polite">
      {all.length === 0 ? (
        <Mark state="finished">Sound</Mark>
      ) : (
        <>
          <Mark state="failed">{all.length === 1 ? '1 fault' : `${all.length} faults`}</Mark>
          <ul>
            {all.slice(0, MOST).map(([at, message]) => (
              <li key={at}>
                <button type="button" className="link" onClick={() => onOpen(placeOf(at))}>
                  <span className="f small">{at || 'the playbook'}</span>
                </button>{' '}
                {message}
              </li>
            ))}
          </ul>
          {all.length > MOST && <p className="q">and {all.length - MOST} more</p>}
        </>
      )}
    </section>
  );
}

function placeOf(at: string): Place {
  return at === '' ? [] : at.split('.').map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}
