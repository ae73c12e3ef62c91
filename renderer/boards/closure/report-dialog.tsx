/** Makes the closure report and saves it as a file on this machine. */
import { useState } from 'react';
import { client } from '../../client/client.ts';
import { useLive } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { toast } from '../../ui/toast.tsx';
import { saveFile } from './save-file.ts';

type Format = Parameters<typeof client.report.make.query>[0]['format'];

const formats: readonly { readonly value: Format; readonly label: string; readonly about: string }[] = [
  { value: 'pdf', label: 'PDF', about: 'Pages to print, send and sign.' },
  { value: 'html', label: 'HTML', about: 'One file that opens in any browser.' },
  { value: 'md', label: 'Markdown', about: 'Text for a wiki or a repository.' },
  { value: 'json', label: 'JSON', about: 'Everything the report says, for programs.' },
];

export function ReportDialog({ onClose }: { readonly onClose: () => void }) {
  const [format, setFormat] = useState<Format>('pdf');

  async function run() {
    const { goLiveId, me } = useLive.getState();
    const made = await client.report.make.query({ goLiveId: goLiveId ?? '', kind: 'closure', format, ...(me ? { as: me } : {}) });
    if (!made.ok) return made;
    saveFile(made);
    toast.show({ text: `${made.fileName} saved`, state: 'finished' });
    return made;
  }

  return (
    <Dialog title="Closure report" quiet="as the record stands now" onClose={onClose} submit={{ label: 'Make report', run }} size="narrow">
      <ChoiceField label="Format" value={format} onChange={setFormat} choices={formats} />
      <p className="q2">{formats.find(({ value }) => value === format)?.about}</p>
      <p className="q2">
        It holds the outcome, timeline, plan against actual, decisions, incidents, tickets, training, metrics, lessons, sign-offs and the
        last hash of the record.
      </p>
    </Dialog>
  );
}
