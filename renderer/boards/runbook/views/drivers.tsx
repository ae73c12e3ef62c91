/** Which tasks the finish hangs on: in how many of the simulated runs each lay on the longest way. */

import { shareWords } from '../../../../shared/domain/runbook/odds/share-words.ts';
import { useTable } from '../../../store/live.ts';
import type { KnownOdds } from '../../../store/odds.ts';
import { select } from '../../../store/route.ts';
import { BarRows } from '../../../ui/charts/bar-rows.tsx';
import css from './views.module.css';

const MOST_SHOWN = 8;

export function Drivers({ drivers }: { readonly drivers: KnownOdds['odds']['drivers'] }) {
  const tasks = useTable('task');
  const rows = drivers.slice(0, MOST_SHOWN).flatMap(([id, share]) => {
    const task = tasks.get(id);
    return task ? [{ key: task.ref, name: `${task.ref} ${task.title}`, value: share, text: shareWords(share) }] : [];
  });
  if (rows.length === 0) return null;
  return (
    <section className={css.drivers} aria-label="What drives the finish">
      <h2>What drives the finish</h2>
      <p className="q small">Share of the simulated runs in which the task lay on the longest way</p>
      <BarRows label="Tasks by the share of runs they decide" rows={rows} onOpen={select} />
    </section>
  );
}
