/** Asks a person for a PIN of their own, or for a new one. */
import type { Person } from '../../shared/domain/roster/schema.ts';
import { client } from '../client/client.ts';
import { act } from '../store/act.ts';
import { Dialog } from '../ui/dialog.tsx';
import { PinField } from '../ui/fields/pin-field.tsx';
import { useFields } from '../ui/fields/use-fields.ts';

export const LEAST_DIGITS = 4;

export function PinDialog({ person, onClose }: { readonly person: Person; readonly onClose: () => void }) {
  const { values, bind } = useFields({ present: '', pin: '' });
  const hasPin = person.pinSetAt !== null;
  const isShort = values.pin.length < LEAST_DIGITS || (hasPin && values.present.length < LEAST_DIGITS);
  const run = () => act(client.roster.setPin, { personId: person.id, pin: values.pin, ...(hasPin ? { present: values.present } : {}) });
  return (
    <Dialog
      title={hasPin ? 'Change PIN' : 'Set PIN'}
      quiet={person.name}
      onClose={onClose}
      submit={{ label: 'Set PIN', run, disabled: isShort }}
      size="narrow"
    >
      <p className="q2">Proves that a sealed call or an approval is yours, on any screen. Nobody can read it; a manager can clear it.</p>
      {hasPin && <PinField label="Present PIN" required autoFocus {...bind('present')} />}
      <PinField label="New PIN" hint="Four to twelve digits." required autoFocus={!hasPin} {...bind('pin')} />
    </Dialog>
  );
}
