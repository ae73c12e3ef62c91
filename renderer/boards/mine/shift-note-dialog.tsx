/** Writes what one shift tells the next: the facts stand there already, the words are added. */
import { useMemo, useState } from 'react';
import { shiftFacts, shiftFactsText } from '../../../shared/domain/runbook/work/shift-facts.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useMe, useRows } from '../../store/live.ts';
import { hostNow } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import css from './mine.module.css';

export function ShiftNoteDialog({ onClose }: { readonly onClose: () => void }) {
  const rows = useRows();
  const me = useMe();
  const [toId, setToId] = useState<string | null>(null);
  const [content, setContent] = useState('');
  const facts = useMemo(() => shiftFactsText(shiftFacts(rows, hostNow())), [rows]);
  const others = [...rows.person.values()].filter(({ id, inTeam }) => inTeam && id !== me);
  return (
    <Dialog
      title="Shift note"
      onClose={onClose}
      size="normal"
      submit={{ label: 'Hand over the shift', run: () => act(client.work.writeShiftNote, { toId, content }, 'Shift note written') }}
    >
      <SelectField
        label="For"
        placeholder="Whoever comes"
        value={toId}
        onChange={setToId}
        options={others.map(({ id, name }) => ({ value: id, label: name }))}
        clearable
      />
      <TextArea label="In your words" rows={4} value={content} onChange={setContent} autoFocus />
      <section aria-label="How it stands">
        <p className="small q">How it stands, added by Gantry at the moment you write</p>
        <p className={`${css.text} small q2`}>{facts}</p>
      </section>
    </Dialog>
  );
}
