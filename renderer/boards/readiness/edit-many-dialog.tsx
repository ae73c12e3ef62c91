/** Asks what changes on several checks at once; what is left empty stays as it is on each. */
import { type Criticality, criticalities } from '../../../shared/domain/readiness/criticality.ts';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import type { Outcome } from '../../client/client.ts';
import { useRows, useTimes } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { areasOf, criticalityMarks, ownersOf, phasesOf } from './groups.ts';

interface Edited {
  readonly ownerId?: string;
  readonly area?: string;
  readonly phase?: string;
  readonly criticality?: Criticality;
  readonly needsVerification?: boolean;
  readonly dueOffset?: number;
}

interface EditManyDialogProps {
  readonly checks: readonly Check[];
  readonly run: (edited: Edited) => Promise<Outcome>;
  readonly onClose: () => void;
}

const AS_IT_IS = 'As it is on each';

export function EditManyDialog({ checks, run, onClose }: EditManyDialogProps) {
  const rows = useRows();
  const { zone, tZeroAt } = useTimes();
  const { values, bind } = useFields({
    ownerId: null as string | null,
    area: null as string | null,
    phase: null as string | null,
    criticality: null as Criticality | null,
    verification: null as 'needed' | 'not needed' | null,
    dueAt: null as number | null,
  });
  const isEmpty = Object.values(values).every((value) => value === null);
  const submit = () =>
    run({
      ownerId: values.ownerId ?? undefined,
      area: values.area ?? undefined,
      phase: values.phase ?? undefined,
      criticality: values.criticality ?? undefined,
      needsVerification: values.verification === null ? undefined : values.verification === 'needed',
      dueOffset: values.dueAt === null ? undefined : values.dueAt - tZeroAt,
    });
  const left = { placeholder: AS_IT_IS, clearable: true } as const;
  return (
    <Dialog
      title="Edit checks"
      quiet={`${checks.length} checks`}
      onClose={onClose}
      submit={{ label: 'Save', run: submit, disabled: isEmpty }}
    >
      <div className="fields">
        <SelectField label="Owner" {...left} options={ownersOf(rows)} {...bind('ownerId')} />
        <SelectField label="Area" {...left} options={areasOf(rows).map((name) => ({ value: name, label: name }))} {...bind('area')} />
        <SelectField
          label="Phase"
          {...left}
          options={phasesOf(rows).map(({ key, title }) => ({ value: key as string, label: title }))}
          {...bind('phase')}
        />
        <SelectField
          label="Weight"
          {...left}
          options={criticalities.map((value) => ({ value, label: criticalityMarks[value].word }))}
          {...bind('criticality')}
        />
        <SelectField
          label="Verification"
          {...left}
          options={[
            { value: 'needed', label: 'Needed' },
            { value: 'not needed', label: 'Not needed' },
          ]}
          {...bind('verification')}
        />
      </div>
      <DateTimeField label="Due" hint="Empty: as it is on each. It moves when T-0 moves." zone={zone} base={tZeroAt} {...bind('dueAt')} />
    </Dialog>
  );
}
