/** Asks for a position's call. A manager may enter it for who holds the position; the entry says so. */
import type { PollLine } from '../../../shared/domain/gate/poll.ts';
import { type Call, calls, type Gate } from '../../../shared/domain/gate/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useMe, useRole, useTimes } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { callMarks } from './marks.ts';

interface CallDialogProps {
  readonly gate: Gate;
  readonly poll: readonly PollLine[];
  /** Null starts with the position of who sits here, else with the first that is awaited. */
  readonly position: string | null;
  readonly onClose: () => void;
}

const choices = calls.map((call) => ({ value: call, label: callMarks[call].word }));

export function CallDialog({ gate, poll, position, onClose }: CallDialogProps) {
  const me = useMe();
  const isManager = useRole() === 'manager';
  const { zone } = useTimes();
  const holds = ({ holders }: PollLine) => holders.some(({ id }) => id === me);
  const first = poll.find((line) => line.position === position) ?? poll.find(holds) ?? poll.find(({ call }) => call === null) ?? poll[0];
  const { values, set, bind } = useFields({
    position: (first?.position ?? null) as string | null,
    personId: null as string | null,
    call: (first?.call?.call ?? 'go') as Call['call'],
    reason: first?.call?.reason ?? '',
    occurredAt: null as number | null,
  });
  const line = poll.find((each) => each.position === values.position);
  const isMine = line !== undefined && holds(line);
  const personId = isMine ? me : (values.personId ?? line?.holders[0]?.id ?? null);
  const needsReason = values.call !== 'go';

  function run() {
    const fields = {
      gateId: gate.id,
      position: values.position ?? '',
      call: values.call,
      reason: values.reason,
      occurredAt: values.occurredAt ?? undefined,
    };
    const said = `${line?.title ?? 'Position'}: ${callMarks[values.call].word.toLowerCase()}`;
    return act(client.gate.callGate, isMine || personId === null ? fields : { ...fields, personId }, said);
  }

  return (
    <Dialog
      title="Call"
      quiet={`${gate.ref} ${gate.title}`}
      onClose={onClose}
      submit={{ label: 'Record the call', run, disabled: line === undefined || (needsReason && values.reason.trim() === '') }}
    >
      <ChoiceField label="Call" choices={choices} {...bind('call')} />
      <SelectField
        label="Position"
        required
        options={poll.map((each) => ({ value: each.position, label: each.title }))}
        value={values.position}
        onChange={(next) => {
          set('position', next);
          set('personId', null);
        }}
      />
      {line && !isMine && <Whose line={line} isManager={isManager} personId={personId} onChange={(id) => set('personId', id)} />}
      <TextArea
        label={values.call === 'go with conditions' ? 'Under which conditions' : 'Reason'}
        required={needsReason}
        maxLength={2_000}
        {...bind('reason')}
      />
      <DateTimeField label="When it was given" hint="Empty: now." zone={zone} {...bind('occurredAt')} />
    </Dialog>
  );
}

interface WhoseProps {
  readonly line: PollLine;
  readonly isManager: boolean;
  readonly personId: string | null;
  readonly onChange: (id: string | null) => void;
}

function Whose({ line, isManager, personId, onChange }: WhoseProps) {
  if (line.holders.length === 0) return <p className="q2">Nobody holds the role {line.title}. Assign it in the roster first.</p>;
  if (!isManager) {
    const names = line.holders.map(({ name }) => name).join(', ');
    return (
      <p className="q2">{names} holds this role. Say who you are in the header; only a manager may enter the call of somebody else.</p>
    );
  }
  const options = line.holders.map(({ id, name }) => ({ value: id as string, label: name }));
  return (
    <SelectField
      label="Whose call"
      hint="The entry says that you entered it."
      required
      options={options}
      value={personId}
      onChange={onChange}
    />
  );
}
