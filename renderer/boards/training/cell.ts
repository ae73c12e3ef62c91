/** Which cell of the coverage is open, as it stands in the address: `CRS-02`, `CRS-02/department/Sales`, `CRS-02/jobRole/clerk`. */
import type { Grouping } from '../../../shared/domain/training/coverage.ts';
import type { Course } from '../../../shared/domain/training/schema.ts';

export interface OpenCell {
  readonly course: Course;
  readonly by: Grouping;
  /** Null for everybody who needs the course; empty for people without a department or job role. */
  readonly group: string | null;
}

export function cellAddress(courseRef: string, by: Grouping, group: string | null): string {
  return group === null ? courseRef : `${courseRef}/${by}/${group}`;
}

/** Null when the address names no course that is there. */
export function cellOf(address: string | null, courses: readonly Course[]): OpenCell | null {
  const [ref = '', by = '', ...group] = (address ?? '').split('/');
  const course = courses.find((each) => each.ref === ref);
  if (!course) return null;
  if (by !== 'department' && by !== 'jobRole') return { course, by: 'department', group: null };
  return { course, by, group: group.join('/') };
}
