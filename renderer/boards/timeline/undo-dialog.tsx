/** Asks once more before an entry is taken back, and says in place why it cannot be. */
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import type { Shown } from './columns.tsx';

interface UndoDialogProps {
  readonly line: Shown & { readonly seq: number };
  readonly onClose: () => void;
}

export function UndoDialog({ line: { seq, text, actor }, onClose }: UndoDialogProps) {
  return (
    <Dialog
      title={`Take back entry ${seq}`}
      onClose={onClose}
      submit={{ label: 'Take back', danger: true, run: () => act(client.journal.undo, { seq }, `Entry ${seq} taken back`) }}
      size="narrow"
    >
      <p className="name">{text}</p>
      <p className="q2">
        By {actor || 'somebody'}. The entry stays in the journal; a new one takes back what it changed. It is refused when something later
        stands on it, and then says what.
      </p>
    </Dialog>
  );
}
