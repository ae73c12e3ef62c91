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

function slant(on: CanvasRenderingContext2D, { x, y, w, h }: Extract<Shape, { kind: 'rect' }>, colour: string): void {
  on.save();
  on.clip();
  on.beginPath();
  const from = Math.max(0, Math.floor(-x / 5) * 5); // nothing left of the canvas
  const to = Math.min(w + h, on.canvas.width - x + h);
  for (let at = from; at < to; at += 5) {
    on.moveTo(x + at, y);
    on.lineTo(x + at - h, y + h);
  }
  on.strokeStyle = colour;
  on.setLineDash([]);
  on.lineWidth = 1;
  on.stroke();
  on.restore();
}
