/** Settings of a go-live: its facts, its times, the record it lies in. */
import { useState } from 'react';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive, useRole } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import css from './go-live.module.css';
import { MoveTZero } from './move-t-zero.tsx';
import { RecordPanel } from './record-panel.tsx';
import { StartCutover } from './start-cutover.tsx';
import { zones } from './zones.ts';

export function GoLiveSettings({ onClose }: { readonly onClose: () => void }) {
  const goLive = useGoLive();
  const mayLead = useRole() === 'manager';
  const [asking, setAsking] = useState<'move' | 'start' | null>(null);
  const form = useFields({
    name: goLive.name,
    system: goLive.system,
    release: goLive.release,
    description: goLive.description,
    zone: goLive.zone as string | null,
    tZeroMeans: goLive.tZeroMeans,
    windowStart: goLive.windowStart as number | null,
    windowEnd: goLive.windowEnd as number | null,
    trainingTarget: goLive.trainingTarget as number | null,
  });
  const { values, bind } = form;
  const isWhole = values.windowStart !== null && values.windowEnd !== null && values.trainingTarget !== null && values.name.trim() !== '';
  const save = () => {
    const { windowStart, windowEnd, trainingTarget, zone, ...words } = values;
    const fields = {
      ...words,
      zone: zone ?? goLive.zone,
      windowStart: windowStart ?? undefined,
      windowEnd: windowEnd ?? undefined,
      trainingTarget: trainingTarget ?? undefined,
    };
    return act(client.goLive.edit, fields, 'Settings saved');
  };
  if (asking === 'move') return <MoveTZero onClose={() => setAsking(null)} />;
  if (asking === 'start') return <StartCutover onClose={() => setAsking(null)} />;
  return (
    <Dialog
      title="Settings"
      quiet={goLive.ref}
      size="wide"
      onClose={onClose}
      submit={mayLead ? { label: 'Save', disabled: !isWhole, run: save } : undefined}
    >
      <fieldset disabled={!mayLead} className={css.group}>
        <div className={css.two}>
          <TextField label="Name" required autoFocus {...bind('name')} />
          <TextField label="System" required {...bind('system')} />
          <TextField label="Release" {...bind('release')} />
          <TextField label="What T-0 marks" required {...bind('tZeroMeans')} />
          <SelectField label="Zone" options={zones()} {...bind('zone')} />
          <NumberField label="Training target" unit="%" min={0} max={100} {...bind('trainingTarget')} />
          <DateTimeField label="Change window from" zone={values.zone ?? goLive.zone} {...bind('windowStart')} />
          <DateTimeField label="Change window to" zone={values.zone ?? goLive.zone} {...bind('windowEnd')} />
        </div>
        <TextArea label="Description" rows={2} {...bind('description')} />
      </fieldset>
      {mayLead && (
        <div className="btns">
          {goLive.stage === 'planning' && <Button onClick={() => setAsking('start')}>Start the cutover</Button>}
          <Button onClick={() => setAsking('move')}>Move T-0</Button>
        </div>
      )}
      <RecordPanel mayBackUp={mayLead} />
    </Dialog>
  );
}
