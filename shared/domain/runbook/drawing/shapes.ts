/** What drawings of the runbook are made of, so that screen, PNG and PDF show the same. Sizes are px, colours are the tokens' names. */
import { z } from 'zod';

export const tones = [
  'ink',
  'ink-2',
  'ink-3',
  'base',
  'side',
  'lift',
  'pick',
  'hair',
  'rule',
  'edge',
  'accent',
  'stop',
  'warn',
  'good',
  'calm',
  'baseline',
  'work',
] as const;
export type Tone = (typeof tones)[number];

/** Most shapes of one drawing that is made into a file. */
export const MOST_SHAPES = 60_000;
/** Longest side of a drawing, px: larger ones are scaled down by who draws. */
export const MOST_PX = 14_000;

const px = z.number().min(-100_000).max(100_000);
const tone = z.enum(tones);

export const shape = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('rect'),
    x: px,
    y: px,
    w: px,
    h: px,
    fill: tone.optional(),
    line: tone.optional(),
    /** Of the line; 1 unless told. */
    width: z.number().min(0).max(20).optional(),
    /** Slanted lines inside. */
    hatch: tone.optional(),
    dash: z.boolean().optional(),
  }),
  z.strictObject({
    kind: z.literal('path'),
    /** x and y by turns. */
    points: z.array(px).max(400),
    line: tone.optional(),
    width: z.number().min(0).max(20).optional(),
    dash: z.boolean().optional(),
    /** Closes the path and fills it. */
    fill: tone.optional(),
  }),
  z.strictObject({
    kind: z.literal('text'),
    x: px,
    /** Middle of the line. */
    y: px,
    text: z.string().max(400),
    tone,
    /** 12 unless told. */
    size: z.number().min(4).max(80).optional(),
    anchor: z.enum(['start', 'middle', 'end']).optional(),
    /** In the voice of facts. */
    isFact: z.boolean().optional(),
    isBold: z.boolean().optional(),
    /** Cut to this width; the width is estimated. */
    most: px.optional(),
  }),
]);
export type Shape = Readonly<z.infer<typeof shape>>;

export const drawing = z.strictObject({
  width: z.number().min(1).max(MOST_PX),
  height: z.number().min(1).max(MOST_PX),
  title: z.string().max(200),
  shapes: z.array(shape).max(MOST_SHAPES),
});
export type Drawing = Readonly<z.infer<typeof drawing>>;

export function diamond(x: number, y: number, radius: number, fill: Tone | undefined, line: Tone): Shape {
  const points = [x, y - radius, x + radius, y, x, y + radius, x - radius, y, x, y - radius];
  return { kind: 'path', points, line, ...(fill ? { fill } : {}) };
}

/** `text` cut with an ellipsis to about `most` px. */
export function cutTo(text: string, most: number, size = 12, isFact = false): string {
  const letters = Math.floor(most / (size * (isFact ? 0.602 : 0.54)));
  if (text.length <= letters) return text;
  return letters < 2 ? '' : `${text.slice(0, letters - 1).trimEnd()}…`;
}
