/** The rollback from the present state, for the parts of the board that show or start it. */
import { useMemo } from 'react';
import { type RollbackPlan, rollbackPlan, wasDone } from '../../../shared/domain/rollback/plan.ts';
import { useTable } from '../../store/live.ts';

/** `hasWork` is false while nothing was done at all. */
export function usePlan(): { readonly plan: RollbackPlan; readonly hasWork: boolean } {
  const task = useTable('task');
  const link = useTable('link');
  return useMemo(() => ({ plan: rollbackPlan({ task, link }), hasWork: [...task.values()].some(wasDone) }), [task, link]);
}
