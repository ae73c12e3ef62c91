/** The state of a task as a mark. */
import type { TaskState } from '../../../shared/domain/runbook/task-state.ts';
import { stateMarks } from '../../store/task-state-marks.ts';
import { Mark } from '../../ui/mark.tsx';

export function TaskMark({ state, bare = false }: { readonly state: TaskState; readonly bare?: boolean }) {
  return <Mark state={stateMarks[state]} bare={bare} />;
}
