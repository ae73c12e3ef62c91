/** A drawing as SVG text in the light colours, for paper. */
import { withoutControls } from '../../../base/without-controls.ts';
import { cutTo, type Drawing, type Shape, type Tone } from './shapes.ts';

/** The light side of the tokens. */
export const paper: Readonly<Record<Tone, string>> = {
  ink: '#11171b',
  'ink-2': '#3f4a52',
  'ink-3': '#556069',
  base: '#ffffff',
  side: '#f2f4f5',
  lift: '#e9edef',
  pick: '#dcebf5',
  hair: '#e4e8ea',
  rule: '#c9d0d4',
  edge: '#7a868e',
  accent: '#0a66a3',
  stop: '#a50f35',
  warn: '#8a6000',
  good: '#0b6a52',
  calm: '#556069',
  baseline: '#75818a',
  work: '#11171b',
};

/** `words` and `facts` are the font families of text and of times and references. */
export function svgOf({ width, height, title, shapes }: Drawing, words = 'Inter, Roboto, sans-serif', facts = words): string {
  const inside = shapes.map((each) => drawn(each, words, facts)).join('\n');
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escaped(title)}">
<rect width="${width}" height="${height}" fill="${paper.base}"/>
${inside}
</svg>`;
}

function drawn(shape: Shape, words: string, facts: string): string {
  if (shape.kind === 'rect') return rectOf(shape);
  if (shape.kind === 'path') {
    const d = shape.points.map((value, at) => `${at === 0 ? 'M' : at % 2 === 0 ? 'L' : ' '}${round(value)}`).join('');
    return `<path d="${d}${shape.fill ? 'Z' : ''}" fill="${shape.fill ? paper[shape.fill] : 'none'}"${stroke(shape)}/>`;
  }
  const { x, y, text, tone, size = 12, anchor = 'start', isFact, isBold, most } = shape;
  const said = escaped(most === undefined ? text : cutTo(text, most, size, isFact));
  const weight = isBold ? ' font-weight="bold"' : '';
  const place = `x="${round(x)}" y="${round(y + size * 0.35)}" text-anchor="${anchor}"`;
  return `<text ${place} font-family="${isFact ? facts : words}" font-size="${size}"${weight} fill="${paper[tone]}">${said}</text>`;
}

function rectOf(shape: Extract<Shape, { kind: 'rect' }>): string {
  const { x, y, w, h, fill, hatch } = shape;
  const box = `<rect x="${round(x)}" y="${round(y)}" width="${round(Math.max(0, w))}" height="${round(Math.max(0, h))}" fill="${fill ? paper[fill] : 'none'}"${stroke(shape)}/>`;
  return hatch ? `${box}<path d="${slants(x, y, w, h)}" fill="none" stroke="${paper[hatch]}"/>` : box;
}

/** Slanted lines clipped to the rectangle by arithmetic: PDF makers know no patterns. */
function slants(x: number, y: number, w: number, h: number): string {
  const lines: string[] = [];
  for (let from = 4; from < w + h && lines.length < 400; from += 5) {
    const [x1, y1] = from <= h ? [x, y + from] : [x + from - h, y + h];
    const [x2, y2] = from <= w ? [x + from, y] : [x + w, y + from - w];
    lines.push(`M${round(x1)} ${round(y1)}L${round(x2)} ${round(y2)}`);
  }
  return lines.join('');
}

function stroke({
  line,
  width = 1,
  dash,
}: {
  readonly line?: Tone | undefined;
  readonly width?: number | undefined;
  readonly dash?: boolean | undefined;
}): string {
  if (!line) return '';
  return ` stroke="${paper[line]}" stroke-width="${width}"${dash ? ' stroke-dasharray="3 3"' : ''}`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escaped(text: string): string {
  return withoutControls(text).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
