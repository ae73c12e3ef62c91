/** The checks inside a task: ticked with one press; added, edited, put in order and removed in place. */
import { useState } from 'react';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { isClosed } from '../../../shared/domain/runbook/task-state.ts';
import { stepsOf } from '../../../shared/domain/runbook/work/steps.ts';
import type { TaskStep } from '../../../shared/domain/runbook/work-schema.ts';
import { client } from '../../client/client.ts';
import { act, actLoud } from '../../store/act.ts';
import { useRole, useRows } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField } from '../../ui/fields/check-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Time } from '../../ui/time.tsx';
import { askPerson } from '../asked.tsx';
import css from './task-work.module.css';

/** Nothing at all for who only looks and finds no checks. */
export function StepList({ task }: { readonly task: Task }) {
  const steps = stepsOf(useRows(), task);
  const mayAct = useRole() !== 'viewer';
  if (steps.length === 0 && !mayAct) return null;
  const ticked = steps.filter(({ tickedAt }) => tickedAt !== null).length;
  return (
    <section aria-label="Checks">
      <h3 className={css.heading}>
        Checks {steps.length > 0 && <span className="f">{`${ticked} of ${steps.length}`}</span>}
        {mayAct && (
          <button
            type="button"
            className="link"
            onClick={() => askPerson((onClose) => <StepDialog task={task} step={null} onClose={onClose} />)}
          >
            Add
          </button>
        )}
      </h3>
      {steps.map((step, at) => (
        <Step key={step.id} task={task} step={step} at={at} last={steps.length - 1} mayAct={mayAct} />
      ))}
    </section>
  );
}

/** Ticks the first check that is open, for a key; nothing where none is. */
export function tickNext(steps: readonly TaskStep[]): void {
  const next = steps.find(({ tickedAt }) => tickedAt === null);
  if (next) void actLoud(client.work.tickStep, { stepId: next.id }, `Ticked: ${next.title}`);
}

interface StepProps {
  readonly task: Task;
  readonly step: TaskStep;
  readonly at: number;
  readonly last: number;
  readonly mayAct: boolean;
}

function Step({ task, step, at, last, mayAct }: StepProps) {
  const { id: stepId, title, isRequired, tickedAt, tickedBy } = step;
  const tick = (isTicked: boolean) =>
    void actLoud(
      isTicked ? client.work.tickStep : client.work.untickStep,
      { stepId },
      isTicked ? `Ticked: ${title}` : `Not ticked: ${title}`,
    );
  return (
    <div className={css.step}>
      <CheckField
        label={
          <span className={tickedAt === null ? '' : 'q2'}>
            {title}
            {!isRequired && <span className="q small"> may stay open</span>}
          </span>
        }
        checked={tickedAt !== null}
        disabled={!mayAct || isClosed(task)}
        onChange={tick}
      />
      {tickedAt !== null && (
        <span className="q small nw">
          {tickedBy} <Time at={tickedAt} />
        </span>
      )}
      {mayAct && (
        <span className={css.tools}>
          <button type="button" title="Earlier" aria-label={`Move ${title} up`} disabled={at === 0} onClick={() => move(step, at - 1)}>
            ↑
          </button>
          <button type="button" title="Later" aria-label={`Move ${title} down`} disabled={at === last} onClick={() => move(step, at + 1)}>
            ↓
          </button>
          <button
            type="button"
            className={css.edit}
            aria-label={`Edit ${title}`}
            onClick={() => askPerson((onClose) => <StepDialog task={task} step={step} onClose={onClose} />)}
          >
            Edit
          </button>
          <button type="button" aria-label={`Remove ${title}`} onClick={() => remove(step)}>
            Remove
          </button>
        </span>
      )}
    </div>
  );
}

interface StepDialogProps {
  readonly task: Task;
  /** Null adds one. */
  readonly step: TaskStep | null;
  readonly onClose: () => void;
}

function StepDialog({ task, step, onClose }: StepDialogProps) {
  const [title, setTitle] = useState(step?.title ?? '');
  const [isRequired, setRequired] = useState(step?.isRequired ?? true);
  const run = () =>
    step
      ? act(client.work.editStep, { stepId: step.id, title, isRequired }, 'Check changed')
      : act(client.work.addStep, { taskId: task.id, title, isRequired }, 'Check added');
  return (
    <Dialog
      title={step ? 'Edit check' : 'New check'}
      quiet={`${task.ref} ${task.title}`}
      onClose={onClose}
      size="narrow"
      submit={{ label: step ? 'Save' : 'Add check', run, disabled: title.trim() === '' }}
    >
      <TextField label="What is looked at" value={title} onChange={setTitle} required autoFocus />
      <CheckField label="The task is not finished before it is ticked" checked={isRequired} onChange={setRequired} />
      {step && <Places task={task} step={step} onClose={onClose} />}
    </Dialog>
  );
}

/** What the line of a check offers where there is room for it. */
function Places({ task, step, onClose }: { readonly task: Task; readonly step: TaskStep; readonly onClose: () => void }) {
  const steps = stepsOf(useRows(), task);
  const at = steps.findIndex(({ id }) => id === step.id);
  return (
    <span className="btns">
      <Button disabled={at <= 0} onClick={() => move(step, at - 1)}>
        Earlier
      </Button>
      <Button disabled={at === steps.length - 1} onClick={() => move(step, at + 1)}>
        Later
      </Button>
      <Button
        danger
        onClick={() => {
          remove(step);
          onClose();
        }}
      >
        Remove
      </Button>
    </span>
  );
}

function move({ id: stepId }: TaskStep, to: number): void {
  void actLoud(client.work.moveStep, { stepId, to }, 'Checks put in another order');
}

function remove({ id: stepId, title }: TaskStep): void {
  void actLoud(client.work.removeStep, { stepId }, `Removed: ${title}`);
}
