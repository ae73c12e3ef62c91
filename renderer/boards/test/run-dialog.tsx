/** Records a run of a test, or corrects one. What was measured decides where the test has a target. */
import { needsBaseline } from '../../../shared/domain/closure/metric.ts';
import { type Test, type TestRun, testResults } from '../../../shared/domain/readiness/test-schema.ts';
import { targetText, targetVerdict } from '../../../shared/domain/readiness/test-target.ts';
import { client } from '../../client/client.ts';
import { useWhen, WhenField } from '../../dialogs/when-field.tsx';
import { act } from '../../store/act.ts';
import { useGoLive } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { Mark } from '../../ui/mark.tsx';
import { stateMarks } from './lines.ts';

const DECIMALS = 0.000001;
const BOUND = 1e12;
const MOST = 1_000_000;

interface RunDialogProps {
  readonly test: Test;
  /** The run to correct; null records a new one. */
  readonly run: TestRun | null;
  /** The runs so far, oldest first; a new one starts from where the last one ran. */
  readonly before: readonly TestRun[];
  /** True when it is already known to have failed. */
  readonly isFailed?: boolean;
  readonly onClose: () => void;
}

export function RunDialog({ test, run, before, isFailed = false, onClose }: RunDialogProps) {
  const { zone } = useGoLive();
  const when = useWhen();
  const hasTarget = targetText(test) !== '';
  const { values, set, bind } = useFields(
    fieldsOf(test, run, before.at(-1), hasTarget && !isFailed ? 'measured' : isFailed ? 'failed' : 'passed'),
  );
  const { ranAt, baseline, result, measured, defectsFound, defectsFixed, criticalOpen, ...words } = values;
  const said = result === 'measured' ? undefined : result;
  const verdict = targetVerdict({ ...test, baseline: baseline ?? test.baseline }, measured);
  const decided = verdict === 'met' || verdict === 'missed' ? verdict : null;
  const counts = { defectsFound: defectsFound ?? 0, defectsFixed: defectsFixed ?? 0, criticalOpen: criticalOpen ?? 0 };
  const isWhole = (said !== undefined || measured !== null) && (run ? ranAt !== null : when.value !== null);

  function send() {
    const fields = { ...words, ...counts, measured, ...(said ? { result: said } : {}) };
    if (run) return act(client.test.correctRun, { runId: run.id, ...fields, ranAt: ranAt ?? run.ranAt }, `Run of ${test.ref} corrected`);
    const base = baseline === null ? {} : { baseline };
    return act(client.test.recordRun, { testId: test.id, ...fields, ...base, occurredAt: when.occurredAt }, `${test.ref} run recorded`);
  }

  return (
    <Dialog
      title={run ? 'Correct a run' : 'Record a run'}
      quiet={`${test.ref} ${test.title}`}
      onClose={onClose}
      submit={{ label: run ? 'Save' : 'Record run', run: send, disabled: !isWhole }}
    >
      {hasTarget && (
        <p className="q2">
          Must be {targetText({ ...test, baseline: baseline ?? test.baseline })}.{' '}
          {decided && <Mark state={stateMarks[decided === 'met' ? 'passed' : 'failed'].state}>{decided === 'met' ? 'Met' : 'Missed'}</Mark>}
        </p>
      )}
      <div className="fields">
        <NumberField
          label="Measured"
          autoFocus={hasTarget && !isFailed}
          unit={test.unit || undefined}
          step={DECIMALS}
          min={-BOUND}
          max={BOUND}
          {...bind('measured')}
        />
        {!run && test.operator !== null && needsBaseline(test.operator) && (
          <NumberField
            label="Before the release"
            unit={test.unit || undefined}
            step={DECIMALS}
            min={-BOUND}
            max={BOUND}
            {...bind('baseline')}
          />
        )}
      </div>
      <ChoiceField label="Result" choices={choicesFor(hasTarget)} value={result} onChange={(value) => set('result', value)} />
      <div className="fields">
        <NumberField label="Defects found" autoFocus={!hasTarget || isFailed} min={0} max={MOST} {...bind('defectsFound')} />
        <NumberField label="Defects fixed" hint="Of all found so far, since the run before" min={0} max={MOST} {...bind('defectsFixed')} />
        <NumberField label="Critical open" min={0} max={MOST} {...bind('criticalOpen')} />
      </div>
      <div className="fields">
        <TextField label="Where" placeholder="staging" {...bind('environment')} />
        <TextField label="Build" placeholder="16.2.0-rc3" {...bind('build')} />
      </div>
      <TextArea label="Remark" rows={2} {...bind('remark')} />
      {run ? (
        <DateTimeField label="When it was run" zone={zone} value={ranAt} onChange={(at) => set('ranAt', at)} />
      ) : (
        <WhenField when={when} label="When it was run" />
      )}
    </Dialog>
  );
}

type Said = TestRun['result'] | 'measured';

function choicesFor(hasTarget: boolean): readonly { value: Said; label: string }[] {
  const words = testResults.map((value) => ({ value, label: stateMarks[value].word }));
  return hasTarget ? [{ value: 'measured', label: 'By what was measured' }, ...words] : words;
}

function fieldsOf(test: Test, run: TestRun | null, last: TestRun | undefined, result: Said) {
  return {
    ranAt: (run?.ranAt ?? null) as number | null,
    measured: run?.measured ?? null,
    baseline: null as number | null,
    result: (run?.result ?? result) as Said,
    defectsFound: (run?.defectsFound ?? null) as number | null,
    defectsFixed: (run?.defectsFixed ?? null) as number | null,
    criticalOpen: (run?.criticalOpen ?? null) as number | null,
    environment: run?.environment ?? last?.environment ?? test.environment,
    build: run?.build ?? last?.build ?? '',
    remark: run?.remark ?? '',
  };
}
