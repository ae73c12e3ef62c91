import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { placeLabels } from '../../../renderer/boards/overview/night-labels.ts';
import { spreadHeads } from '../../../renderer/boards/overview/night-scale.ts';

describe('the words of the gates', () => {
  test('stand beside their diamond, on its other side, or over it, and shrink before they are left out', () => {
    const at = (diamonds: readonly number[], ...texts: string[]) => placeLabels([{ x: 100, texts }], diamonds, 0, 1_000)[0];
    expect(at([100], 'G-4')).toEqual({ text: 'G-4', middle: 121.5, isOver: false });
    expect(at([100, 115], 'G-4')).toEqual({ text: 'G-4', middle: 78.5, isOver: false });
    expect(at([85, 100, 115], 'G-4')).toEqual({ text: 'G-4', middle: 100, isOver: true });
    expect(at([100, 150], 'G-4, planned 21:10', 'G-4')).toMatchObject({ text: 'G-4, planned 21:10', isOver: true });
    expect(placeLabels([{ x: 5, texts: ['G-1, planned 21:10', 'G-1'] }], [5], 0, 60)[0]).toMatchObject({ text: 'G-1', isOver: false });
  });

  test('never stand on a diamond or on each other', () => {
    const places = fc.array(fc.integer({ min: 140, max: 1_300 }), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(places, (xs) => {
        const labels = placeLabels(
          xs.map((x, at) => ({ x, texts: [`G-${at}`] })),
          xs,
          132,
          1_400,
        );
        const spans = labels.flatMap((label) =>
          label ? [{ isOver: label.isOver, from: label.middle - label.text.length * 3.5, to: label.middle + label.text.length * 3.5 }] : [],
        );
        for (const [at, one] of spans.entries()) {
          for (const other of spans.slice(at + 1)) {
            if (one.isOver === other.isOver) expect(one.to <= other.from || other.to <= one.from).toBe(true);
          }
          if (!one.isOver) for (const x of xs) expect(x + 6 <= one.from || one.to <= x - 6).toBe(true);
        }
      }),
    );
  });
});

describe('the heads of the night line', () => {
  const heads = [
    { x: 140, words: ['window opens', '20:00'] as const, tone: 'q' as const },
    { x: 190, words: ['T-0', '22:00'] as const, tone: 'ink' as const },
    { x: 200, words: ['now', '22:10'] as const, tone: 'acc' as const },
    { x: 320, words: ['finish', '03:05'] as const, tone: 'ink' as const },
    { x: 345, words: ['window ends', '04:00'] as const, tone: 'ink' as const },
  ];
  const shown = (width: number) => spreadHeads(heads, width).map(({ words }) => words[0]);
  test('are all shown where there is room, and on a narrow screen the ends of the window go first', () => {
    expect(shown(800)).toHaveLength(5);
    expect(shown(250)).toEqual(['T-0', 'now', 'finish', 'window ends']);
    expect(shown(160)).toEqual(['T-0', 'now', 'finish']);
  });
});
