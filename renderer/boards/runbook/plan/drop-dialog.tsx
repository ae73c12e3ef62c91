/** Asks before a link that was dragged with the mouse is made: which kind, with what lag, and what it does to the night. */
import { useState } from 'react';
import { type Link, linkKinds } from '../../../../shared/domain/runbook/schema.ts';
import { useTable } from '../../../store/live.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { ImpactWords } from './impact-words.tsx';
import css from './plan.module.css';
import { kindWords, useNewLink } from './use-new-link.ts';

/** From which task to which, and which of their ends were grabbed and dropped on. */
export type DraggedLink = Pick<Link, 'fromId' | 'toId' | 'kind'>;

export function DropDialog({ link, onClose }: { readonly link: DraggedLink; readonly onClose: () => void }) {
  const tasks = useTable('task');
  const [kind, setKind] = useState<Link['kind'] | null>(link.kind);
  const [lag, setLag] = useState<number | null>(0);
  const [from, to] = [tasks.get(link.fromId) ?? null, tasks.get(link.toId) ?? null];
  const { foreseen, send, mayBeMade } = useNewLink(from, to, kind ?? link.kind, lag ?? 0);
  if (!from || !to) return null;
  return (
    <Dialog title={`Link ${from.ref} and ${to.ref}`} onClose={onClose} submit={{ label: 'Add link', run: send, disabled: !mayBeMade }}>
      <ul className={css.links}>
        {[from, to].map(({ id, ref, title }) => (
          <li key={id}>
            <span className="f">{ref}</span>
            <span className="cut" title={title}>
              {title}
            </span>
          </li>
        ))}
      </ul>
      <div className={css.two}>
        <SelectField
          label="Kind"
          options={linkKinds.map((value) => ({ value, label: `${value}, ${kindWords[value]}` }))}
          value={kind}
          onChange={setKind}
        />
        <NumberField label="Lag" hint="Negative is a lead." unit="min" autoFocus value={lag} onChange={setLag} />
      </div>
      <ImpactWords foreseen={foreseen} />
    </Dialog>
  );
}
