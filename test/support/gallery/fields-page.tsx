/** Every field, and the dialogs that hold them. */
import { useState } from 'react';
import { Button } from '../../../renderer/ui/button.tsx';
import { Dialog } from '../../../renderer/ui/dialog.tsx';
import { CheckField } from '../../../renderer/ui/fields/check-field.tsx';
import { ChoiceField } from '../../../renderer/ui/fields/choice-field.tsx';
import { DateTimeField } from '../../../renderer/ui/fields/date-time-field.tsx';
import { FileField } from '../../../renderer/ui/fields/file-field.tsx';
import { NumberField } from '../../../renderer/ui/fields/number-field.tsx';
import { PeopleField } from '../../../renderer/ui/fields/people-field.tsx';
import type { PickedFile } from '../../../renderer/ui/fields/picked-file.ts';
import { SelectField } from '../../../renderer/ui/fields/select-field.tsx';
import { TextArea } from '../../../renderer/ui/fields/text-area.tsx';
import { TextField } from '../../../renderer/ui/fields/text-field.tsx';
import { useFields } from '../../../renderer/ui/fields/use-fields.ts';
import { useKeys } from '../../../renderer/ui/keys.ts';
import { ok, refuse } from '../../../shared/base/result.ts';
import { NIGHT } from './night.ts';

const people = ['Mina Okoro', 'Luís Costa', 'Sunita Patel', 'Jan Novák', 'Élise Moreau', 'Aylin Kaya', 'Rolf Haas'].map((name, index) => ({
  id: `p${index}`,
  name,
}));
const systems = [
  { value: 'erp', label: 'ERPNext v16', group: 'Core' },
  { value: 'wms', label: 'Warehouse management', group: 'Core' },
  { value: 'bank', label: 'Bank connector', group: 'Interfaces' },
];

export function FieldsPage() {
  const [asking, setAsking] = useState(false);
  useKeys('Fields', [{ key: 'B', label: 'block', run: () => setAsking(true) }]);
  return (
    <div className="pad" style={{ maxWidth: 720, overflow: 'auto' }}>
      <AllFields />
      <p style={{ marginTop: 16 }}>
        <Button primary hint="B" onClick={() => setAsking(true)}>
          Block T-022
        </Button>
      </p>
      {asking && <BlockDialog onClose={() => setAsking(false)} />}
    </div>
  );
}

function AllFields() {
  const form = useFields({
    title: 'Bank connector to production',
    system: 'erp' as string | null,
    people: ['p1', 'p3'] as readonly string[],
    at: NIGHT as number | null,
    minutes: 45 as number | null,
    file: null as PickedFile | null,
    evidence: '',
    severity: 'sev2',
    mandatory: true,
  });
  return (
    <div className="fields" style={{ gridTemplateColumns: '1fr 1fr' }}>
      <TextField label="Title" required {...form.bind('title')} />
      <TextField label="Evidence" value="ftp://old" onChange={() => undefined} error="Write a web address that begins with https." />
      <SelectField label="System" options={systems} clearable {...form.bind('system')} />
      <PeopleField label="Owners" people={people} {...form.bind('people')} />
      <DateTimeField label="Starts" zone="Europe/Berlin" {...form.bind('at')} />
      <NumberField label="Length" unit="min" min={0} max={600} step={5} {...form.bind('minutes')} />
      <TextArea label="What was seen" hint="Stands in the report word for word." {...form.bind('evidence')} />
      <FileField label="Plan" accept=".csv,.xlsx" maxBytes={1_000_000} {...form.bind('file')} />
      <ChoiceField
        label="Severity"
        value={form.values.severity}
        onChange={(value) => form.set('severity', value)}
        choices={[
          { value: 'sev1', label: 'SEV1' },
          { value: 'sev2', label: 'SEV2' },
          { value: 'sev3', label: 'SEV3' },
        ]}
      />
      <CheckField label="Mandatory for the gate" checked={form.values.mandatory} onChange={(value) => form.set('mandatory', value)} />
    </div>
  );
}

function BlockDialog({ onClose }: { readonly onClose: () => void }) {
  const form = useFields({ reason: '', until: NIGHT as number | null, who: null as string | null });
  const { reason } = form.values;
  return (
    <Dialog
      title="Block task"
      quiet="T-022"
      onClose={onClose}
      submit={{
        label: 'Block',
        run: () =>
          reason.length < 10
            ? refuse('short', 'T-022 is not blocked: the reason is too short to act on. Say what is missing and who can clear it.', [
                'T-022',
                'INC-002',
              ])
            : ok(null),
      }}
    >
      <TextArea label="Reason" required autoFocus {...form.bind('reason')} />
      <DateTimeField label="Cleared by" zone="Europe/Berlin" {...form.bind('until')} />
      <SelectField label="Who can clear it" options={people.map(({ id, name }) => ({ value: id, label: name }))} {...form.bind('who')} />
    </Dialog>
  );
}
