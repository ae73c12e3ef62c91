/** Putting one piece of trouble in by hand. */
import { useMemo, useState } from 'react';
import { refuse } from '../../../shared/base/result.ts';
import { injectionKinds } from '../../../shared/domain/drill/schema.ts';
import { isStrikable } from '../../../shared/domain/drill/trouble.ts';
import { client } from '../../client/client.ts';
import { refusalOf } from '../../store/act.ts';
import { useGoLive, useRows } from '../../store/live.ts';
import { hostNow } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import css from './rehearsal.module.css';

const MINUTE = 60_000;
type Kind = (typeof injectionKinds)[number];
export const kindWords: Readonly<Record<Kind, string>> = {
  failure: 'Failure',
  delay: 'Delay',
  absence: 'Absence',
  'lost connection': 'Lost connection',
};

export function PlaceDialog({ onClose }: { readonly onClose: () => void }) {
  const { id: goLiveId, zone } = useGoLive();
  const rows = useRows();
  const [kind, setKind] = useState<Kind>('failure');
  const [dueAt, setDue] = useState<number | null>(() => Math.ceil((hostNow() + 10 * MINUTE) / MINUTE) * MINUTE);
  const [taskId, setTask] = useState<string | null>(null);
  const [personId, setPerson] = useState<string | null>(null);
  const [minutes, setMinutes] = useState<number | null>(30);
  const [says, setSays] = useState('');
  const isOfTask = kind === 'failure' || kind === 'delay';
  const tasks = useMemo(
    () =>
      [...rows.task.values()]
        .filter(isStrikable)
        .sort((a, b) => a.position - b.position)
        .map(({ id, ref, title }) => ({ value: id, label: `${ref} ${title}` })),
    [rows.task],
  );
  const people = [...rows.person.values()].filter(({ inTeam }) => inTeam).map(({ id, name }) => ({ value: id, label: name }));
  const run = async () => {
    if (dueAt === null) return refuse('no-time', 'Say when it strikes.');
    const lengthMs = kind === 'failure' ? 0 : (minutes ?? 0) * MINUTE;
    try {
      return await client.drill.placeTrouble.mutate({ goLiveId, kind, dueAt, taskId, personId, lengthMs, says });
    } catch (error) {
      return { ok: false as const, refusal: refusalOf(error) };
    }
  };
  return (
    <Dialog title="Put in trouble" quiet="hidden until it strikes" onClose={onClose} submit={{ label: 'Put in', run }}>
      <div className={css.stack}>
        <ChoiceField
          label="Kind"
          value={kind}
          onChange={setKind}
          choices={injectionKinds.map((value) => ({ value, label: kindWords[value] }))}
        />
        {isOfTask ? (
          <SelectField label="Task" value={taskId} onChange={setTask} options={tasks} placeholder="Choose a task" required />
        ) : (
          <SelectField label="Person" value={personId} onChange={setPerson} options={people} placeholder="Choose a person" required />
        )}
        <div className={css.two}>
          <DateTimeField
            label="Strikes"
            hint={isOfTask ? 'or when the task has begun' : 'by the clock of the drill'}
            value={dueAt}
            onChange={setDue}
            zone={zone}
            base={hostNow()}
          />
          {kind !== 'failure' && (
            <NumberField label="Lasts" hint="0 until somebody ends it" value={minutes} onChange={setMinutes} min={0} unit="min" />
          )}
        </div>
        <TextField label="What the team is told" value={says} onChange={setSays} required />
      </div>
    </Dialog>
  );
}
