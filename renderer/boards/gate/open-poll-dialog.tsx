/** Asks how long a sealed poll waits for its calls. */
import { useState } from 'react';
import type { Gate } from '../../../shared/domain/gate/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { hostNow } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';

const MINUTE_MS = 60_000;

export function OpenPollDialog({ gate, onClose }: { readonly gate: Gate; readonly onClose: () => void }) {
  const [minutes, setMinutes] = useState<number | null>(10);
  const run = () => act(client.gate.openPoll, { gateId: gate.id, closesAt: minutes === null ? null : hostNow() + minutes * MINUTE_MS });
  return (
    <Dialog
      title="Open sealed poll"
      quiet={`${gate.ref} ${gate.title}`}
      onClose={onClose}
      submit={{ label: 'Open the poll', run }}
      size="narrow"
    >
      <p className="q2">
        Each position calls with its PIN, on its own screen or here. Nobody sees a call, the host's own screen included, until all are in or
        the time is up. Then they are revealed together, with the evidence of that moment.
      </p>
      <NumberField
        label="Reveal after"
        hint="Empty: only when all are in."
        unit="min"
        min={1}
        max={1_440}
        autoFocus
        value={minutes}
        onChange={setMinutes}
      />
    </Dialog>
  );
}
