/** Adds a task, or edits the plan of one. */

import { playbookOf } from '../../../shared/domain/playbook/of-go-live.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { PeopleField } from '../../ui/fields/people-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';

const MINUTE = 60_000;
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
    after: [] as readonly string[],
  });
  const people = [...rows.person.values()].filter(({ inTeam }) => inTeam).map(({ id, name }) => ({ id, name }));
  const send = () => {
    const { title, detail, comments, kind, phase, stream, ownerIds, startsAt, minutes, after } = form.values;
    const plan = {
      title,
      detail,
      kind: kind ?? 'task',
      phase: phase ?? '',
      stream,
      ownerIds: [...ownerIds],
      startOffset: startsAt === null ? null : startsAt - tZeroAt,
      durationMs: (minutes ?? 0) * MINUTE,
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
      <div className="two">
        <TextField label="Stream" {...form.bind('stream')} />
        <SelectField label="Phase" clearable options={phaseOptions(rows)} {...form.bind('phase')} />
        <DateTimeField label="Planned start" zone={zone} base={tZeroAt} {...form.bind('startsAt')} />
        <NumberField label="Length" unit="min" min={0} max={525_600} {...form.bind('minutes')} />
        <PeopleField label="Owners" people={people} {...form.bind('ownerIds')} />
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
