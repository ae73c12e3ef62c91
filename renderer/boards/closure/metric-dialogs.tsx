/** Measures a metric, or adds one. */
import { metricVerdict, needsBaseline, thresholdText } from '../../../shared/domain/closure/metric.ts';
import { type Metric, metricOperators } from '../../../shared/domain/closure/schema.ts';
import { client } from '../../client/client.ts';
import { operatorLabels } from '../../dialogs/operator-labels.ts';
import { act } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { Mark } from '../../ui/mark.tsx';
import { verdictMarks } from './metrics-panel.tsx';

const DECIMALS = 0.000001;
const BOUND = 1e12;

interface MeasureDialogProps {
  readonly metrics: readonly Metric[];
  /** Preset; null takes the first that is not measured. */
  readonly metricId: string | null;
  readonly onClose: () => void;
}

export function MeasureDialog({ metrics, metricId, onClose }: MeasureDialogProps) {
  const preset = metrics.find(({ id }) => id === metricId) ?? metrics.find(({ actual }) => actual === null) ?? metrics[0];
  const { values, set, bind } = useFields(fieldsOf(preset));
  const metric = metrics.find(({ id }) => id === values.metricId);
  const { actual, baseline, comment } = values;
  const measured = metric && { ...metric, actual, baseline: baseline ?? metric.baseline };
  const [state, word] = verdictMarks[measured ? metricVerdict(measured) : 'not measured'];

  function choose(id: string | null) {
    const next = fieldsOf(metrics.find((each) => each.id === id));
    for (const name of ['metricId', 'actual', 'baseline', 'comment'] as const) set(name, next[name]);
  }

  async function run() {
    const fields = { metricId: values.metricId ?? '', actual: actual ?? 0, comment, ...(baseline === null ? {} : { baseline }) };
    return act(client.closure.measureMetric, fields, `${metric?.title} measured`);
  }

  return (
    <Dialog title="Measure" onClose={onClose} submit={{ label: 'Record measurement', run, disabled: !metric || actual === null }}>
      <SelectField
        label="Metric"
        required
        value={values.metricId}
        onChange={choose}
        options={metrics.map(({ id, title }) => ({ value: id, label: title }))}
      />
      {metric && (
        <p className="q2">
          Must be {thresholdText({ ...metric, baseline: baseline ?? metric.baseline })}. <Mark state={state}>{word}</Mark>
        </p>
      )}
      <div className="fields" key={values.metricId}>
        <NumberField label="Measured" required autoFocus unit={metric?.unit} step={DECIMALS} min={-BOUND} max={BOUND} {...bind('actual')} />
        {metric && needsBaseline(metric.operator) && (
          <NumberField label="Baseline" required unit={metric.unit} step={DECIMALS} min={-BOUND} max={BOUND} {...bind('baseline')} />
        )}
      </div>
      <TextArea label="Comment" hint="How it was measured" rows={2} {...bind('comment')} />
    </Dialog>
  );
}

function fieldsOf(metric: Metric | undefined) {
  return {
    metricId: (metric?.id ?? null) as string | null,
    actual: metric?.actual ?? null,
    baseline: metric?.baseline ?? null,
    comment: metric?.comment ?? '',
  };
}

export function AddMetricDialog({ onClose }: { readonly onClose: () => void }) {
  const { values, bind } = useFields({
    title: '',
    unit: '',
    operator: '>=' as Metric['operator'] | null,
    target: null as number | null,
    baseline: null as number | null,
  });
  const { title, unit, operator, target, baseline } = values;
  const isHeldAgainstTarget = operator !== 'no increase';

  async function run() {
    return act(client.closure.addMetric, { title, unit, operator: operator ?? '>=', target: target ?? 0, baseline }, `${title} added`);
  }

  const isWhole = title.trim() !== '' && operator !== null && (target !== null || !isHeldAgainstTarget);
  return (
    <Dialog title="Add a metric" onClose={onClose} submit={{ label: 'Add metric', run, disabled: !isWhole }}>
      <TextField label="What is measured" required autoFocus {...bind('title')} />
      <div className="fields">
        <SelectField
          label="Must be"
          required
          options={metricOperators.map((each) => ({ value: each, label: operatorLabels[each] }))}
          {...bind('operator')}
        />
        {isHeldAgainstTarget && (
          <NumberField
            label={operator === 'within percent of baseline' ? 'Percent' : 'Threshold'}
            required
            step={DECIMALS}
            min={-BOUND}
            max={BOUND}
            {...bind('target')}
          />
        )}
        <TextField label="Unit" placeholder="%, min, ms" {...bind('unit')} />
      </div>
      {operator !== null && needsBaseline(operator) && (
        <NumberField
          label="Baseline"
          hint="May be entered with the measurement"
          step={DECIMALS}
          min={-BOUND}
          max={BOUND}
          {...bind('baseline')}
        />
      )}
    </Dialog>
  );
}
