/** Says who needs a course: a department, a job role, or people by name. */
import { byName, byWords } from '../../../shared/domain/roster/order.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useTable } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { PeopleField } from '../../ui/fields/people-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { courseOptions } from './course-options.ts';

export function NeedDialog({ courseId, onClose }: { readonly courseId: string; readonly onClose: () => void }) {
  const courses = useTable('course');
  const people = [...useTable('person').values()].sort(byName);
  const { values, bind } = useFields({
    courseId: courseId || null,
    department: null as string | null,
    jobRole: null as string | null,
    personIds: [] as readonly string[],
  });
  const { department, jobRole, personIds } = values;
  const isIn = (person: (typeof people)[number]) =>
    (department !== null || jobRole !== null) &&
    (department === null || person.department === department) &&
    (jobRole === null || person.jobRole === jobRole);
  const count = people.filter((person) => isIn(person) || personIds.includes(person.id)).length;

  async function run() {
    const fields = {
      courseId: values.courseId ?? '',
      personIds: [...personIds],
      ...(department ? { department } : {}),
      ...(jobRole ? { jobRole } : {}),
    };
    return act(
      client.training.needCourse,
      fields,
      `${courses.get(values.courseId ?? '')?.title} needed by ${count === 1 ? '1 person' : `${count} people`}`,
    );
  }

  return (
    <Dialog
      title="Who needs a course"
      onClose={onClose}
      submit={{
        label: needWords(count),
        run,
        disabled: values.courseId === null || count === 0,
      }}
    >
      <SelectField label="Course" required autoFocus options={courseOptions(courses)} {...bind('courseId')} />
      <div className="fields">
        <SelectField
          label="Everybody in"
          placeholder="Department"
          options={wordsOf(people.map((person) => person.department))}
          clearable
          {...bind('department')}
        />
        <SelectField
          label="Everybody who is"
          placeholder="Job role"
          options={wordsOf(people.map((person) => person.jobRole))}
          clearable
          {...bind('jobRole')}
        />
      </div>
      {department !== null && jobRole !== null && <p className="q2 small">Department and job role together mean people of both.</p>}
      <PeopleField label="And these people" people={people} {...bind('personIds')} />
    </Dialog>
  );
}

function needWords(count: number): string {
  if (count === 0) return 'They need it';
  return count === 1 ? '1 person needs it' : `${count} people need it`;
}

function wordsOf(words: readonly string[]) {
  return [...new Set(words)]
    .filter(Boolean)
    .sort(byWords)
    .map((word) => ({ value: word, label: word }));
}
