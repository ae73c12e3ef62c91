/** Where the words of the gates stand on the night line: beside their diamond or over it, and never on another diamond or on other words. */

export interface Label {
  /** Middle of its diamond in px. */
  readonly x: number;
  /** From the fullest to the shortest; the last is tried last. */
  readonly texts: readonly string[];
}

export interface PlacedLabel {
  readonly text: string;
  /** Middle of the words in px. */
  readonly middle: number;
  /** Over the diamond instead of beside it. */
  readonly isOver: boolean;
}

/** Of words of 12 px, on the generous side. */
export const LETTER_WIDTH = 7;
/** With a little air. */
export const HALF_DIAMOND = 8;
/** From the middle of a diamond to words beside it. */
const BESIDE = 11;

/**
 * In the order given, so that what matters most is placed first; null where there is no room. `diamonds` are the middles of all diamonds
 * on the row, `from` and `to` the ends of it.
 */
export function placeLabels(
  labels: readonly Label[],
  diamonds: readonly number[],
  from: number,
  to: number,
): readonly (PlacedLabel | null)[] {
  const beside: Span[] = diamonds.map((x) => [x - HALF_DIAMOND, x + HALF_DIAMOND]);
  const over: Span[] = [];
  return labels.map(({ x, texts }) => {
    for (const text of texts) {
      const width = text.length * LETTER_WIDTH;
      const tries = [
        { middle: x + BESIDE + width / 2, isOver: false },
        { middle: x - BESIDE - width / 2, isOver: false },
        { middle: x, isOver: true },
      ];
      for (const { middle, isOver } of tries) {
        const span: Span = [middle - width / 2, middle + width / 2];
        const taken = isOver ? over : beside;
        if (span[0] < from || span[1] > to || taken.some((other) => span[0] < other[1] && other[0] < span[1])) continue;
        taken.push(span);
        return { text, middle, isOver };
      }
    }
    return null;
  });
}

type Span = readonly [from: number, to: number];
