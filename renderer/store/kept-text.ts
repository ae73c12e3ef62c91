/** What is typed into a field of a board: still there after leaving the board, and after the page was loaded anew. */
import { useState } from 'react';

/** `name` tells the field from all others of this browser. Empty text keeps nothing. */
export function useKeptText(name: string): readonly [text: string, put: (text: string) => void] {
  const place = `gantry-text-${name}`;
  const [held, hold] = useState(() => ({ place, text: kept(place) }));
  const text = held.place === place ? held.text : kept(place);
  const put = (next: string) => {
    hold({ place, text: next });
    keep(place, next);
  };
  return [text, put];
}

/** What is left of a text when `sent`, which it began with, has gone out; a text that was typed anew stays as it is. */
export function leftOf(text: string, sent: string): string {
  return text.startsWith(sent) ? text.slice(sent.length).trimStart() : text;
}

function kept(place: string): string {
  return localStorage.getItem(place) ?? '';
}

function keep(place: string, text: string): void {
  try {
    if (text === '') localStorage.removeItem(place);
    else localStorage.setItem(place, text);
  } catch {
    // the browser keeps nothing for this page: the text then lasts as long as the field
  }
}
