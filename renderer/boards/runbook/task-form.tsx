/** Adds a task, or edits the plan of one. */
import { useMemo, useState } from 'react';
import { playbookOf } from '../../../shared/domain/playbook/of-go-live.ts';
import { cellTexts } from '../../../shared/domain/runbook/plan/cells.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useEditing, useEditors } from '../../store/editing.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField } from '../../ui/fields/check-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { PeopleField } from '../../ui/fields/people-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { editorWords } from './editor-words.ts';
import { ConflictsPanel } from './plan/conflicts-panel.tsx';
import css from './runbook.module.css';
import { useTaskDraft } from './use-task-draft.ts';

const MINUTE = 60_000;
const timingWords = [
  { value: 'not before', label: 'the earliest' },
  { value: 'fixed', label: 'fixed' },
  { value: 'after predecessors', label: 'only expected' },
] as const;
const kinds = ['task', 'milestone', 'communication', 'health check'] as const;

/** `task` as it is when the form opens; null adds one. */
export function TaskForm({ task, onClose }: { readonly task: Task | null; readonly onClose: () => void }) {
  const rows = useRows();
  const { zone, tZeroAt } = useGoLive();
  const { values, plan, bind, edit, conflicts, isRemoved, settle } = useTaskDraft(rows, task);
  const [after, setAfter] = useState<readonly string[]>([]);
  const texts = useMemo(() => cellTexts(rows, { zone, tZeroAt }, []), [rows, zone, tZeroAt]);
  const people = [...rows.person.values()].filter(({ inTeam }) => inTeam).map(({ id, name }) => ({ id, name }));
  const isNew = task === null || isRemoved;
  const [start, length] = [bind('startOffset'), bind('durationMs')];
  useEditing(task && !isRemoved ? [task.id] : []);
  const others = editorWords(useEditors().get(task?.id ?? ''), 'task');
  const send = () => {
    if (!isNew) return act(client.runbook.editTask, { taskId: task.id, ...edit.set, was: edit.was }, `${task.ref} changed`);
    return act(client.runbook.addTask, { ...plan, after: [...after] }, 'Task added');
  };
  return (
    <Dialog
      title={task ? 'Edit task' : 'New task'}
      quiet={task?.ref}
      onClose={onClose}
      size="wide"
      submit={{
        label: isRemoved ? 'Add as a new task' : task ? 'Save' : 'Add task',
        disabled: values.title.trim() === '' || (!isNew && conflicts.length > 0),
        run: send,
      }}
    >
      {conflicts.length > 0 && <ConflictsPanel conflicts={conflicts} texts={texts} by="field" onTake={settle} />}
      <div>
        <p role="status" className="warn">
          {others && `${others} at the same time. Neither of you overwrites the other.`}
        </p>
        <TextField label="Title" required autoFocus {...bind('title')} />
      </div>
      <div className={css.pair}>
        <TextField label="Stream" {...bind('stream')} />
        <SelectField label="Phase" clearable options={phaseOptions(rows)} {...bind('phase')} />
        <DateTimeField
          label="Planned start"
          zone={zone}
          base={tZeroAt}
          value={start.value === null ? null : tZeroAt + start.value}
          onChange={(at) => start.onChange(at === null ? null : at - tZeroAt)}
        />
        <NumberField
          label="Length"
          unit="min"
          min={0}
          max={525_600}
          value={length.value === null ? null : Math.round(length.value / MINUTE)}
          onChange={(minutes) => length.onChange(minutes === null ? null : minutes * MINUTE)}
        />
        <PeopleField label="Owners" people={people} value={values.ownerIds} onChange={(ids) => bind('ownerIds').onChange([...ids])} />
        <NumberField label="People needed" min={0} max={40} {...bind('peopleNeeded')} />
        <SelectField label="Planned start is" options={timingWords} {...bind('timing')} />
        <SelectField label="Kind" options={kindsFor(task).map((kind) => ({ value: kind, label: kind }))} {...bind('kind')} />
      </div>
      {!task && (
        <PeopleField
          label="After"
          hint="Tasks that must be finished before it may start."
          placeholder="Type a reference or a title"
          people={[...rows.task.values()].map(({ id, ref, title }) => ({ id, name: `${ref} ${title}` }))}
          value={after}
          onChange={setAfter}
        />
      )}
      <CheckField
        label="Starts by itself as soon as it may; a milestone is then reached by itself"
        checked={values.startsItself}
        onChange={bind('startsItself').onChange}
      />
      <div className="fields">
        <TextArea label="Command to copy" rows={1} {...bind('command')} />
        <TextField label="Address to copy or open" maxLength={2_000} {...bind('address')} />
      </div>
      <TextArea label="Detail" rows={3} {...bind('detail')} />
      {task && <TextArea label="Comments" rows={2} {...bind('comments')} />}
    </Dialog>
  );
}

/** A group stays one here: what stands in it is seen in the plan sheet only. */
function kindsFor(task: Task | null): readonly Exclude<Task['kind'], 'rollback'>[] {
  return task?.kind === 'group' ? ['group'] : kinds;
}

function phaseOptions(rows: Parameters<typeof playbookOf>[0] & ReturnType<typeof useRows>) {
  const phases = playbookOf(rows)?.phases.map(({ key, title }) => ({ value: key, label: title })) ?? [];
  const named = new Set(phases.map(({ value }) => value));
  const others = [...new Set([...rows.task.values()].map(({ phase }) => phase))].filter((phase) => phase && !named.has(phase));
  return [...phases, ...others.map((phase) => ({ value: phase, label: phase }))];
}
