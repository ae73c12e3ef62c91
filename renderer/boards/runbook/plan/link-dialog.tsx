/** The links of one task: what comes before and after it, with kind and lag, and a new one with what it would do. */
import { useMemo, useState } from 'react';
import { linkText } from '../../../../shared/domain/runbook/exchange/link-texts.ts';
import { networkOf } from '../../../../shared/domain/runbook/network.ts';
import { predecessorsOf } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import { type Link, linkKinds, type Task } from '../../../../shared/domain/runbook/schema.ts';
import { client } from '../../../client/client.ts';
import { act, actLoud } from '../../../store/act.ts';
import { useRows } from '../../../store/live.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { NumberField } from '../../../ui/fields/number-field.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';
import { ImpactWords } from './impact-words.tsx';
import css from './plan.module.css';
import { useImpact } from './use-impact.ts';

const MINUTE = 60_000;
const kindWords = {
  FS: 'finish to start',
  SS: 'start to start',
  FF: 'finish to finish',
  SF: 'start to finish',
} as const;
const ways = [
  { value: 'after', label: 'follows it' },
  { value: 'before', label: 'comes before it' },
] as const;
const nothing = { edits: [], added: [] };

export function LinkDialog({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const rows = useRows();
  const [ref, setRef] = useState('');
  const [way, setWay] = useState<'after' | 'before' | null>('after');
  const [kind, setKind] = useState<Link['kind'] | null>('FS');
  const [lag, setLag] = useState<number | null>(0);
  const other = useMemo(() => {
    const wanted = ref.trim().toUpperCase();
    return [...rows.task.values()].find((each) => each.ref === wanted && each.kind !== 'rollback') ?? null;
  }, [rows, ref]);
  const [fromId, toId] = way === 'before' ? [other?.id, task.id] : [task.id, other?.id];
  const lagMs = (lag ?? 0) * MINUTE;
  const command = useMemo(() => {
    if (!fromId || !toId) return nothing;
    const was = predecessorsOf(rows, toId);
    const set = [...was, { fromId, kind: kind ?? 'FS', lagMs }];
    return { edits: [{ taskId: toId, was: { after: [...was] }, set: { after: set } }], added: [] };
  }, [rows, fromId, toId, kind, lagMs]);
  const foreseen = useImpact(command);
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
  const run = () => {
    if (!fromId || !toId) return { ok: true as const };
    return act(client.runbook.linkTasks, { fromId, toId, kind: kind ?? 'FS', lagMs }, `${task.ref} and ${other?.ref} linked`);
  };
  return (
    <Dialog
      title={`Links of ${task.ref}`}
      quiet={task.title}
      size="wide"
      onClose={onClose}
      submit={{ label: 'Add link', run, disabled: !other }}
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
          mono
          placeholder="T-013"
          hint={other ? other.title : ref.trim() === '' ? 'Its reference.' : undefined}
          error={ref.trim() !== '' && !other ? `There is no task ${ref.trim()} in this plan.` : undefined}
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
      <ImpactWords foreseen={foreseen} />
    </Dialog>
  );
}
