/** Asks for a sealed call: position, go or no-go, the reason, and the PIN of who calls. Typed words stay in this dialog only. */
import { type Call, calls, type Gate, type Poll } from '../../../shared/domain/gate/schema.ts';
import { type PollSeat, pollSeats } from '../../../shared/domain/gate/sealed-poll.ts';
import { client } from '../../client/client.ts';
import { LEAST_DIGITS } from '../../dialogs/pin-dialog.tsx';
import { act } from '../../store/act.ts';
import { useMe, useRows } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { PinField } from '../../ui/fields/pin-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { callMarks } from './marks.ts';

interface CastDialogProps {
  readonly gate: Gate;
  readonly poll: Poll;
  /** Null starts with the position of who sits here, else with the first that is awaited. */
  readonly position: string | null;
  readonly onClose: () => void;
}

const choices = calls.map((call) => ({ value: call, label: callMarks[call].word }));

export function CastDialog({ gate, poll, position, onClose }: CastDialogProps) {
  const rows = useRows();
  const me = useMe();
  const awaitedSeats = pollSeats(rows, poll).filter(({ sealed }) => sealed === null);
  const isMine = ({ holders }: PollSeat) => holders.some(({ id }) => id === me);
  const first = awaitedSeats.find((seat) => seat.position === position) ?? awaitedSeats.find(isMine) ?? awaitedSeats[0];
  const { values, set, bind } = useFields({
    position: (first?.position ?? null) as string | null,
    personId: null as string | null,
    call: null as Call['call'] | null,
    reason: '',
    pin: '',
  });
  const seat = awaitedSeats.find((each) => each.position === values.position);
  const person =
    seat?.holders.find(({ id }) => id === values.personId) ?? seat?.holders.find(({ id }) => id === me) ?? seat?.holders[0] ?? null;
  const setsPin = person !== null && person.pinSetAt === null && person.id === me;
  const isReady = seat && person && values.call !== null && values.reason.trim() !== '' && values.pin.length >= LEAST_DIGITS;

  async function run() {
    if (!seat || !person || values.call === null) throw new Error('the call is not complete');
    const { call, reason, pin } = values;
    if (setsPin) {
      const set = await act(client.roster.setPin, { personId: person.id, pin });
      if (!set.ok) return set;
    }
    return act(client.gate.castCall, { pollId: poll.id, position: seat.position, personId: person.id, call, reason, pin });
  }

  return (
    <Dialog
      title="Sealed call"
      quiet={`${gate.ref} ${gate.title}`}
      onClose={onClose}
      submit={{ label: 'Seal the call', run, disabled: !isReady }}
    >
      <SelectField
        label="Position"
        required
        options={awaitedSeats.map((each) => ({ value: each.position, label: each.title }))}
        value={seat?.position ?? null}
        onChange={(next) => {
          set('position', next);
          set('personId', null);
        }}
      />
      {seat && seat.holders.length > 1 && (
        <SelectField
          label="Who calls"
          required
          options={seat.holders.map(({ id, name }) => ({ value: id as string, label: name }))}
          value={person?.id ?? null}
          onChange={(next) => set('personId', next)}
        />
      )}
      <ChoiceField label="Call" choices={choices} value={values.call ?? ('' as Call['call'])} onChange={(next) => set('call', next)} />
      <TextArea label="Reason" hint="Read by all after the reveal." required maxLength={2_000} {...bind('reason')} />
      <Pin seat={seat} person={person} setsPin={setsPin}>
        <PinField
          label={setsPin ? 'Choose a PIN' : `PIN of ${person?.name ?? 'who calls'}`}
          hint={setsPin ? 'Four to twelve digits. You need it for every sealed call and approval.' : undefined}
          required
          {...bind('pin')}
        />
      </Pin>
      <p className="q2 small">Once sealed it cannot be changed or made again.</p>
    </Dialog>
  );
}

interface PinProps {
  readonly seat: PollSeat | undefined;
  readonly person: PollSeat['holders'][number] | null;
  readonly setsPin: boolean;
  readonly children: React.ReactNode;
}

function Pin({ seat, person, setsPin, children }: PinProps) {
  if (seat && !person) return <p className="q2">Nobody holds the role {seat.title}. Assign it in the roster first.</p>;
  if (person && person.pinSetAt === null && !setsPin) {
    return (
      <p className="q2">
        {person.name} has no PIN yet and sets one first, on a screen that says it is {person.name}.
      </p>
    );
  }
  return children;
}
