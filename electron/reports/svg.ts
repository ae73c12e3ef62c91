/** Drawings as SVG text: elements, the marks of status, and escaping. The same text goes into HTML and PDF. */
import { withoutControls } from '../../shared/base/without-controls.ts';
import type { Mark } from './document.ts';
import { markColours } from './palette.ts';

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** `children` are SVG already; text must come through `escapeXml`. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const said = Object.entries(attributes).map(([key, value]) => (value === undefined ? '' : ` ${key}="${escapeXml(String(value))}"`));
  return children.length === 0 ? `<${name}${said.join('')}/>` : `<${name}${said.join('')}>${children.join('')}</${name}>`;
}

/** PDF has Roboto; on screen Inter or the system's face, where they are there. */
const FONTS = "Inter, Roboto, 'Segoe UI', system-ui, sans-serif";

export function drawing(width: number, height: number, label: string, ...children: readonly string[]): string {
  const attributes = {
    xmlns: 'http://www.w3.org/2000/svg',
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    role: 'img',
    'aria-label': label,
  };
  return tag('svg', { ...attributes, 'font-family': FONTS, 'font-size': 12 }, ...children);
}

/** Safe inside XML and HTML text and attributes. Control characters, which XML cannot hold, are dropped. */
export function escapeXml(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Paths on a field of 14 by 14. */
const shapes: Readonly<Record<Mark, (colour: string) => string>> = {
  good: (fill) =>
    tag('path', {
      d: 'M7 .9a6.1 6.1 0 1 1 0 12.2A6.1 6.1 0 0 1 7 .9zM6.1 10.3l4.6-5.2-1.2-1-3.5 4-1.7-1.7L3.2 7.5z',
      fill,
      'fill-rule': 'evenodd',
    }),
  warn: (fill) => tag('path', { d: 'M7 1.2 13.4 12.6H.6z', fill }),
  stop: (fill) => tag('path', { d: 'M4.3.5h5.4l3.8 3.8v5.4l-3.8 3.8H4.3L.5 9.7V4.3zM3 6v2h8V6z', fill, 'fill-rule': 'evenodd' }),
  wait: (stroke) => tag('circle', { cx: 7, cy: 7, r: 5, fill: 'none', stroke, 'stroke-width': 1.5 }),
  run: (colour) =>
    tag('circle', { cx: 7, cy: 7, r: 5, fill: 'none', stroke: colour, 'stroke-width': 1.5 }) +
    tag('path', { d: 'M7 2a5 5 0 0 1 0 10z', fill: colour }),
  calm: (stroke) => tag('path', { d: 'M2 3l4 4-4 4M7.5 3l4 4-4 4', fill: 'none', stroke, 'stroke-width': 1.7 }),
  conditions: (colour) =>
    tag('path', { d: 'M7 1.2 12.8 7 7 12.8 1.2 7z', fill: 'none', stroke: colour, 'stroke-width': 1.4 }) +
    tag('path', { d: 'M7 1.2 12.8 7 7 12.8z', fill: colour }),
};

/** The mark alone, `size` wide and high. The word beside it says what it means, so it is hidden from readers. */
export function markSvg(mark: Mark, size: number): string {
  const attributes = { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 14 14', width: size, height: size, 'aria-hidden': 'true' };
  return tag('svg', attributes, shapes[mark](markColours[mark]));
}
