/** The links of one task: what comes before and after it, with kind and lag, and a new one with what it would do. */
import { useMemo, useState } from 'react';
import { linkText } from '../../../../shared/domain/runbook/exchange/link-texts.ts';
import { networkOf } from '../../../../shared/domain/runbook/network.ts';
import { type Link, linkKinds, type Task } from '../../../../shared/domain/runbook/schema.ts';
import { client } from '../../../client/client.ts';
import { actLoud } from '../../../store/act.ts';
import { useRows } from '../../../store/live.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { findTask } from './find-task.ts';
import { ImpactWords } from './impact-words.tsx';
import css from './plan.module.css';
import { kindWords, useNewLink } from './use-new-link.ts';

const ways = [
  { value: 'after', label: 'follows it' },
  { value: 'before', label: 'comes before it' },
] as const;

export function LinkDialog({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const rows = useRows();
  const [ref, setRef] = useState('');
  const [way, setWay] = useState<'after' | 'before' | null>('after');
  const [kind, setKind] = useState<Link['kind'] | null>('FS');
  const [lag, setLag] = useState<number | null>(0);
  const { task: other, others, count } = useMemo(() => findTask(rows, ref, task.id), [rows, ref, task.id]);
  const [from, to] = way === 'before' ? [other, task] : [task, other];
  const { foreseen, send, mayBeMade } = useNewLink(from, to, kind ?? 'FS', lag ?? 0);
  const { into, outOf } = networkOf(rows);
  const refOf = (id: string) => rows.task.get(id)?.ref ?? '';
  const list = (links: readonly Link[], end: 'fromId' | 'toId', none: string) =>
    links.length === 0 ? (
      <p className="q2">{none}</p>
    ) : (
      <ul className={css.links}>
        {links.map((link) => (
          <li key={link.id}>
            <span className="f">{linkText({ ref: refOf(link[end]), kind: link.kind, lagMs: link.lagMs })}</span>
            <span className="cut">{rows.task.get(link[end])?.title}</span>
            <Button
              onClick={() =>
                void actLoud(
                  client.runbook.unlinkTasks,
                  { linkId: link.id },
                  `Link of ${refOf(link.fromId)} and ${refOf(link.toId)} removed`,
                )
              }
            >
              Remove
            </Button>
          </li>
        ))}
      </ul>
    );
  return (
    <Dialog
      title={`Links of ${task.ref}`}
      quiet={task.title}
      size="wide"
      onClose={onClose}
      submit={{ label: 'Add link', run: send, disabled: !mayBeMade }}
    >
      <div className={css.two}>
        <section>
          <h3 className="small q2">Before it</h3>
          {list(into.get(task.id) ?? [], 'fromId', 'Nothing has to come before it.')}
        </section>
        <section>
          <h3 className="small q2">After it</h3>
          {list(outOf.get(task.id) ?? [], 'toId', 'Nothing waits for it.')}
        </section>
      </div>
      <div className={css.two}>
        <TextField
          label="Other task"
          autoFocus
          placeholder="T-013, or words of its title"
          hint={other ? `${other.ref} ${other.title}` : ref.trim() === '' ? 'Its reference, or part of its title.' : undefined}
          error={ref.trim() !== '' && count === 0 ? `There is no other task “${ref.trim()}” in this plan.` : undefined}
          value={ref}
          onChange={setRef}
        />
        <SelectField label={`Which ${way === 'before' ? 'comes' : 'follows'}`} options={ways} value={way} onChange={setWay} />
        <SelectField
          label="Kind"
          options={linkKinds.map((value) => ({ value, label: `${value}, ${kindWords[value]}` }))}
          value={kind}
          onChange={setKind}
        />
        <NumberField label="Lag" hint="Negative is a lead." unit="min" value={lag} onChange={setLag} />
      </div>
      {others.length > 0 && (
        <section aria-label="Tasks that could be meant">
          <p className="q2 small">{count > others.length ? `${count} tasks fit; the first are` : 'Which of these?'}</p>
          <ul className={css.links}>
            {others.map((each) => (
              <li key={each.id}>
                <span className="f">{each.ref}</span>
                <span className="cut">{each.title}</span>
                <Button onClick={() => setRef(each.ref)}>Choose</Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <ImpactWords foreseen={foreseen} />
    </Dialog>
  );
}
