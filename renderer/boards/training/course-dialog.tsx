/** Adds a course, or edits one. */
import type { Course } from '../../../shared/domain/training/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { CheckField } from '../../ui/fields/check-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';

interface CourseDialogProps {
  /** Null adds a new one. */
  readonly course: Course | null;
  readonly onClose: () => void;
}

export function CourseDialog({ course, onClose }: CourseDialogProps) {
  const { values, set, bind } = useFields({
    title: course?.title ?? '',
    audience: course?.audience ?? '',
    format: course?.format ?? '',
    detail: course?.detail ?? '',
    isRequired: course?.isRequired ?? true,
  });

  async function run() {
    if (course) return act(client.training.editCourse, { courseId: course.id, ...values }, `${course.ref} edited`);
    return act(client.training.addCourse, values, `${values.title} added`);
  }

  return (
    <Dialog
      title={course ? 'Edit course' : 'Add a course'}
      quiet={course?.ref}
      onClose={onClose}
      submit={{ label: course ? 'Save' : 'Add course', run, disabled: values.title.trim() === '' }}
    >
      <TextField label="Title" required autoFocus {...bind('title')} />
      <div className="fields">
        <TextField label="For whom" {...bind('audience')} />
        <TextField label="Format" {...bind('format')} />
      </div>
      <TextArea label="What is taught" {...bind('detail')} />
      <CheckField
        label="Required: people may not work on the new system without it"
        checked={values.isRequired}
        onChange={(isRequired) => set('isRequired', isRequired)}
      />
    </Dialog>
  );
}
