/** Takes in people to be trained from pasted lines, with the courses they need. */
import { useState } from 'react';
import { coursesInOrder } from '../../../shared/domain/training/coverage.ts';
import { PastePeople } from '../../dialogs/paste-people.tsx';
import { useTable } from '../../store/live.ts';
import { CheckField } from '../../ui/fields/check-field.tsx';
import styles from './training.module.css';

export function ImportPeople({ courseId, onClose }: { readonly courseId: string; readonly onClose: () => void }) {
  const courses = coursesInOrder({ course: useTable('course') });
  const [chosen, setChosen] = useState<readonly string[]>(courseId ? [courseId] : []);
  return (
    <PastePeople title="Import people" inTeam={false} courseIds={chosen} onClose={onClose}>
      {courses.length > 0 && (
        <fieldset className={styles.needs}>
          <legend className="q2 small">All of them need</legend>
          <div className={styles.courses}>
            {courses.map(({ id, title }) => (
              <CheckField
                key={id}
                label={title}
                checked={chosen.includes(id)}
                onChange={(isChosen) => setChosen(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id))}
              />
            ))}
          </div>
        </fieldset>
      )}
    </PastePeople>
  );
}
