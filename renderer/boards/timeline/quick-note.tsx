/** Writing a note from anywhere with one key; it is about what is selected, unless the person says otherwise. */
import { NoteDialog } from '../../dialogs/note-dialog.tsx';
import { currentRoute } from '../../store/route.ts';

export function QuickNote({ onClose }: { readonly onClose: () => void }) {
  return <NoteDialog about={currentRoute().selected} onClose={onClose} />;
}
