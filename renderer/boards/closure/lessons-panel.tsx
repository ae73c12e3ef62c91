/** What was learned, by category. */
import type { Lesson } from '../../../shared/domain/closure/schema.ts';
import { byWords } from '../../../shared/domain/roster/order.ts';
import { client } from '../../client/client.ts';
import { actLoud } from '../../store/act.ts';
import { Button } from '../../ui/button.tsx';
import { Panel } from '../../ui/panel.tsx';
import styles from './closure.module.css';

interface LessonsPanelProps {
  readonly lessons: readonly Lesson[];
  readonly mayAct: boolean;
  readonly onAdd: () => void;
}

export function LessonsPanel({ lessons, mayAct, onAdd }: LessonsPanelProps) {
  const byCategory = [...Map.groupBy(lessons, ({ category }) => category)].sort(([a], [b]) => byWords(a, b));
  const remove = (lesson: Lesson) => void actLoud(client.closure.removeLesson, { lessonId: lesson.id }, 'Lesson removed');
  return (
    <Panel
      title="Lessons"
      quiet={String(lessons.length)}
      className={`above ${styles.withActs}`}
      pad
      end={
        mayAct && (
          <Button hint="A" onClick={onAdd}>
            Add a lesson
          </Button>
        )
      }
    >
      {lessons.length === 0 && (
        <p className="q2">What went well, what did not, and what to do next time. Write it down while it is fresh.</p>
      )}
      <div className={styles.lessons}>
        {byCategory.map(([category, list]) => (
          <section key={category}>
            <h3>{category}</h3>
            <ul>
              {list.map((lesson) => (
                <li key={lesson.id} className={styles.lesson}>
                  <div>
                    <p>{lesson.happened}</p>
                    {lesson.learned && <p className="q2">Next time: {lesson.learned}</p>}
                    <p className="q small">{lesson.addedBy}</p>
                  </div>
                  {mayAct && (
                    <button type="button" className="link" onClick={() => remove(lesson)}>
                      Remove<span className="sr"> the lesson: {lesson.happened}</span>
                    </button>
                  )}
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Panel>
  );
}
