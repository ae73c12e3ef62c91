/** The decision to roll back, asked from anywhere. */
import { StartDialog } from './start-dialog.tsx';
import { useCourse } from './use-course.ts';

export function StartAsked({ onClose }: { readonly onClose: () => void }) {
  const { course } = useCourse();
  return <StartDialog known={course} onClose={onClose} />;
}
