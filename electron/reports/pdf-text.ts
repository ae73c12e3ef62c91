/** Text and marks of status as pdfmake content. */
import type { Content } from 'pdfmake/interfaces.js';
import type { MarkedText } from './document.ts';
import { markSvg, withoutControls } from './svg.ts';

export type Margins = [number, number, number, number];

/** Text as the font can set it: composed letters, no controls, arrows in letters because Roboto has none. */
export function clean(text: string): string {
  return withoutControls(text)
    .normalize('NFC')
    .replace(/\t/g, '  ')
    .replace(/[→⇒]/g, '->')
    .replace(/[←⇐]/g, '<-')
    .replace(/\u202f/g, '\u00a0')
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
