/** What Gantry reads in the quick line, so that nobody is surprised by what is logged. */
import type { QuickLine } from '../../../shared/domain/ticket/quick-line.ts';
import { Priority } from './columns.tsx';
import styles from './ticket.module.css';

/** The bound of a title in the record. */
export const MOST_CHARACTERS = 200;

export function ReadLine({
  read: { title, department, priority, category },
  nextRef,
}: {
  readonly read: QuickLine;
  readonly nextRef: string;
}) {
  const isTooLong = title.length > MOST_CHARACTERS;
  return (
    <div className={styles.read}>
      <div>
        <span className="q small">
          {isTooLong ? (
            <span className="stop">
              Title, {title.length} of {MOST_CHARACTERS} characters
            </span>
          ) : (
            'Title'
          )}
        </span>
        <p className={title ? 'name cut' : 'q cut'} title={title}>
          {title || 'type what is wrong'}
        </p>
      </div>
      <div>
        <span className="q small">Department @</span>
        <p className={department ? 'name cut' : 'q cut'}>{department || 'not said'}</p>
      </div>
      <div>
        <span className="q small">Priority !</span>
        <p className={priority === null ? undefined : 'name'}>
          <Priority of={priority ?? 3} />
        </p>
      </div>
      <div>
        <span className="q small">Category #</span>
        <p className={category ? 'name cut' : 'q cut'}>{category || 'not said'}</p>
      </div>
      <div>
        <span className="q small">Becomes</span>
        <p className="f">{nextRef}</p>
      </div>
    </div>
  );
}
