/** The light side of Gantry's colours, for paper. The same values as the screen's tokens. */
import type { Mark, Tone } from './document.ts';

export const palette = {
  paper: '#ffffff',
  side: '#f2f4f5',
  ink: '#11171b',
  ink2: '#3f4a52',
  ink3: '#556069',
  hair: '#e4e8ea',
  rule: '#c9d0d4',
  accent: '#0a66a3',
  stop: '#a50f35',
  warn: '#8a6000',
  good: '#0b6a52',
  baseline: '#75818a',
} as const;

export const toneColours: Readonly<Record<Tone, string>> = {
  ink: palette.ink,
  quiet: palette.ink3,
  good: palette.good,
  warn: palette.warn,
  stop: palette.stop,
};

export const markColours: Readonly<Record<Mark, string>> = {
  good: palette.good,
  warn: palette.warn,
  stop: palette.stop,
  wait: palette.ink3,
  run: palette.ink,
  calm: palette.ink3,
  conditions: palette.warn,
};
