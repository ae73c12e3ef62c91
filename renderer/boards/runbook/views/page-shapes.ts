/** What stands round every drawing on paper: which go-live, what it shows, when it was made, and what the forms mean. */
import { formatInstant, zoneName } from '../../../../shared/base/time-words.ts';
import type { Shape } from '../../../../shared/domain/runbook/drawing/shapes.ts';

/** A3 landscape at 96 dots to the inch. */
export const PAGE = { width: 1_587, height: 1_122, side: 32, top: 76, foot: 28 } as const;

export interface PageWords {
  /** Such as `ERPNext v16, wave 1`. */
  readonly goLive: string;
  readonly what: string;
  readonly madeAt: number;
  readonly zone: string;
  /** Such as `page 2 of 4` or what was left out; empty for nothing. */
  readonly remark: string;
}

const forms: readonly { readonly word: string; readonly shape: (x: number, y: number) => Shape }[] = [
  { word: 'actual', shape: (x, y) => ({ kind: 'rect', x, y: y - 5, w: 22, h: 10, fill: 'work' }) },
  { word: 'finished', shape: (x, y) => ({ kind: 'rect', x, y: y - 5, w: 22, h: 10, fill: 'ink-3' }) },
  { word: 'forecast', shape: (x, y) => ({ kind: 'rect', x, y: y - 5, w: 22, h: 10, line: 'ink-3' }) },
  { word: 'critical', shape: (x, y) => ({ kind: 'rect', x, y: y - 5, w: 22, h: 10, line: 'ink', width: 2 }) },
  { word: 'plan', shape: (x, y) => ({ kind: 'rect', x, y: y - 1.5, w: 22, h: 3, fill: 'baseline' }) },
  { word: 'blocked', shape: (x, y) => ({ kind: 'rect', x, y: y - 5, w: 22, h: 10, line: 'stop', hatch: 'stop' }) },
  { word: 'skipped', shape: (x, y) => ({ kind: 'rect', x, y: y - 5, w: 22, h: 10, line: 'ink-3', dash: true }) },
];

export function pageShapes({ goLive, what, madeAt, zone, remark }: PageWords, width: number): readonly Shape[] {
  const made = `${formatInstant(madeAt, zone)} ${zoneName(madeAt, zone)}`;
  const end = width - PAGE.side;
  const shapes: Shape[] = [
    { kind: 'text', x: PAGE.side, y: 28, text: goLive, tone: 'ink', size: 20, isBold: true, most: width * 0.55 },
    { kind: 'text', x: PAGE.side, y: 54, text: what, tone: 'ink-2', size: 13, most: width * 0.5 },
    { kind: 'text', x: end, y: 28, text: `Made ${made} with Gantry`, tone: 'ink-2', size: 13, anchor: 'end' },
  ];
  if (remark) shapes.push({ kind: 'text', x: end, y: 10, text: remark, tone: 'ink-3', size: 11, anchor: 'end' });
  let x = end - forms.reduce((sum, { word }) => sum + word.length * 7 + 44, 0);
  for (const { word, shape } of forms) {
    shapes.push(shape(x, 54), { kind: 'text', x: x + 28, y: 54, text: word, tone: 'ink-2' });
    x += word.length * 7 + 44;
  }
  return shapes;
}
