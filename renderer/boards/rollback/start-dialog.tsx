/** The decision to roll back: its kind and its reason, with what it will do and whether it ends inside the window. */
import { formatSpan, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { type RollbackKind, rollbackKinds } from '../../../shared/domain/playbook/answers.ts';
import { type Course, courseOf } from '../../../shared/domain/rollback/course.ts';
import { passedNoReturn } from '../../../shared/domain/rollback/fuse.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { useNow } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { Mark } from '../../ui/mark.tsx';

const MINUTE = 60_000;
const labels: Readonly<Record<RollbackKind, string>> = {
  automated: 'Automated trigger',
  manual: 'Manual',
  database: 'Database',
  communication: 'Communication only',
};
const choices = rollbackKinds.map((value) => ({ value, label: labels[value] }));

/** `known` is the course of one kind; the others are made of its plan. */
export function StartDialog({ known, onClose }: { readonly known: Course; readonly onClose: () => void }) {
  const { windowEnd, zone, rollbackTargetMs } = useGoLive();
  const now = useNow(1_000);
  const rows = useRows();
  const passed = passedNoReturn(rows);
  const { values, bind } = useFields({
    kind: 'manual' as RollbackKind,
    reason: '',
    despite: '',
    minutes: rollbackTargetMs === null ? null : rollbackTargetMs / MINUTE,
  });
  const { kind, reason, despite, minutes } = values;
  const { opening, closing, plan, checkMs, backMs } = courseOf(rows, kind, known.plan);
  const endAt = now + backMs;
  const steps = [...opening, ...closing];
  const run = () =>
    act(
      client.rollback.start,
      {
        kind,
        reason,
        despite: passed.length > 0 ? despite : undefined,
        targetMs: minutes === null ? null : Math.round(minutes * MINUTE),
      },
      'Rollback decided',
    );
  return (
    <Dialog
      title="Roll back"
      quiet={`${plan.steps.length} to undo, back in ${formatSpan(backMs)}`}
      onClose={onClose}
      submit={{ label: 'Roll back', run, danger: true, disabled: reason.trim() === '' || (passed.length > 0 && despite.trim() === '') }}
    >
      <p>
        <Mark state={endAt > windowEnd ? 'late' : 'go'}>
          Started now it ends at {formatTime(endAt, zone)} {zoneName(endAt, zone)}, {endAt > windowEnd ? 'after' : 'inside'} the change
          window to {formatTime(windowEnd, zone)}
        </Mark>
      </p>
      <ChoiceField label="Kind" choices={choices} {...bind('kind')} />
      <p className="q2">
        {steps.length > 0
          ? `The playbook adds: ${steps.map(({ title, minutes }) => `${title} (${formatSpan(minutes * MINUTE)})`).join('; ')}.`
          : 'The playbook has no steps for this kind.'}
        {checkMs !== null && ` It ends with the consistency check of the data (${formatSpan(checkMs)}) and not before.`}
      </p>
      <TextArea label="Reason" required autoFocus maxLength={2_000} {...bind('reason')} />
      {passed.length > 0 && (
        <TextArea
          label={`Why it goes past ${passed.map(({ ref }) => ref).join(', ')}, a point of no return`}
          required
          rows={2}
          maxLength={2_000}
          {...bind('despite')}
        />
      )}
      <NumberField label="Target" hint="Empty: none" unit="min" min={0} max={100_000} step={0.5} {...bind('minutes')} />
    </Dialog>
  );
}
