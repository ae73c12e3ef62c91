/** Settings of a go-live: its facts, its times, its answers, the record it lies in. Managers change them, others read. */
import { useState } from 'react';
import type { GoLive } from '../../../shared/domain/go-live/schema.ts';
import { playbookOf } from '../../../shared/domain/playbook/of-go-live.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive, useRole, useTable } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { AnswersDialog } from './answers.tsx';
import { AnswersPanel } from './answers-panel.tsx';
import css from './go-live.module.css';
import { MoveTZero } from './move-t-zero.tsx';
import { RecordPanel } from './record-panel.tsx';
import { StartCutover } from './start-cutover.tsx';
import { TimesPanel } from './times-panel.tsx';
import { zonesWith } from './zones.ts';

type Editable =
  | 'name'
  | 'system'
  | 'release'
  | 'description'
  | 'zone'
  | 'secondZone'
  | 'tZeroMeans'
  | 'windowStart'
  | 'windowEnd'
  | 'trainingTarget';
/** Null while what is written cannot be read. */
type Touched = { readonly [Field in Editable]?: GoLive[Field] | null };

export function GoLiveSettings({ onClose }: { readonly onClose: () => void }) {
  const goLive = useGoLive();
  const mayLead = useRole() === 'manager';
  const isOver = goLive.stage === 'closed' || goLive.stage === 'scrubbed';
  const mayEdit = mayLead && !isOver;
  const [asking, setAsking] = useState<'move' | 'start' | 'answers' | null>(null);
  const playbookCopy = useTable('playbookCopy');
  const playbook = playbookOf({ playbookCopy });
  // Only what was touched here is sent: what others change meanwhile stays as they left it.
  const [touched, setTouched] = useState<Touched>({});
  const tie = <Field extends Editable>(field: Field) => ({
    value: (touched[field] === undefined ? goLive[field] : touched[field]) as GoLive[Field],
    onChange: (value: GoLive[Field] | null) => setTouched((before) => ({ ...before, [field]: value })),
    disabled: !mayEdit,
  });
  const changed = Object.entries(touched).filter(([field, value]) => value !== goLive[field as Editable]);
  const isWhole = changed.every(([field, value]) => value !== null && (mayBeEmpty.has(field) || value !== ''));
  const save = () => act(client.goLive.edit, Object.fromEntries(changed), 'Settings saved');
  if (asking === 'move') return <MoveTZero onClose={() => setAsking(null)} />;
  if (asking === 'start') return <StartCutover onClose={() => setAsking(null)} />;
  if (asking === 'answers' && playbook) return <AnswersDialog playbook={playbook} onClose={() => setAsking(null)} />;
  const zone = tie('zone').value;
  const second = tie('secondZone');
  return (
    <Dialog
      title="Settings"
      quiet={goLive.ref}
      size="wide"
      onClose={onClose}
      submit={mayEdit ? { label: 'Save', disabled: changed.length === 0 || !isWhole, run: save } : undefined}
    >
      {!mayEdit && (
        <p className="q2">
          {isOver
            ? `${goLive.ref} is ${goLive.stage}: its settings stand as they are.`
            : 'A manager changes these; this screen reads them.'}
        </p>
      )}
      <div className={css.two}>
        <TextField label="Name" required autoFocus {...tie('name')} />
        <TextField label="System" required {...tie('system')} />
        <TextField label="Release" {...tie('release')} />
        <TextField label="What T-0 marks" required {...tie('tZeroMeans')} />
        <SelectField label="Zone" hint="Times are shown in it; the instants stay." options={zonesWith(zone)} {...tie('zone')} />
        <SelectField
          label="Second zone"
          hint="Shown beside the first on the wall, in the header and over the Gantt."
          placeholder="None"
          clearable
          options={zonesWith(second.value || 'UTC')}
          value={second.value || null}
          onChange={(next) => second.onChange(next ?? '')}
          disabled={second.disabled}
        />
        <NumberField
          label="Training target"
          hint="Share of the required training to be reached."
          unit="%"
          min={0}
          max={100}
          {...tie('trainingTarget')}
        />
        <DateTimeField label="Change window from" required zone={zone} {...tie('windowStart')} />
        <DateTimeField label="Change window to" required zone={zone} {...tie('windowEnd')} />
      </div>
      <TextArea label="Description" rows={2} {...tie('description')} />
      <TimesPanel goLive={goLive} mayEdit={mayEdit} onAsk={setAsking} />
      {playbook && <AnswersPanel playbook={playbook} mayEdit={mayEdit} onAsk={() => setAsking('answers')} />}
      <RecordPanel mayBackUp={mayLead} />
    </Dialog>
  );
}

const mayBeEmpty: ReadonlySet<string> = new Set<Editable>(['release', 'description', 'secondZone']);
