/** Where this screen is: which go-live, which board, which row is selected. Kept in the address, so a link leads there. */
import { useSyncExternalStore } from 'react';

export interface Route {
  /** Such as `GL-001`; null on the welcome screen, `PLAYBOOKS` in the workshop. */
  readonly goLiveRef: string | null;
  readonly board: string;
  /** Reference of the selected row, such as `T-014`; null for none. */
  readonly selected: string | null;
  /** How the board is looked at, as it writes it itself behind a `?`, such as `view=gantt`; empty for its usual look. */
  readonly query?: string;
}

/** What stands in the place of a go-live's reference when the workshop is on screen; its board is then the key of a playbook. */
export const PLAYBOOKS = 'playbooks';

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return routeOf(hash);
}

export function currentRoute(): Route {
  return routeOf(location.hash);
}

/** Opens a board of the present go-live. */
export function go(board: string, selected: string | null = null): void {
  const { goLiveRef } = currentRoute();
  if (goLiveRef) location.hash = addressOf({ goLiveRef, board, selected });
}

export function openGoLive(goLiveRef: string, board = 'overview'): void {
  location.hash = addressOf({ goLiveRef, board, selected: null });
}

/** The workshop, with one playbook open; the first where `key` is empty. */
export function openPlaybooks(key = ''): void {
  location.hash = `#/${PLAYBOOKS}/${encodeURIComponent(key)}`;
}

export function leaveGoLive(): void {
  location.hash = '#/';
}

/** Selects a row on the present board without a step in the browser's history. */
export function select(selected: string | null): void {
  replace(addressOf({ ...currentRoute(), selected }));
}

/** Looks at the present board in another way, without a step in the browser's history. */
export function lookAt(query: string): void {
  replace(addressOf({ ...currentRoute(), query }));
}

export function routeOf(hash: string): Route {
  const [path = '', ...rest] = hash.replace(/^#\/?/, '').split('?');
  const [goLiveRef = '', board = '', selected = ''] = path.split('/').map(decoded);
  return { goLiveRef: goLiveRef || null, board: board || 'overview', selected: selected || null, query: rest.join('?') };
}

export function addressOf({ goLiveRef, board, selected, query = '' }: Route): string {
  const path = [goLiveRef ?? '', board, selected ?? ''].map(encodeURIComponent).join('/').replace(/\/+$/, '');
  return `#/${path}${query && `?${query}`}`;
}

function replace(address: string): void {
  if (address === location.hash) return;
  history.replaceState(null, '', address);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return '';
  }
}
