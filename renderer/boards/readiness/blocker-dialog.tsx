/** Asks what blocks a check: something of Gantry that clears by itself, or words that a person clears. */
import { useState } from 'react';
import type { Blocker, Check } from '../../../shared/domain/readiness/schema.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';

type Kind = Blocker['kind'];
const kinds = [
  { value: 'task', label: 'Task' },
  { value: 'ticket', label: 'Ticket' },
  { value: 'incident', label: 'Incident' },
  { value: 'training', label: 'Course' },
  { value: 'risk', label: 'Risk' },
  { value: 'other', label: 'Other' },
] as const;

export function BlockerDialog({ check, onClose }: { readonly check: Check; readonly onClose: () => void }) {
  const rows = useRows();
  const [kind, setKind] = useState<Kind>('task');
  const [pointed, point] = useState<string | null>(null);
  const [content, setContent] = useState('');
  const isWords = kind === 'risk' || kind === 'other';
  const options = choicesOf(rows, kind);
  const run = () =>
    act(
      client.readiness.addBlocker,
      { checkId: check.id, kind, blockedById: isWords ? undefined : (pointed ?? undefined), content },
      `${check.ref} blocked`,
    );
  return (
    <Dialog
      title="Add blocker"
      quiet={`${check.ref} ${check.title}`}
      onClose={onClose}
      submit={{ label: 'Add blocker', run, disabled: isWords ? content.trim() === '' : pointed === null }}
    >
      <ChoiceField
        label="What blocks it"
        value={kind}
        onChange={(value) => {
          setKind(value);
          point(null);
        }}
        choices={kinds}
      />
      {!isWords && (
        <SelectField
          label={kinds.find(({ value }) => value === kind)?.label ?? ''}
          required
          hint={hints[kind]}
          placeholder={options.length === 0 ? 'There is none to choose' : undefined}
          options={options}
          value={pointed}
          onChange={point}
        />
      )}
      <TextArea label={isWords ? 'What it waits for' : 'Remark'} required={isWords} value={content} onChange={setContent} />
    </Dialog>
  );
}

const hints: Readonly<Record<Kind, string>> = {
  task: 'Clears when the task is finished or skipped.',
  ticket: 'Clears when the ticket is resolved, closed or cancelled.',
  incident: 'Clears when the incident is resolved.',
  training: 'Clears when the training target of the go-live is reached.',
  risk: '',
  other: '',
};

/** What still can block: what is over is left out. */
function choicesOf(rows: Rows, kind: Kind) {
  const labelled = <Each extends { readonly id: string; readonly ref: string; readonly title: string }>(all: Iterable<Each>) =>
    [...all]
      .map(({ id, ref, title }) => ({ value: id as string, label: `${ref} ${title}` }))
      .sort((a, b) => a.label.localeCompare(b.label));
  if (kind === 'task') return labelled([...rows.task.values()].filter(({ actualEnd }) => actualEnd === null));
  if (kind === 'ticket')
    return labelled([...rows.ticket.values()].filter(({ status }) => !['resolved', 'closed', 'cancelled'].includes(status)));
  if (kind === 'incident') return labelled([...rows.incident.values()].filter(({ status }) => status === 'open' || status === 'mitigated'));
  return kind === 'training' ? labelled(rows.course.values()) : [];
}
