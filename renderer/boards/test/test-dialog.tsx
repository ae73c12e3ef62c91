/** Adds a test, or edits one. */
import { needsBaseline } from '../../../shared/domain/closure/metric.ts';
import { metricOperators } from '../../../shared/domain/closure/schema.ts';
import { type Test, testKinds } from '../../../shared/domain/readiness/test-schema.ts';
import { client } from '../../client/client.ts';
import { operatorLabels } from '../../dialogs/operator-labels.ts';
import { act } from '../../store/act.ts';
import { useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { kindWords, phasesOf } from './lines.ts';

const BOUND = 1e12;
const figure = { step: 0.000001, min: -BOUND, max: BOUND };

interface TestDialogProps {
  /** Null adds a new one. */
  readonly test: Test | null;
  /** Preset of a new one. */
  readonly kind?: Test['kind'];
  readonly onClose: () => void;
}

export function TestDialog({ test, kind, onClose }: TestDialogProps) {
  const rows = useRows();
  const { values, bind } = useFields({
    title: test?.title ?? '',
    detail: test?.detail ?? '',
    kind: (test?.kind ?? kind ?? 'other') as Test['kind'] | null,
    phase: (test?.phase || null) as string | null,
    ownerId: test?.ownerId ?? null,
    checkId: test?.checkId ?? null,
    environment: test?.environment ?? '',
    operator: test?.operator ?? null,
    target: test?.target ?? null,
    unit: test?.unit ?? '',
    baseline: test?.baseline ?? null,
  });
  const { operator, target, title } = values;
  const hasTarget = operator !== null && operator !== 'no increase';
  const isWhole = title.trim() !== '' && values.kind !== null && (!hasTarget || target !== null);
  const people = [...rows.person.values()].filter(({ inTeam, id }) => inTeam || id === test?.ownerId);

  function run() {
    const isRelative = operator !== null && needsBaseline(operator);
    const fields = {
      ...values,
      kind: values.kind ?? 'other',
      phase: values.phase ?? '',
      target: hasTarget ? target : null,
      baseline: isRelative ? values.baseline : null,
    };
    if (test) return act(client.test.editTest, { testId: test.id, ...fields }, `${test.ref} edited`);
    return act(client.test.addTest, fields, 'Test added');
  }

  return (
    <Dialog
      title={test ? 'Edit test' : 'New test'}
      quiet={test?.ref}
      onClose={onClose}
      submit={{ label: test ? 'Save' : 'Add test', run, disabled: !isWhole }}
    >
      <TextField label="What is tested" placeholder="Month-end posting under load" required autoFocus {...bind('title')} />
      <TextArea label="How it is run" rows={2} {...bind('detail')} />
      <div className="fields">
        <SelectField label="Kind" required options={testKinds.map((value) => ({ value, label: kindWords(value) }))} {...bind('kind')} />
        <SelectField
          label="Phase"
          clearable
          options={phasesOf(rows).map((phase) => ({ value: phase.key as string, label: phase.title }))}
          {...bind('phase')}
        />
        <SelectField
          label="Owner"
          clearable
          options={people.sort((a, b) => a.name.localeCompare(b.name)).map(({ id, name }) => ({ value: id as string, label: name }))}
          {...bind('ownerId')}
        />
        <TextField label="Where it is run" placeholder="staging" {...bind('environment')} />
      </div>
      <div className="fields">
        <SelectField
          label="Must be"
          clearable
          placeholder="a person says whether it passed"
          options={metricOperators.map((value) => ({ value, label: operatorLabels[value] }))}
          {...bind('operator')}
        />
        {hasTarget && (
          <NumberField label={operator === 'within percent of baseline' ? 'Percent' : 'Target'} required {...figure} {...bind('target')} />
        )}
        {operator !== null && needsBaseline(operator) && (
          <NumberField label="Before the release" hint="May be entered with the first run" {...figure} {...bind('baseline')} />
        )}
        {operator !== null && <TextField label="Unit" placeholder="ms, %, errors" {...bind('unit')} />}
      </div>
      <SelectField
        label="Check it measures"
        clearable
        options={[...rows.check.values()].map(({ id, ref, title: words }) => ({ value: id as string, label: `${ref} ${words}` }))}
        {...bind('checkId')}
      />
    </Dialog>
  );
}
