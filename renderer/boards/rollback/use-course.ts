/** The rollback from the present state, for the parts of the board that show or start it. */
import { useMemo } from 'react';
import { type Course, courseOf, longestSurrounding } from '../../../shared/domain/rollback/course.ts';
import { rollbackPlan, wasDone } from '../../../shared/domain/rollback/plan.ts';
import { useTable } from '../../store/live.ts';

/** Of the kind the fuse reckons with. `hasWork` is false while nothing was done at all. */
export function useCourse(): { readonly course: Course; readonly hasWork: boolean } {
  const task = useTable('task');
  const link = useTable('link');
  const playbookCopy = useTable('playbookCopy');
  const plan = useMemo(() => rollbackPlan({ task, link }), [task, link]);
  return useMemo(() => {
    const { kind } = longestSurrounding({ playbookCopy });
    return { course: courseOf({ task, link, playbookCopy }, kind, plan), hasWork: [...task.values()].some(wasDone) };
  }, [task, link, playbookCopy, plan]);
}
