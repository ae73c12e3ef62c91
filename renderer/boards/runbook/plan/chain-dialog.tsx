/** Links the chosen tasks in a chain, each after the one before it, with what that would do before it is done. */
import { useMemo } from 'react';
import { chainEdits, chainOrder } from '../../../../shared/domain/runbook/plan/chain.ts';
import { client } from '../../../client/client.ts';
import { act } from '../../../store/act.ts';
import { useRows } from '../../../store/live.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { ImpactWords } from './impact-words.tsx';
import css from './plan.module.css';
import { useImpact } from './use-impact.ts';

export function ChainDialog({ taskIds, onClose }: { readonly taskIds: readonly string[]; readonly onClose: () => void }) {
  const rows = useRows();
  const chain = useMemo(() => chainOrder(rows, taskIds), [rows, taskIds]);
  const command = useMemo(() => ({ edits: chainEdits(rows, chain), added: [] }), [rows, chain]);
  const foreseen = useImpact(command);
  const count = command.edits.length;
  const isRefused = foreseen !== null && 'refusal' in foreseen;
  const run = () => act(client.plan.editTasks, command, `${chain.length} tasks linked in a chain`);
  return (
    <Dialog
      title={`Link ${chain.length} tasks in a chain`}
      quiet="each after the one before it, finish to start"
      onClose={onClose}
      submit={{ label: `Add ${count} ${count === 1 ? 'link' : 'links'}`, run, disabled: count === 0 || isRefused }}
    >
      <div className={css.scroll}>
        <ol className={css.links}>
          {chain.map(({ id, ref, title }) => (
            <li key={id}>
              <span className="f">{ref}</span>
              <span className="cut">{title}</span>
            </li>
          ))}
        </ol>
      </div>
      {count === 0 && <p className="q2">They are linked like this already.</p>}
      <ImpactWords foreseen={foreseen} />
    </Dialog>
  );
}
