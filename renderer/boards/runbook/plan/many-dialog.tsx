/** One change for many tasks, saved as one act, with what it does to the night before it is saved. */
import { useMemo } from 'react';
import { phaseTitle } from '../../../../shared/domain/playbook/of-go-live.ts';
import { editsForMany, type ManyChange } from '../../../../shared/domain/runbook/plan/many.ts';
import { withInside } from '../../../../shared/domain/runbook/plan/order.ts';
import { runsIn, timings } from '../../../../shared/domain/runbook/schema.ts';
import { client } from '../../../client/client.ts';
import { act } from '../../../store/act.ts';
import { useRows } from '../../../store/live.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { PeopleField } from '../../../ui/fields/people-field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { useFields } from '../../../ui/fields/use-fields.ts';
import { ImpactWords } from './impact-words.tsx';
import css from './plan.module.css';
import { useImpact } from './use-impact.ts';

const MINUTE = 60_000;
const ownerWays = [
  { value: 'too', label: 'added to the owners' },
  { value: 'instead', label: 'in place of the owners' },
] as const;
const said = <Word extends string>(words: readonly Word[]) => words.map((value) => ({ value, label: value }));

export function ManyDialog({ taskIds, onClose }: { readonly taskIds: readonly string[]; readonly onClose: () => void }) {
  const rows = useRows();
  const form = useFields({
    shift: null as number | null,
    percent: null as number | null,
    stream: '',
    phase: null as string | null,
    timing: null as (typeof timings)[number] | null,
    runIn: null as (typeof runsIn)[number] | null,
    ownerIds: [] as readonly string[],
    ownersHow: 'too' as 'too' | 'instead' | null,
  });
  const { shift, percent, stream, phase, timing, runIn, ownerIds, ownersHow } = form.values;
  const edits = useMemo(() => {
    const change: ManyChange = {
      ...(stream.trim() !== '' && { stream: stream.trim() }),
      ...(phase !== null && { phase }),
      ...(timing !== null && { timing }),
      ...(runIn !== null && { runIn }),
      ...(ownerIds.length > 0 && { owners: { ids: ownerIds, how: ownersHow ?? 'too' } }),
      ...(shift !== null && { shiftMs: Math.round(shift * MINUTE) }),
      ...(percent !== null && percent > 0 && { stretch: percent / 100 }),
    };
    return editsForMany(rows, taskIds, change);
  }, [rows, taskIds, shift, percent, stream, phase, timing, runIn, ownerIds, ownersHow]);
  const command = useMemo(() => ({ edits, added: [] }), [edits]);
  const foreseen = useImpact(command);
  const all = withInside(rows, taskIds).length;
  const phases = [...new Set([...rows.task.values()].map((task) => task.phase))].filter(Boolean);
  const people = [...rows.person.values()].filter(({ inTeam }) => inTeam).map(({ id, name }) => ({ id, name }));
  const run = () => act(client.plan.editTasks, command, `${edits.length} ${edits.length === 1 ? 'task' : 'tasks'} changed`);
  return (
    <Dialog
      title="Change many tasks"
      quiet={`${all} ${all === 1 ? 'task' : 'tasks'}, with all in their groups`}
      size="wide"
      onClose={onClose}
      submit={{ label: `Change ${edits.length}`, run, disabled: edits.length === 0 }}
    >
      <p className="q2">What is left empty stays as it is.</p>
      <div className={css.two}>
        <NumberField
          label="Move start by"
          unit="min"
          hint="Negative is earlier. Tasks without a planned start stay."
          autoFocus
          {...form.bind('shift')}
        />
        <NumberField label="Duration becomes" unit="%" min={1} max={1_000} hint="150 makes 20 minutes 30." {...form.bind('percent')} />
        <TextField label="Stream" {...form.bind('stream')} />
        <SelectField
          label="Phase"
          clearable
          options={phases.map((value) => ({ value, label: phaseTitle(rows, value) }))}
          {...form.bind('phase')}
        />
        <SelectField label="Timing" clearable options={said(timings)} {...form.bind('timing')} />
        <SelectField label="Run in" clearable options={said(runsIn)} {...form.bind('runIn')} />
        <PeopleField label="Owners" people={people} {...form.bind('ownerIds')} />
        <SelectField label="They are" options={ownerWays} {...form.bind('ownersHow')} />
      </div>
      {edits.length > 0 ? <ImpactWords foreseen={foreseen} /> : <p className="q2">Nothing changes yet.</p>}
    </Dialog>
  );
}
