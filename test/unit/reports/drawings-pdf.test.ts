import { expect, test } from 'vitest';
import { drawingsPdf } from '../../../electron/reports/drawings-pdf.ts';
import type { Drawing } from '../../../shared/domain/runbook/drawing/shapes.ts';

const drawing = (title: string): Drawing => ({
  width: 1_587,
  height: 1_122,
  title,
  shapes: [
    { kind: 'rect', x: 20, y: 20, w: 300, h: 40, line: 'stop', hatch: 'stop' },
    { kind: 'text', x: 30, y: 40, text: 'Řez <b>& "sítě"', tone: 'ink', isBold: true },
    { kind: 'path', points: [20, 80, 200, 80, 200, 120], line: 'accent', dash: true },
  ],
});

test('each drawing is one page of A3, whatever letters and signs it holds', async () => {
  const file = Buffer.from(await drawingsPdf([drawing('One'), drawing('Two')]));
  const text = file.toString('latin1');
  expect(text.startsWith('%PDF-')).toBe(true);
  expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2);
  expect(text).toMatch(/\/MediaBox \[0 0 1190\.55 841\.89\]/);
  expect(text).toContain('Roboto-Medium');
});
