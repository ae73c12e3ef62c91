/** Asks who takes a task on, and what they should know. */
import { useState } from 'react';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { awayWords } from '../../../shared/domain/runbook/work/away.ts';
import { client } from '../../client/client.ts';
import { useTable } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PeopleField } from '../../ui/fields/people-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { Mark } from '../../ui/mark.tsx';
import { attempt } from './attempt.tsx';

export function HandOverDialog({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const people = useTable('person');
  const rows = { person: people, substitution: useTable('substitution'), injection: useTable('injection') };
  const [toIds, setToIds] = useState<readonly string[]>([]);
  const [word, setWord] = useState('');
  const team = [...people.values()].filter(({ inTeam }) => inTeam).map(({ id, name }) => ({ id, name }));
  const about = `${task.ref} ${task.title}`;
  const run = () => attempt(client.work.handOver, { taskId: task.id, toIds: [...toIds], word }, `${task.ref} handed over`, about);
  return (
    <Dialog
      title="Hand over"
      quiet={about}
      onClose={onClose}
      size="narrow"
      submit={{ label: 'Hand over', run, disabled: toIds.length === 0 || word.trim() === '' }}
    >
      <PeopleField
        label="To"
        hint={task.actualStart === null ? undefined : 'The first one works on it from now on.'}
        people={team}
        value={toIds}
        onChange={setToIds}
        required
        autoFocus
      />
      {toIds.map((id) => {
        const away = awayWords(rows, id);
        return (
          away && (
            <p key={id} role="alert">
              <Mark state="at-risk">{away}</Mark>
            </p>
          )
        );
      })}
      <TextArea label="What they should know" rows={3} value={word} onChange={setWord} maxLength={2_000} required />
    </Dialog>
  );
}
