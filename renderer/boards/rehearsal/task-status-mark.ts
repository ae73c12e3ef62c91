/** The mark of a task's stored status. */
import type { TaskStatus } from '../../../shared/domain/runbook/schema.ts';
import { stateMarks } from '../../store/task-state-marks.ts';
import type { MarkState } from '../../ui/mark.tsx';

export function taskStateMark(status: TaskStatus): MarkState {
  return status === 'planned' ? 'not-ready' : stateMarks[status];
}
