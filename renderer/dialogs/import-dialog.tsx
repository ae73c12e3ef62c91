/** Bringing a file in: choose it, see how it is read and what it would do, correct the columns, then all or nothing. */
import { useEffect, useState } from 'react';
import type { Refusal } from '../../shared/base/result.ts';
import { client } from '../client/client.ts';
import { act, refusalOf } from '../store/act.ts';
import { useLive } from '../store/live.ts';
import { Dialog } from '../ui/dialog.tsx';
import { CheckField } from '../ui/fields/check-field.tsx';
import { FileField } from '../ui/fields/file-field.tsx';
import type { PickedFile } from '../ui/fields/picked-file.ts';
import { RefusalNote } from '../ui/refusal-note.tsx';
import { ImportPreview, type Preview } from './import-preview.tsx';

export type ImportKind = 'plan' | 'tickets';

const LARGEST = 25 * 1024 * 1024;

const words = {
  plan: { title: 'Import plan', hint: 'A table of tasks as .csv or .xlsx. Columns are found by their names.', act: 'Import plan' },
  tickets: {
    title: 'Import tickets',
    hint: 'A list of tickets, or a log with one row for each update, as .csv or .xlsx.',
    act: 'Import tickets',
  },
} as const;

const requests = {
  plan: { preview: client.runbook.previewPlan, take: client.runbook.importPlan },
  tickets: { preview: client.ticket.previewTickets, take: client.ticket.importTickets },
} as const;

export function ImportDialog({ kind, onClose }: { readonly kind: ImportKind; readonly onClose: () => void }) {
  const [file, setFile] = useState<PickedFile | null>(null);
  const [map, setMap] = useState<Readonly<Record<string, string>>>({});
  const [skipRefused, setSkipRefused] = useState(false);
  const [replaceOthers, setReplaceOthers] = useState(false);
  const [isOtherPlan, setOtherPlan] = useState(false);
  const looked = usePreview(kind, file, map);
  const { preview } = looked;
  const leftOut = preview?.refusedRows ?? 0;
  const isReady = preview !== null && preview.refusal === null && preview.readable > 0 && (leftOut === 0 || skipRefused);
  const send = async () => {
    if (!file) throw new Error('an import without a file');
    const wish = { fileName: file.name, base64: file.base64, map, skipRefused, replaceOthers };
    const outcome = await act(requests[kind].take, wish, `${file.name} imported`);
    if (!outcome.ok) setOtherPlan(outcome.refusal.code === 'other-plan');
    return outcome;
  };
  return (
    <Dialog title={words[kind].title} onClose={onClose} size="wide" submit={{ label: words[kind].act, disabled: !isReady, run: send }}>
      <FileField
        label="File"
        hint={words[kind].hint}
        accept=".csv,.txt,.tsv,.xlsx"
        maxBytes={LARGEST}
        value={file}
        onChange={(next) => {
          setFile(next);
          setMap({});
        }}
        autoFocus
      />
      {looked.isReading && <p className="q">Reading the file.</p>}
      {looked.refusal && <RefusalNote refusal={looked.refusal} />}
      {preview && <ImportPreview preview={preview} onMap={(field, column) => setMap({ ...map, [field]: column })} />}
      {preview && leftOut > 0 && (
        <CheckField
          label={`Import without the ${leftOut} ${leftOut === 1 ? 'row' : 'rows'} that cannot be read`}
          checked={skipRefused}
          onChange={setSkipRefused}
        />
      )}
      {isOtherPlan && (
        <CheckField label="The tasks were renamed: update them by their ids" checked={replaceOthers} onChange={setReplaceOthers} />
      )}
    </Dialog>
  );
}

interface Looked {
  readonly preview: Preview | null;
  readonly refusal: Refusal | null;
  readonly isReading: boolean;
}

const nothing: Looked = { preview: null, refusal: null, isReading: false };

/** Asks the host to read the file anew whenever the file or a column changes. */
function usePreview(kind: ImportKind, file: PickedFile | null, map: Readonly<Record<string, string>>): Looked {
  const goLiveId = useLive((live) => live.goLiveId);
  const [looked, setLooked] = useState<Looked>(nothing);
  useEffect(() => {
    if (!file || !goLiveId) {
      setLooked(nothing);
      return;
    }
    let isGone = false;
    setLooked((before) => ({ ...before, isReading: true }));
    requests[kind].preview
      .mutate({ goLiveId, fileName: file.name, base64: file.base64, map })
      .then((answer): Looked => (answer.ok ? { ...nothing, preview: answer } : { ...nothing, refusal: answer.refusal }))
      .catch((error: unknown): Looked => ({ ...nothing, refusal: refusalOf(error) }))
      .then((next) => {
        if (!isGone) setLooked(next);
      });
    return () => {
      isGone = true;
    };
  }, [kind, file, map, goLiveId]);
  return looked;
}
