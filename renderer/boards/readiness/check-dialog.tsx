/** Asks for a new check, or for what changes on one. */
import { formatOffset } from '../../../shared/base/time-words.ts';
import { type Criticality, criticalities } from '../../../shared/domain/readiness/criticality.ts';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useLive, useRows, useTimes } from '../../store/live.ts';
import { select } from '../../store/route.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField } from '../../ui/fields/check-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { areasOf, criticalityMarks, ownersOf, phasesOf } from './groups.ts';

interface CheckDialogProps {
  /** Null for a new one. */
  readonly check: Check | null;
  /** The area a new one starts with; empty for none. */
  readonly area?: string;
  readonly onClose: () => void;
}

/** Stands for an area that is not in the list; no area can be named so. */
const ANOTHER = '';

export function CheckDialog({ check, area = '', onClose }: CheckDialogProps) {
  const rows = useRows();
  const { zone, tZeroAt } = useTimes();
  const areas = areasOf(rows);
  const { values, set, bind } = useFields({
    title: check?.title ?? '',
    detail: check?.detail ?? '',
    area: (check?.area ?? area) as string | null,
    newArea: '',
    phase: check?.phase || null,
    ownerId: check?.ownerId ?? null,
    criticality: (check?.criticality ?? 'normal') as Criticality | null,
    needsVerification: check?.needsVerification ?? false,
    dueAt: check?.dueOffset === undefined || check.dueOffset === null ? null : tZeroAt + check.dueOffset,
  });
  const isAnother = values.area === ANOTHER && areas.length > 0;
  const chosenArea = (isAnother || areas.length === 0 ? values.newArea : (values.area ?? '')).trim();

  async function run() {
    const fields = {
      title: values.title,
      detail: values.detail,
      area: chosenArea,
      phase: values.phase ?? '',
      ownerId: values.ownerId,
      criticality: values.criticality ?? 'normal',
      needsVerification: values.needsVerification,
      dueOffset: values.dueAt === null ? null : values.dueAt - tZeroAt,
    };
    if (check) return act(client.readiness.editCheck, { checkId: check.id, ...fields }, `${check.ref} edited`);
    const outcome = await act(client.readiness.addCheck, fields, 'Check added');
    if (outcome.ok && outcome.rowId) showWhenHere(outcome.rowId);
    return outcome;
  }

  return (
    <Dialog
      title={check ? 'Edit check' : 'New check'}
      quiet={check?.ref}
      onClose={onClose}
      submit={{ label: check ? 'Save' : 'Add check', run, disabled: values.title.trim() === '' || chosenArea === '' }}
    >
      <TextField label="What must hold" placeholder="Backups restored on staging" required autoFocus {...bind('title')} />
      <TextArea label="How it is proven" {...bind('detail')} />
      <div className="fields">
        {areas.length > 0 && (
          <SelectField
            label="Area"
            required
            options={[...areas.map((name) => ({ value: name, label: name })), { value: ANOTHER, label: 'Another area' }]}
            {...bind('area')}
          />
        )}
        {(isAnother || areas.length === 0) && <TextField label="Name of the area" required {...bind('newArea')} />}
        <SelectField
          label="Phase"
          clearable
          options={phasesOf(rows).map(({ key, title }) => ({ value: key as string, label: title }))}
          {...bind('phase')}
        />
        <SelectField label="Owner" clearable options={ownersOf(rows, [check?.ownerId ?? null])} {...bind('ownerId')} />
        <SelectField
          label="Weight"
          required
          options={criticalities.map((value) => ({ value, label: criticalityMarks[value].word }))}
          {...bind('criticality')}
        />
      </div>
      <DateTimeField
        label="Due"
        hint={values.dueAt === null ? 'Empty: no due time.' : `${formatOffset(values.dueAt - tZeroAt)}; it moves when T-0 moves.`}
        zone={zone}
        base={tZeroAt}
        value={values.dueAt}
        onChange={(at) => set('dueAt', at)}
      />
      <CheckField
        label="Passes only after somebody else has verified it"
        checked={values.needsVerification}
        onChange={(needed) => set('needsVerification', needed)}
      />
    </Dialog>
  );
}

/** The row comes with the entry, which may be here before or after the answer. */
function showWhenHere(id: string): void {
  const show = () => {
    const ref = useLive.getState().rows.check.get(id)?.ref;
    if (ref) select(ref);
    return ref !== undefined;
  };
  if (show()) return;
  const stop = useLive.subscribe(() => {
    if (show()) stop();
  });
  setTimeout(stop, 5_000);
}
