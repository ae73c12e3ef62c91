/** Asks for evidence: words, an address, or a file that is kept inside the record. */
import { useState } from 'react';
import type { z } from 'zod';
import { type AddEvidence, MOST_EVIDENCE_BYTES } from '../../../shared/domain/readiness/commands.ts';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { FileField } from '../../ui/fields/file-field.tsx';
import type { PickedFile } from '../../ui/fields/picked-file.ts';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';

type Given = z.infer<typeof AddEvidence>['evidence'];

const kinds = [
  { value: 'text', label: 'Words' },
  { value: 'link', label: 'Link' },
  { value: 'file', label: 'File' },
] as const;

export function EvidenceDialog({ check, onClose }: { readonly check: Check; readonly onClose: () => void }) {
  const [kind, setKind] = useState<Given['kind']>('text');
  const [content, setContent] = useState('');
  const [address, setAddress] = useState('');
  const [file, setFile] = useState<PickedFile | null>(null);
  const isWeb = /^https?:\/\/[^\s/]+/i.test(address.trim());
  const given: Record<Given['kind'], Given | null> = {
    text: content.trim() ? { kind: 'text', content } : null,
    link: isWeb ? { kind: 'link', address: address.trim() } : null,
    file: file ? { kind: 'file', name: file.name, base64: file.base64 } : null,
  };
  const evidence = given[kind];
  const run = async () =>
    evidence ? act(client.readiness.addEvidence, { checkId: check.id, evidence }, `${check.ref} evidence added`) : { ok: true as const };
  return (
    <Dialog
      title="Attach evidence"
      quiet={`${check.ref} ${check.title}`}
      onClose={onClose}
      submit={{ label: 'Attach', run, disabled: evidence === null }}
    >
      <ChoiceField label="Kind" value={kind} onChange={setKind} choices={kinds} />
      {kind === 'text' && <TextArea label="What was seen" required rows={5} value={content} onChange={setContent} />}
      {kind === 'link' && (
        <TextField
          label="Address"
          type="url"
          mono
          required
          maxLength={2_000}
          placeholder="https://"
          error={address.trim() && !isWeb ? 'Write it with http:// or https:// in front.' : undefined}
          value={address}
          onChange={setAddress}
        />
      )}
      {kind === 'file' && (
        <FileField
          label="File"
          hint="It is copied into the record and never opened by Gantry."
          required
          value={file}
          onChange={setFile}
          maxBytes={MOST_EVIDENCE_BYTES}
        />
      )}
    </Dialog>
  );
}
