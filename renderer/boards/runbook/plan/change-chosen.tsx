/** The button that changes all chosen tasks with one act; absent for who only looks. */
import { useState } from 'react';
import { useRole } from '../../../store/live.ts';
import { Button } from '../../../ui/button.tsx';
import { useChosenTasks } from '../chosen-tasks.tsx';
import { ManyDialog } from './many-dialog.tsx';

export function ChangeChosen() {
  const { tasks } = useChosenTasks();
  const [ids, setIds] = useState<readonly string[] | null>(null);
  if (useRole() === 'viewer') return null;
  return (
    <>
      <Button onClick={() => setIds(tasks.map(({ id }) => id))}>Change</Button>
      {ids && <ManyDialog taskIds={ids} onClose={() => setIds(null)} />}
    </>
  );
}
