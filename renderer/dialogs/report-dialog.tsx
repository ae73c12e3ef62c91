/** Makes a report and saves it as a file on this machine. */
import { useState } from 'react';
import { client } from '../client/client.ts';
import { useLive } from '../store/live.ts';
import { Dialog } from '../ui/dialog.tsx';
import { ChoiceField } from '../ui/fields/choice-field.tsx';
import { saveFile } from '../ui/save-file.ts';
import { toast } from '../ui/toast.tsx';

type Asked = Parameters<typeof client.report.make.query>[0];
export type ReportKind = Asked['kind'];

const formats: readonly { readonly value: Asked['format']; readonly label: string; readonly about: string }[] = [
  { value: 'pdf', label: 'PDF', about: 'Pages to print, send and sign.' },
  { value: 'html', label: 'HTML', about: 'One file that opens in any browser.' },
  { value: 'md', label: 'Markdown', about: 'Text for a wiki or a repository.' },
  { value: 'xlsx', label: 'Excel', about: 'A sheet for each table, to sort and filter.' },
  { value: 'json', label: 'JSON', about: 'Everything the report says, for programs.' },
];

const kindWords: Readonly<Record<ReportKind, { readonly label: string; readonly about: string }>> = {
  closure: {
    label: 'Closure report',
    about:
      'It holds the outcome, timeline, plan against actual, decisions, incidents, tickets, training, metrics, lessons, sign-offs and the last hash of the record.',
  },
  readiness: {
    label: 'Production readiness report',
    about:
      'It holds the assessment, every test with its target and what was measured, defects, readiness by area, waivers, blockers, gates with their approvals, and sign-offs.',
  },
  decision: {
    label: 'Decision record',
    about:
      'It holds the question, criteria, approvals, calls and the seal of the poll, the decision with its reasons and conditions, what was known, the evidence and the hash of the entry.',
  },
  checklist: {
    label: 'Verified deployment checklist',
    about: 'It holds every check and task with who did it, who verified it and when, its evidence and waivers, and room to sign.',
  },
};

interface ReportDialogProps {
  /** What can be made here, the likeliest first. */
  readonly kinds: readonly [ReportKind, ...ReportKind[]];
  /** Reference of the gate of a decision record. */
  readonly gate?: string;
  readonly onClose: () => void;
}

export function ReportDialog({ kinds, gate, onClose }: ReportDialogProps) {
  const [kind, setKind] = useState<ReportKind>(kinds[0]);
  const [format, setFormat] = useState<Asked['format']>('pdf');

  async function run() {
    const { goLiveId, me } = useLive.getState();
    const asked = { goLiveId: goLiveId ?? '', kind, format, ...(me ? { as: me } : {}), ...(kind === 'decision' ? { gate } : {}) };
    const made = await client.report.make.query(asked);
    if (!made.ok) return made;
    saveFile({ name: made.fileName, mediaType: made.mediaType, content: { base64: made.base64 } });
    toast.show({ text: `${made.fileName} saved`, state: 'finished' });
    return made;
  }

  return (
    <Dialog
      title={kinds.length === 1 ? kindWords[kind].label : 'Report'}
      quiet={gate ? `${gate}, as the record stands now` : 'as the record stands now'}
      onClose={onClose}
      submit={{ label: 'Make report', run }}
      size="narrow"
    >
      {kinds.length > 1 && (
        <ChoiceField label="Report" value={kind} onChange={setKind} choices={kinds.map((value) => ({ value, label: shortWords[value] }))} />
      )}
      {kinds.length > 1 && <p>{kindWords[kind].label}</p>}
      <ChoiceField label="Format" value={format} onChange={setFormat} choices={formats} />
      <p className="q2">{formats.find(({ value }) => value === format)?.about}</p>
      <p className="q2">{kindWords[kind].about}</p>
    </Dialog>
  );
}

const shortWords: Readonly<Record<ReportKind, string>> = {
  closure: 'Closure',
  readiness: 'Readiness',
  decision: 'Decision',
  checklist: 'Checklist',
};
