/** Text and marks of status as pdfmake content. */
import type { Content } from 'pdfmake/interfaces.js';
import { withoutControls } from '../../shared/base/without-controls.ts';
import type { MarkedText } from './document.ts';
import { markSvg } from './svg.ts';

export type Margins = [number, number, number, number];

/** What Roboto has no letters for: scripts other than Latin, Greek and Cyrillic, and pictures. */
const FOREIGN = /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]|\p{Emoji_Presentation}/u;

/** True when some of `text` will be boxes in the PDF. */
export function hasForeignLetters(text: string): boolean {
  return FOREIGN.test(text);
}

/** Longer than any hash or reference. */
const ENDLESS_WORD = /\S{80}/gu;

/**
 * Text as the font can set it: composed letters, no controls, arrows in letters because Roboto has none. Endless words get
 * places to break at; pdfmake would look for them one character at a time, which takes seconds for a few thousand.
 */
export function clean(text: string): string {
  return withoutControls(text)
    .normalize('NFC')
    .replace(/\t/g, '  ')
    .replace(/[→⇒]/g, '->')
    .replace(/[←⇐]/g, '<-')
    .replace(/\u202f/g, '\u00a0')
    .replace(ENDLESS_WORD, '$&\u200b')
    .trimEnd();
}

/** The mark before its words, which are the second of two columns so that further lines stay clear of it. */
export function withMark({ mark }: MarkedText, words: Content & object, size: number): Content & object {
  if (!mark) return words;
  return {
    columns: [
      { svg: markSvg(mark, size), width: size, margin: [0, 1.2, 0, 0] },
      { ...words, width: '*' },
    ],
    columnGap: 4,
  } as Content & object;
}
