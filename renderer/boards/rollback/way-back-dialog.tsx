/** Asks how a task is taken back: by what, in which steps, how long it takes. */
import { useState } from 'react';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useTable } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';

const MINUTE = 60_000;

interface WayBackDialogProps {
  /** The task it begins with; null lets the person choose first. */
  readonly task: Task | null;
  readonly onClose: () => void;
}

export function WayBackDialog({ task, onClose }: WayBackDialogProps) {
  const tasks = useTable('task');
  const [taskId, choose] = useState<string | null>(task?.id ?? null);
  const [title, setTitle] = useState(task?.undoTitle ?? '');
  const [detail, setDetail] = useState(task?.undoDetail ?? '');
  const [minutes, setMinutes] = useState<number | null>(minutesOf(task));
  const options = [...tasks.values()]
    .filter(({ kind }) => kind !== 'rollback' && kind !== 'group')
    .sort((a, b) => a.position - b.position)
    .map((each) => ({ value: each.id, label: `${each.ref} ${each.title}` }));
  const chosen = tasks.get(taskId ?? '');

  function change(id: string | null): void {
    const next = tasks.get(id ?? '') ?? null;
    choose(id);
    setTitle(next?.undoTitle ?? '');
    setDetail(next?.undoDetail ?? '');
    setMinutes(minutesOf(next));
  }

  const run = () =>
    act(
      client.rollback.setWayBack,
      { taskId: taskId ?? '', undoTitle: title, undoDetail: detail, undoMs: minutes === null ? null : Math.round(minutes * MINUTE) },
      `Way back of ${chosen?.ref} written`,
    );
  return (
    <Dialog title="How a task is taken back" onClose={onClose} submit={{ label: 'Save', run, disabled: chosen === undefined }}>
      <SelectField label="Task" required autoFocus={task === null} value={taskId} onChange={change} options={options} />
      <TextField label="Taken back by" placeholder={chosen && `Take back ${chosen.ref}`} value={title} onChange={setTitle} />
      <TextArea label="Steps" rows={4} value={detail} onChange={setDetail} />
      <NumberField
        label="It takes"
        hint="Empty: there is nothing to take back"
        unit="min"
        min={0}
        max={100_000}
        step={0.5}
        autoFocus={task !== null}
        value={minutes}
        onChange={setMinutes}
      />
    </Dialog>
  );
}

function minutesOf(task: Task | null): number | null {
  return task === null || task.undoMs === null ? null : task.undoMs / MINUTE;
}
