/** Paints shapes on a canvas in the colours of the present scheme. */
import { cutTo, type Shape, type Tone, tones } from '../../../../shared/domain/runbook/drawing/shapes.ts';

export type Colours = Readonly<Record<Tone, string>>;

/** Tokens are written for both schemes at once, so only an element can say what they come to. */
export function coloursAt(element: HTMLElement): Colours {
  const probe = document.createElement('i');
  element.append(probe);
  const found = tones.map((tone) => {
    probe.style.color = `var(--${tone})`;
    return [tone, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(found) as Record<Tone, string>;
}

export function paint(on: CanvasRenderingContext2D, shapes: readonly Shape[], colours: Colours): void {
  on.textBaseline = 'middle';
  for (const shape of shapes) {
    if (shape.kind === 'text') paintText(on, shape, colours);
    else paintForm(on, shape, colours);
  }
}

function paintText(on: CanvasRenderingContext2D, shape: Extract<Shape, { kind: 'text' }>, colours: Colours): void {
  const { x, y, text, tone, size = 12, anchor = 'start', isFact = false, isBold = false, most } = shape;
  const family = isFact ? '"JetBrains Mono Variable", monospace' : '"Inter Variable", sans-serif';
  on.font = `${isBold ? 600 : 430} ${size}px ${family}`;
  on.fillStyle = colours[tone];
  on.textAlign = anchor === 'middle' ? 'center' : anchor;
  on.fillText(most === undefined ? text : cutTo(text, most, size, isFact), x, y);
}

function paintForm(on: CanvasRenderingContext2D, shape: Exclude<Shape, { kind: 'text' }>, colours: Colours): void {
  const { fill, line, width = 1, dash = false } = shape;
  on.beginPath();
  if (shape.kind === 'rect') {
    const crisp = line && width % 2 === 1 ? 0.5 : 0;
    on.rect(Math.round(shape.x) + crisp, Math.round(shape.y) + crisp, Math.max(1, shape.w - crisp * 2), Math.max(1, shape.h - crisp * 2));
  } else {
    for (let at = 0; at + 1 < shape.points.length; at += 2) on.lineTo(shape.points[at] as number, shape.points[at + 1] as number);
    if (fill) on.closePath();
  }
  if (fill) {
    on.fillStyle = colours[fill];
    on.fill();
  }
  if (shape.kind === 'rect' && shape.hatch) slant(on, shape, colours[shape.hatch]);
  if (!line) return;
  on.lineWidth = width;
  on.strokeStyle = colours[line];
  on.setLineDash(dash ? [3, 3] : []);
  on.stroke();
}

/** Px from one slanted line to the next, and of a tile of them. */
const APART = 5;
const TILE = 4 * APART;
/** Px² from which an area is filled with tiles: the lines of the hours outside the window would be drawn anew for every frame. */
const LARGE = 10_000;

function slant(on: CanvasRenderingContext2D, { x, y, w, h }: Extract<Shape, { kind: 'rect' }>, colour: string): void {
  const dots = on.getTransform().a;
  const tiles = w * h >= LARGE ? tilesOf(on, colour, dots) : null;
  if (tiles) {
    tiles.setTransform(new DOMMatrix().translate(Math.round(x * dots) / dots, Math.round(y * dots) / dots).scale(1 / dots));
    on.fillStyle = tiles;
    on.fill();
    return;
  }
  on.save();
  on.clip();
  on.beginPath();
  const from = Math.max(0, Math.floor(-x / APART) * APART); // nothing left of the canvas
  slantedLines(on, x, y, h, from, Math.min(w + h, on.canvas.width - x + h));
  on.strokeStyle = colour;
  on.setLineDash([]);
  on.lineWidth = 1;
  on.stroke();
  on.restore();
}

function slantedLines(on: CanvasRenderingContext2D, x: number, y: number, h: number, from: number, to: number): void {
  for (let at = from; at < to; at += APART) {
    on.moveTo(x + at, y);
    on.lineTo(x + at - h, y + h);
  }
}

const known = new Map<string, CanvasPattern | null>();

/** Null where a tile would not come to whole dots, and so would blur. */
function tilesOf(on: CanvasRenderingContext2D, colour: string, dots: number): CanvasPattern | null {
  const key = `${colour} ${dots}`;
  if (known.has(key)) return known.get(key) ?? null;
  const tile = document.createElement('canvas');
  tile.width = TILE * dots;
  tile.height = TILE * dots;
  const ink = Number.isInteger(TILE * dots) ? tile.getContext('2d') : null;
  if (ink) {
    ink.scale(dots, dots);
    ink.strokeStyle = colour;
    slantedLines(ink, 0, 0, TILE, 0, 2 * TILE + APART);
    ink.stroke();
  }
  const made = ink && on.createPattern(tile, 'repeat');
  known.set(key, made);
  return made;
}
