/** Makes the drawing on screen into a file: PDF by the host, PNG here. */
import { useState } from 'react';
import { formatDate } from '../../../../shared/base/time-words.ts';
import type { Drawing } from '../../../../shared/domain/runbook/drawing/shapes.ts';
import { MOST_PX } from '../../../../shared/domain/runbook/drawing/shapes.ts';
import { paper } from '../../../../shared/domain/runbook/drawing/svg.ts';
import { client } from '../../../client/client.ts';
import { refusalOf } from '../../../store/act.ts';
import { useGoLive } from '../../../store/live.ts';
import { Button } from '../../../ui/button.tsx';
import { hostNow } from '../../../ui/clock.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { saveFile } from '../../../ui/save-file.ts';
import { paint } from './canvas-paint.ts';
import type { PageWords } from './page-shapes.ts';

export type PrintWords = Pick<PageWords, 'goLive' | 'madeAt' | 'zone'>;

interface PrintButtonProps {
  /** Such as `gantt`, for the name of the file. */
  readonly name: string;
  /** What the bounds are, in a sentence. */
  readonly bounds: string;
  /** One picture for a PNG, pages for a PDF; empty when there is nothing to draw yet. */
  readonly make: (isOnePicture: boolean, words: PrintWords) => readonly Drawing[];
}

export function PrintButton({ name, bounds, make }: PrintButtonProps) {
  const goLive = useGoLive();
  const [isAsking, setAsking] = useState(false);
  const [format, setFormat] = useState<'pdf' | 'png'>('pdf');
  useKeys('Files', [{ key: 'Shift+P', label: 'PDF or PNG', run: () => setAsking(true), foot: false }]);
  const run = async () => {
    const madeAt = hostNow();
    const { zone, ref } = goLive;
    const drawings = make(format === 'png', { goLive: `${goLive.name}, ${goLive.system} ${goLive.release}`.trim(), madeAt, zone });
    const [first] = drawings;
    if (!first) {
      const reason = 'The drawing is not there yet. Nothing was saved. Wait until the map is laid out.';
      return { ok: false as const, refusal: { code: 'not-drawn', reason, about: [] } };
    }
    const file = `${ref}-${name}-${formatDate(madeAt, zone)}.${format}`;
    if (format === 'png') {
      saveFile({ name: file, mediaType: 'image/png', content: { base64: await pngOf(first) } });
      return { ok: true as const };
    }
    try {
      const answer = await client.drawing.pdf.mutate({ drawings: [...drawings] });
      if (!answer.ok) return answer;
      saveFile({ name: file, mediaType: 'application/pdf', content: { base64: answer.base64 } });
      return { ok: true as const };
    } catch (error) {
      return { ok: false as const, refusal: refusalOf(error) };
    }
  };
  return (
    <>
      <Button hint="Shift+P" onClick={() => setAsking(true)}>
        PDF, PNG
      </Button>
      {isAsking && (
        <Dialog title="Save the drawing" onClose={() => setAsking(false)} submit={{ label: 'Save', run }}>
          <ChoiceField
            label="As"
            value={format}
            onChange={setFormat}
            choices={[
              { value: 'pdf', label: 'PDF, to print' },
              { value: 'png', label: 'PNG, one picture' },
            ]}
          />
          <p className="q2">
            What passes the filter is drawn, in light colours, with the go-live, the time and what the forms mean. {bounds}
          </p>
        </Dialog>
      )}
    </>
  );
}

/** In twice as many dots, as far as a canvas goes. */
async function pngOf({ width, height, shapes }: Drawing): Promise<string> {
  const dots = Math.min(2, MOST_PX / Math.max(width, height));
  const sheet = document.createElement('canvas');
  Object.assign(sheet, { width: Math.round(width * dots), height: Math.round(height * dots) });
  const on = sheet.getContext('2d');
  if (!on) throw new Error('this browser draws no pictures');
  on.scale(dots, dots);
  on.fillStyle = paper.base;
  on.fillRect(0, 0, width, height);
  paint(on, shapes, paper);
  return sheet.toDataURL('image/png').split(',')[1] ?? '';
}
