/** Writes a note on the timeline: what happened, when, and what it was about. */
import { useMemo, useState } from 'react';
import { isOpen as isOpenIncident } from '../../shared/domain/incident/figures.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import { isOpen as isOpenTicket } from '../../shared/domain/ticket/ways.ts';
import type { noteSubjects } from '../../shared/domain/timeline/schema.ts';
import { client } from '../client/client.ts';
import { act } from '../store/act.ts';
import { useRows } from '../store/live.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField, type SelectOption } from '../ui/fields/select-field.tsx';
import { TextArea } from '../ui/fields/text-area.tsx';
import { useWhen, WhenField } from './when-field.tsx';

type SubjectTable = (typeof noteSubjects)[number];

interface NoteDialogProps {
  /** Reference of what it is about, such as `INC-002`; null or one that takes no notes leaves it to the person. */
  readonly about: string | null;
  readonly onClose: () => void;
}

export function NoteDialog({ about, onClose }: NoteDialogProps) {
  const rows = useRows();
  const [content, setContent] = useState('');
  const [subject, setSubject] = useState(() => keyOf(rows, about));
  const when = useWhen();
  const options = useMemo(() => subjectOptions(rows, subject), [rows, subject]);

  function run() {
    const [table, id] = subject?.split(' ') ?? [null, null];
    const fields = { content, subject: (table ?? null) as SubjectTable | null, subjectId: id ?? null, occurredAt: when.occurredAt };
    return act(client.timeline.addNote, fields, 'Note written');
  }

  return (
    <Dialog
      title="Write a note"
      onClose={onClose}
      submit={{ label: 'Write note', run, disabled: content.trim() === '' || when.value === null }}
      size="normal"
    >
      <TextArea label="What happened" value={content} onChange={setContent} maxLength={2_000} required autoFocus />
      <div className="fields">
        <SelectField label="About" placeholder="The go-live as a whole" value={subject} onChange={setSubject} options={options} clearable />
        <WhenField when={when} />
      </div>
    </Dialog>
  );
}

const groups: readonly (readonly [SubjectTable, string])[] = [
  ['incident', 'Incidents'],
  ['ticket', 'Tickets'],
  ['task', 'Tasks'],
  ['gate', 'Gates'],
  ['check', 'Checks'],
];

/** What a note can be about: everything with a reference, of incidents and tickets the open ones and the chosen one. */
function subjectOptions(rows: Rows, chosen: string | null): readonly SelectOption<string>[] {
  return groups.flatMap(([table, group]) =>
    [...rows[table].values()]
      .filter((row) => `${table} ${row.id}` === chosen || isOffered(rows, table, row.id))
      .map(({ id, ref, title }) => ({ value: `${table} ${id}`, label: `${ref} ${title}`, group })),
  );
}

function isOffered(rows: Rows, table: SubjectTable, id: string): boolean {
  const [incident, ticket] = [rows.incident.get(id), rows.ticket.get(id)];
  if (table === 'incident') return incident !== undefined && isOpenIncident(incident);
  return table === 'ticket' ? ticket !== undefined && isOpenTicket(ticket) : true;
}

function keyOf(rows: Rows, ref: string | null): string | null {
  if (ref === null) return null;
  for (const [table] of groups) for (const row of rows[table].values()) if (row.ref === ref) return `${table} ${row.id}`;
  return null;
}
