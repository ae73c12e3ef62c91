/** Makes a file of the plan, or of somebody's tasks for a calendar, and saves it on this machine. */
import { useMemo, useState } from 'react';
import { client } from '../../../client/client.ts';
import { useLive, useMe, useTable } from '../../../store/live.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ChoiceField } from '../../../ui/fields/choice-field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { toast } from '../../../ui/toast.tsx';

const formats = [
  { value: 'xlsx', label: 'Excel', about: 'Every field of every task, to edit and bring back. A second sheet explains the columns.' },
  {
    value: 'csv',
    label: 'CSV',
    about: 'The same table as text (UTF-8), for any other spreadsheet. It can be edited and brought back too.',
  },
  {
    value: 'project',
    label: 'MS Project',
    about: 'XML that Microsoft Project and most planners open: tasks, groups, links, people, actual times. It can be brought back.',
  },
  {
    value: 'ics',
    label: 'Calendar',
    about: 'An .ics file with a reminder 15 minutes before each task. Exported again it updates what is in the calendar.',
  },
] as const;
type Format = (typeof formats)[number]['value'];

const times = [
  { value: 'forecast', label: 'Forecast' },
  { value: 'planned', label: 'Planned' },
] as const;

export function ExportDialog({ onClose }: { readonly onClose: () => void }) {
  const [format, setFormat] = useState<Format>('xlsx');
  const [stream, setStream] = useState<string | null>(null);
  const me = useMe();
  const [whose, setWhose] = useState<string | null>(me ? `person ${me}` : 'communication');
  const [which, setWhich] = useState<(typeof times)[number]['value']>('forecast');
  const streams = useStreams();
  const people = useTable('person');
  const whom = useMemo(
    () => [
      { value: 'communication', label: 'Communication tasks' },
      ...streams.map((name) => ({ value: `stream ${name}`, label: name, group: 'Stream' })),
      ...[...people.values()].map(({ id, name }) => ({ value: `person ${id}`, label: name, group: 'Person' })),
    ],
    [streams, people],
  );

  async function run() {
    const goLiveId = useLive.getState().goLiveId ?? '';
    const made =
      format === 'ics'
        ? await client.exchange.exportCalendar.query({ goLiveId, of: calendarOf(whose ?? 'communication'), times: which })
        : await client.exchange.exportPlan.query({ goLiveId, format, ...(stream !== null && { stream }) });
    if (!made.ok) return made;
    saveFile({ name: made.fileName, mediaType: made.mediaType, content: { base64: made.base64 } });
    toast.show({ text: `${made.fileName} saved, ${made.tasks} ${made.tasks === 1 ? 'task' : 'tasks'}`, state: 'finished' });
    return made;
  }

  return (
    <Dialog title="Export" quiet="as the record stands now" onClose={onClose} submit={{ label: 'Export', run }}>
      <ChoiceField label="Format" value={format} onChange={setFormat} choices={formats} />
      <p className="q2">{formats.find(({ value }) => value === format)?.about}</p>
      {format === 'ics' ? (
        <>
          <SelectField label="Whose tasks" required value={whose} onChange={setWhose} options={whom} />
          <ChoiceField label="Times" value={which} onChange={setWhich} choices={times} />
        </>
      ) : (
        <SelectField
          label="Tasks"
          value={stream}
          onChange={setStream}
          options={streams.map((name) => ({ value: name, label: name }))}
          placeholder="All tasks"
          clearable
        />
      )}
    </Dialog>
  );
}

function calendarOf(whose: string) {
  if (whose.startsWith('person ')) return { personId: whose.slice('person '.length) };
  return whose.startsWith('stream ') ? { stream: whose.slice('stream '.length) } : ('communication' as const);
}

/** Names of streams that have tasks, in the order of the alphabet. */
function useStreams(): readonly string[] {
  const tasks = useTable('task');
  return useMemo(() => {
    const names = new Set<string>();
    for (const { stream } of tasks.values()) if (stream !== '') names.add(stream);
    return [...names].sort();
  }, [tasks]);
}
