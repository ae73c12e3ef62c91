/** The state of a task as a mark. */
import type { TaskState } from '../../../shared/domain/runbook/task-state.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';

const marks: Readonly<Record<TaskState, MarkState>> = {
  'not ready': 'not-ready',
  ready: 'ready',
  'in progress': 'in-progress',
  blocked: 'blocked',
  finished: 'finished',
  'finished by workaround': 'workaround',
  failed: 'failed',
  skipped: 'skipped',
  'rolled back': 'rolled-back',
};

export function TaskMark({ state, bare = false }: { readonly state: TaskState; readonly bare?: boolean }) {
  return <Mark state={marks[state]} bare={bare} />;
}
