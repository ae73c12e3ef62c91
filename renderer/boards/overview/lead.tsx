/** What leads from the overview to another board: a link that covers its whole row, and the keys that move between them. */
import type { ReactNode, RefObject } from 'react';
import { useGoLive } from '../../store/live.ts';
import { addressOf } from '../../store/route.ts';
import { useKeys } from '../../ui/keys.ts';
import css from './overview.module.css';

interface LeadProps {
  readonly board: string;
  /** Reference of the row to select there; null for the board as a whole. */
  readonly at: string | null;
  readonly className?: string;
  readonly title?: string;
  readonly children: ReactNode;
}

/** The row around it takes the class `css.row`. */
export function Lead({ board, at, className = '', title, children }: LeadProps) {
  const { ref } = useGoLive();
  return (
    <a data-lead="" className={`${css.lead} ${className}`} title={title} href={addressOf({ goLiveRef: ref, board, selected: at })}>
      {children}
    </a>
  );
}

/** J and K move through all leads of `box` in the order they stand; Enter opens one. `openWorst` is null when nothing is wrong. */
export function useLeadKeys(box: RefObject<HTMLElement | null>, openWorst: (() => void) | null): void {
  function move(step: 1 | -1) {
    const leads = [...(box.current?.querySelectorAll<HTMLElement>('a[data-lead]') ?? [])];
    const from = leads.indexOf(document.activeElement as HTMLElement);
    leads[from < 0 ? 0 : Math.min(leads.length - 1, Math.max(0, from + step))]?.focus();
  }
  useKeys('Overview', [
    { key: 'J', label: 'move', run: () => move(1), repeat: true, palette: false },
    { key: 'K', label: 'move', run: () => move(-1), repeat: true, palette: false },
    { key: 'ArrowDown', label: 'move', run: () => move(1), repeat: true, foot: false, palette: false },
    { key: 'ArrowUp', label: 'move', run: () => move(-1), repeat: true, foot: false, palette: false },
    { key: 'Enter', label: 'open', run: () => (openWorst ?? (() => move(1)))(), palette: false },
    { key: 'O', label: 'open the worst', run: () => openWorst?.(), when: openWorst !== null, foot: false },
  ]);
}
