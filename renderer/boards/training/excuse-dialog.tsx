/** Excuses a person from a course, with the reason. */
import { useState } from 'react';
import type { CellPerson } from '../../../shared/domain/training/coverage.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';

interface ExcuseDialogProps {
  readonly line: CellPerson;
  readonly courseTitle: string;
  readonly onClose: () => void;
}

export function ExcuseDialog({ line, courseTitle, onClose }: ExcuseDialogProps) {
  const [note, setNote] = useState('');

  async function run() {
    return act(client.training.markSeat, { marks: [{ seatId: line.seat.id, status: 'excused', note }] }, `${line.person.name} excused`);
  }

  return (
    <Dialog
      title={`Excuse ${line.person.name}`}
      quiet={courseTitle}
      onClose={onClose}
      submit={{ label: 'Excuse', run, disabled: note.trim() === '' }}
      size="narrow"
    >
      <TextArea
        label="Why"
        hint="Whoever is excused counts as not needing the course."
        required
        autoFocus
        rows={2}
        value={note}
        onChange={setNote}
      />
    </Dialog>
  );
}
