/** Signs, or refuses to. */
import { type SignOff, signOffDecisions } from '../../../shared/domain/closure/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useMe, useTable } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';

interface SignDialogProps {
  readonly signOffs: readonly SignOff[];
  /** Preset; null takes the first that is not signed. */
  readonly signOffId: string | null;
  readonly onClose: () => void;
}

const words = { accepted: 'Accept', refused: 'Refuse' } as const;

export function SignDialog({ signOffs, signOffId, onClose }: SignDialogProps) {
  const me = useTable('person').get(useMe() ?? '');
  const preset = signOffs.find(({ id }) => id === signOffId) ?? signOffs.find(({ decision }) => decision === null) ?? signOffs[0];
  const { values, bind } = useFields({
    signOffId: (preset?.id ?? null) as string | null,
    decision: 'accepted' as (typeof signOffDecisions)[number],
    signedBy: me?.name ?? '',
    remark: '',
  });
  const signOff = signOffs.find(({ id }) => id === values.signOffId);
  const { decision, remark } = values;
  const signedBy = values.signedBy.trim();

  async function run() {
    const fields = { signOffId: values.signOffId ?? '', decision, remark, ...(signedBy === '' ? {} : { signedBy }) };
    return act(client.closure.sign, fields, `${signOff?.subject} ${decision}`);
  }

  return (
    <Dialog
      title="Sign"
      onClose={onClose}
      submit={{
        label: words[decision],
        run,
        danger: decision === 'refused',
        disabled: !signOff || signedBy === '' || (decision === 'refused' && remark.trim() === ''),
      }}
    >
      <SelectField
        label="What is signed"
        required
        options={signOffs.map(({ id, subject, role }) => ({ value: id, label: `${subject}, ${role}` }))}
        {...bind('signOffId')}
      />
      <ChoiceField label="Decision" choices={signOffDecisions.map((each) => ({ value: each, label: words[each] }))} {...bind('decision')} />
      <TextField label="Name of who signs" hint={signOff?.role} required autoFocus {...bind('signedBy')} />
      <TextArea
        label={decision === 'refused' ? 'What is missing' : 'Remark'}
        required={decision === 'refused'}
        rows={2}
        {...bind('remark')}
      />
    </Dialog>
  );
}
