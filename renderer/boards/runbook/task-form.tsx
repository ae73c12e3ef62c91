/** Adds a task, or edits the plan of one. */

import { useState } from 'react';
import { playbookOf } from '../../../shared/domain/playbook/of-go-live.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField } from '../../ui/fields/check-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { PeopleField } from '../../ui/fields/people-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import css from './runbook.module.css';

const MINUTE = 60_000;
const timingWords = [
  { value: 'not before', label: 'the earliest' },
  { value: 'fixed', label: 'fixed' },
  { value: 'after predecessors', label: 'only expected' },
] as const;
const kinds = ['task', 'milestone', 'communication', 'health check'] as const;

/** `task` null adds one. */
export function TaskForm({ task, onClose }: { readonly task: Task | null; readonly onClose: () => void }) {
  const rows = useRows();
  const { zone, tZeroAt } = useGoLive();
  const form = useFields({
    title: task?.title ?? '',
    detail: task?.detail ?? '',
    comments: task?.comments ?? '',
    kind: (task?.kind ?? 'task') as (typeof kinds)[number] | null,
    phase: (task?.phase ?? '') as string | null,
    stream: task?.stream ?? '',
    ownerIds: (task?.ownerIds ?? []) as readonly string[],
    startsAt: task?.startOffset === null || task === null ? null : tZeroAt + task.startOffset,
    minutes: Math.round((task?.durationMs ?? 15 * MINUTE) / MINUTE) as number | null,
    timing: (task?.timing ?? 'not before') as Task['timing'] | null,
    peopleNeeded: (task?.peopleNeeded ?? 0) as number | null,
    command: task?.command ?? '',
    address: task?.address ?? '',
    after: [] as readonly string[],
  });
  const [startsItself, setStartsItself] = useState(task?.startsItself ?? false);
  const people = [...rows.person.values()].filter(({ inTeam }) => inTeam).map(({ id, name }) => ({ id, name }));
  const send = () => {
    const { title, detail, comments, kind, phase, stream, ownerIds, startsAt, minutes, after } = form.values;
    const { timing, peopleNeeded, command, address } = form.values;
    const plan = {
      title,
      detail,
      kind: kind ?? 'task',
      phase: phase ?? '',
      stream,
      ownerIds: [...ownerIds],
      startOffset: startsAt === null ? null : startsAt - tZeroAt,
      durationMs: (minutes ?? 0) * MINUTE,
      timing: timing ?? 'not before',
      peopleNeeded: peopleNeeded ?? 0,
      startsItself,
      command,
      address,
    };
    return task
      ? act(client.runbook.editTask, { ...plan, comments, taskId: task.id }, `${task.ref} changed`)
      : act(client.runbook.addTask, { ...plan, after: [...after] }, 'Task added');
  };
  return (
    <Dialog
      title={task ? 'Edit task' : 'New task'}
      quiet={task?.ref}
      onClose={onClose}
      size="wide"
      submit={{ label: task ? 'Save' : 'Add task', disabled: form.values.title.trim() === '', run: send }}
    >
      <TextField label="Title" required autoFocus {...form.bind('title')} />
      <div className={css.pair}>
        <TextField label="Stream" {...form.bind('stream')} />
        <SelectField label="Phase" clearable options={phaseOptions(rows)} {...form.bind('phase')} />
        <DateTimeField label="Planned start" zone={zone} base={tZeroAt} {...form.bind('startsAt')} />
        <NumberField label="Length" unit="min" min={0} max={525_600} {...form.bind('minutes')} />
        <PeopleField label="Owners" people={people} {...form.bind('ownerIds')} />
        <NumberField label="People needed" min={0} max={40} {...form.bind('peopleNeeded')} />
        <SelectField label="Planned start is" options={timingWords} {...form.bind('timing')} />
        <SelectField label="Kind" options={kinds.map((kind) => ({ value: kind, label: kind }))} {...form.bind('kind')} />
      </div>
      {!task && (
        <PeopleField
          label="After"
          hint="Tasks that must be finished before it may start."
          placeholder="Type a reference or a title"
          people={[...rows.task.values()].map(({ id, ref, title }) => ({ id, name: `${ref} ${title}` }))}
          {...form.bind('after')}
        />
      )}
      <CheckField
        label="Starts by itself as soon as it may; a milestone is then reached by itself"
        checked={startsItself}
        onChange={setStartsItself}
      />
      <div className="fields">
        <TextArea label="Command to copy" rows={1} {...form.bind('command')} />
        <TextField label="Address to copy or open" maxLength={2_000} {...form.bind('address')} />
      </div>
      <TextArea label="Detail" rows={3} {...form.bind('detail')} />
      {task && <TextArea label="Comments" rows={2} {...form.bind('comments')} />}
    </Dialog>
  );
}

function phaseOptions(rows: Parameters<typeof playbookOf>[0] & ReturnType<typeof useRows>) {
  const phases = playbookOf(rows)?.phases.map(({ key, title }) => ({ value: key, label: title })) ?? [];
  const named = new Set(phases.map(({ value }) => value));
  const others = [...new Set([...rows.task.values()].map(({ phase }) => phase))].filter((phase) => phase && !named.has(phase));
  return [...phases, ...others.map((phase) => ({ value: phase, label: phase }))];
}
