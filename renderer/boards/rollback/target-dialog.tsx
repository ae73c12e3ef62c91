/** Asks how long a rollback of this go-live may take. */
import { useState } from 'react';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';

const MINUTE = 60_000;

export function TargetDialog({ onClose }: { readonly onClose: () => void }) {
  const { rollbackTargetMs } = useGoLive();
  const [minutes, setMinutes] = useState<number | null>(rollbackTargetMs === null ? null : rollbackTargetMs / MINUTE);
  const targetMs = minutes === null ? null : Math.round(minutes * MINUTE);
  return (
    <Dialog
      title="Target of a rollback"
      onClose={onClose}
      size="narrow"
      submit={{
        label: 'Set',
        run: () => act(client.rollback.setTarget, { targetMs }, 'Target set'),
        disabled: targetMs === rollbackTargetMs,
      }}
    >
      <NumberField
        label="A rollback may take"
        hint="From the decision until the prior state is back. Empty: no target."
        unit="min"
        min={0}
        max={100_000}
        step={0.5}
        autoFocus
        value={minutes}
        onChange={setMinutes}
      />
    </Dialog>
  );
}
