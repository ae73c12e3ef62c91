/** Takes the plan up again at an earlier task, and says first how much is worked once more. */
import { useMemo, useState } from 'react';
import { formatSpan } from '../../shared/base/time-words.ts';
import { recyclePreview } from '../../shared/domain/go-live/recycle.ts';
import { wrongWindow } from '../../shared/domain/go-live/window.ts';
import { counted, listed } from '../../shared/domain/timeline/told.ts';
import { client } from '../client/client.ts';
import { act } from '../store/act.ts';
import { useGoLive, useRows } from '../store/live.ts';
import { useRoute } from '../store/route.ts';
import { hostNow, useNow } from '../ui/clock.ts';
import { Dialog } from '../ui/dialog.tsx';
import { CheckField } from '../ui/fields/check-field.tsx';
import { DateTimeField } from '../ui/fields/date-time-field.tsx';
import { SelectField } from '../ui/fields/select-field.tsx';
import { TextArea } from '../ui/fields/text-area.tsx';
import { useFields } from '../ui/fields/use-fields.ts';
import { Time } from '../ui/time.tsx';

const MINUTE = 60_000;
const FEW = 12;

export function RecycleDialog({ onClose }: { readonly onClose: () => void }) {
  const rows = useRows();
  const goLive = useGoLive();
  const { selected } = useRoute();
  const minute = useNow(MINUTE);
  const begun = useMemo(() => {
    const worked = [...rows.task.values()].filter(({ kind, status }) => status !== 'planned' && kind !== 'group' && kind !== 'rollback');
    return worked.sort((a, b) => startOf(b) - startOf(a) || b.position - a.position); // what was begun last is taken up again most
  }, [rows.task]);
  const [taskId, setTaskId] = useState(begun.find(({ ref }) => ref === selected)?.id ?? null);
  const { values, bind } = useFields({ at: null as number | null, withLater: false, moveWindow: false, reason: '', despite: '' });
  const { at, withLater, moveWindow } = values;
  const preview = useMemo(
    () => (taskId === null ? null : recyclePreview(rows, goLive, { taskId, withLater }, at ?? minute)),
    [rows, goLive, taskId, withLater, at, minute],
  );
  const leaves = preview !== null && !moveWindow && wrongWindow({ ...goLive, tZeroAt: preview.tZeroAt }) !== null;
  const disabled = !preview || preview.again.length === 0 || values.reason.trim() === '' || (leaves && values.despite.trim() === '');

  async function run() {
    const when = at === null ? {} : { at };
    const despite = leaves ? { despite: values.despite } : {};
    const fields = { taskId: taskId ?? '', reason: values.reason, withLater, moveWindow, ...when, ...despite };
    return act(client.hold.recycle, fields, `${counted(preview?.again.length ?? 0, 'task')} taken up again`);
  }

  return (
    <Dialog
      title="Recycle to an earlier task"
      quiet={goLive.ref}
      onClose={onClose}
      submit={{ label: 'Take up again', danger: true, disabled, run }}
    >
      <SelectField
        label="Begin again with"
        required
        autoFocus
        placeholder="A task that was begun"
        value={taskId}
        onChange={setTaskId}
        options={begun.map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` }))}
      />
      <DateTimeField
        label="It begins"
        hint="Empty: now. T-0 moves so that the plan starts it then."
        zone={goLive.zone}
        base={hostNow()}
        {...bind('at')}
      />
      <CheckField label="Also what the plan starts later without a link to it" checked={withLater} onChange={bind('withLater').onChange} />
      <CheckField label="The change window moves with T-0" checked={moveWindow} onChange={bind('moveWindow').onChange} />
      <div role="status">
        {preview === null ? (
          <p className="q">Choose a task to see what is worked again.</p>
        ) : (
          <>
            <p>
              <b>{counted(preview.again.length, 'task')} taken up again</b>
              {preview.again.length > 0 && `: ${namesOf(preview.again)}`}. Their actual times stay in the journal.
            </p>
            <p>
              T-0{' '}
              {preview.tZeroAt === goLive.tZeroAt ? (
                'stays.'
              ) : (
                <>
                  moves by {formatSpan(preview.tZeroAt - goLive.tZeroAt)} to <Time at={preview.tZeroAt} withZone />.
                </>
              )}
              {preview.staySkipped > 0 && ` ${counted(preview.staySkipped, 'skipped task')} after it stay skipped.`}
              {preview.gates.length > 0 &&
                ` ${listed(preview.gates.map(({ ref }) => ref))} stay decided; reopen what must be decided again.`}
            </p>
          </>
        )}
      </div>
      <TextArea label="Why" required rows={2} maxLength={2_000} {...bind('reason')} />
      {leaves && <TextArea label="Why T-0 may lie outside the change window" required rows={2} maxLength={2_000} {...bind('despite')} />}
    </Dialog>
  );
}

/** When work on it began; first of all for one nobody began. */
function startOf({ actualStart }: { readonly actualStart: number | null }): number {
  return actualStart ?? 0;
}

function namesOf(tasks: readonly { readonly ref: string }[]): string {
  const refs = tasks.slice(0, FEW).map(({ ref }) => ref);
  return listed(tasks.length > FEW ? [...refs, `${tasks.length - FEW} more`] : refs);
}
