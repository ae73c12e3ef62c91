/** The mark of each state of a task. */
import type { TaskState } from '../../shared/domain/runbook/task-state.ts';
import type { MarkState } from '../ui/mark.tsx';

export const stateMarks: Readonly<Record<TaskState, MarkState>> = {
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
