/** The plan as it was frozen, how far the night has moved from each, and freezing it anew. */
import type { ReactNode } from 'react';
import { formatSlip } from '../../../../shared/base/time-words.ts';
import { variances } from '../../../../shared/domain/runbook/baseline.ts';
import type { Schedule } from '../../../../shared/domain/runbook/schedule.ts';
import type { Baseline } from '../../../../shared/domain/runbook/schedule-schema.ts';
import { client } from '../../../client/client.ts';
import { act, actLoud } from '../../../store/act.ts';
import { useRole, useTable } from '../../../store/live.ts';
import { useSchedule } from '../../../store/task-lines.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useFields } from '../../../ui/fields/use-fields.ts';
import { Time } from '../../../ui/time.tsx';

export function Baselines({ choice, onClose }: { readonly choice: ReactNode; readonly onClose: () => void }) {
  const isManager = useRole() === 'manager';
  const frozen = [...useTable('baseline').values()].sort((a, b) => b.frozenAt - a.frozenAt);
  const schedule = useSchedule();
  const { values, bind } = useFields({ name: '', remark: '' });
  const name = values.name.trim();
  return (
    <Dialog
      title="Baselines"
      size="wide"
      onClose={onClose}
      submit={
        isManager
          ? {
              label: 'Keep a baseline',
              disabled: name === '',
              run: () =>
                act(client.schedule.freezeBaseline, { name, remark: values.remark }, `Baseline ${name} kept; the plan can still be edited`),
            }
          : undefined
      }
    >
      {choice}
      {frozen.length === 0 ? (
        <p className="q">
          No baseline yet. A baseline keeps the planned times as they are now; the Gantt then shows how far plan and night have moved from
          it.
        </p>
      ) : (
        <Frozen {...{ frozen, schedule, isManager }} />
      )}
      {isManager && (
        <>
          <TextField label="Name" placeholder="Approved by the steering committee" autoFocus {...bind('name')} />
          <TextArea label="Remark" rows={2} {...bind('remark')} />
        </>
      )}
    </Dialog>
  );
}

interface FrozenProps {
  readonly frozen: readonly Baseline[];
  readonly schedule: Schedule;
  readonly isManager: boolean;
}

function Frozen({ frozen, schedule, isManager }: FrozenProps) {
  return (
    <table className="t">
      <thead>
        <tr>
          <th scope="col">Baseline</th>
          <th scope="col">Kept</th>
          <th scope="col">Finish then</th>
          <th scope="col">Finish now</th>
          <th scope="col" className="n">
            Tasks later
          </th>
          {isManager && (
            <th scope="col">
              <span className="sr">Remove</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {frozen.map((baseline) => (
          <tr key={baseline.id} title={baseline.note}>
            <td className="name">{baseline.name}</td>
            <td>
              <Time at={baseline.frozenAt} day="always" /> by {baseline.frozenBy}
            </td>
            <td>{baseline.finishAt === null ? 'no time' : <Time at={baseline.finishAt} />}</td>
            <td>
              {schedule.finish === null ? 'no task' : <Time at={schedule.finish} />} <Later baseline={baseline} schedule={schedule} />
            </td>
            <td className="n">{tasksLater(baseline, schedule)}</td>
            {isManager && (
              <td>
                <Button
                  onClick={() =>
                    void actLoud(client.schedule.removeBaseline, { baselineId: baseline.id }, `Baseline ${baseline.name} removed`)
                  }
                >
                  Remove<span className="sr"> {baseline.name}</span>
                </Button>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Later({ baseline: { finishAt }, schedule: { finish } }: { readonly baseline: Baseline; readonly schedule: Schedule }) {
  if (finishAt === null || finish === null) return null;
  return <span className={finish > finishAt ? 'warn' : 'q'}>{formatSlip(finish - finishAt)} min</span>;
}

const MINUTE = 60_000;

function tasksLater(baseline: Baseline, schedule: Schedule): number {
  return [...variances(baseline, schedule).values()].filter(({ endMs }) => endMs >= MINUTE).length;
}
