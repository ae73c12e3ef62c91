/** Asks what a new group is called. */
import { useState } from 'react';
import { client } from '../../../client/client.ts';
import { act } from '../../../store/act.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';

export function GroupDialog({ taskIds, onClose }: { readonly taskIds: readonly string[]; readonly onClose: () => void }) {
  const [title, setTitle] = useState('');
  const run = () => act(client.plan.groupTasks, { taskIds: [...taskIds], title }, `${title.trim()} made a group`);
  return (
    <Dialog
      title="Make a group"
      quiet={`of ${taskIds.length} ${taskIds.length === 1 ? 'task' : 'tasks'}`}
      size="narrow"
      onClose={onClose}
      submit={{ label: 'Make group', run, disabled: title.trim() === '' }}
    >
      <TextField label="Title of the group" required autoFocus value={title} onChange={setTitle} />
    </Dialog>
  );
}
