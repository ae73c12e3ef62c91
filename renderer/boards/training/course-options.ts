/** The courses as choices of a field: required ones first, in the order of the plan. */
import { coursesInOrder } from '../../../shared/domain/training/coverage.ts';
import type { Course } from '../../../shared/domain/training/schema.ts';
import type { SelectOption } from '../../ui/fields/select-field.tsx';

export function courseOptions(courses: ReadonlyMap<string, Course>): readonly SelectOption<string>[] {
  const inOrder = coursesInOrder({ course: courses });
  const option = ({ id, title, isRequired }: Course) => ({ value: id, label: title, group: isRequired ? 'Required' : 'Optional' });
  return [...inOrder.filter(({ isRequired }) => isRequired), ...inOrder.filter(({ isRequired }) => !isRequired)].map(option);
}
