/** Writes a lesson down. */

import { byWords } from '../../../shared/domain/roster/order.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useTable } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';

/** No category can be called this: names are trimmed. */
const ANOTHER = ' ';

export function LessonDialog({ onClose }: { readonly onClose: () => void }) {
  const categories = categoriesIn(useTable('playbookCopy'), useTable('lesson'));
  const { values, bind } = useFields({ category: (categories[0] ?? ANOTHER) as string | null, another: '', happened: '', learned: '' });
  const category = values.category === ANOTHER ? values.another : (values.category ?? '');

  async function run() {
    return act(client.closure.addLesson, { category, happened: values.happened, learned: values.learned }, 'Lesson added');
  }

  return (
    <Dialog
      title="Add a lesson"
      onClose={onClose}
      submit={{ label: 'Add lesson', run, disabled: category.trim() === '' || values.happened.trim() === '' }}
    >
      <SelectField
        label="Category"
        required
        options={[...categories.map((each) => ({ value: each, label: each })), { value: ANOTHER, label: 'Another category' }]}
        {...bind('category')}
      />
      {values.category === ANOTHER && <TextField label="Name of the category" required {...bind('another')} />}
      <TextArea label="What happened" required autoFocus maxLength={2_000} {...bind('happened')} />
      <TextArea label="What to do next time" {...bind('learned')} />
    </Dialog>
  );
}

/** Those of the playbook in its order, then others that lessons have. */
function categoriesIn(playbooks: Rows['playbookCopy'], lessons: Rows['lesson']): readonly string[] {
  const planned = [...playbooks.values()].flatMap(({ content }) => content.closing.lessonCategories.map(({ title }) => title));
  const used = [...lessons.values()].map(({ category }) => category).sort(byWords);
  return [...new Set([...planned, ...used])];
}
