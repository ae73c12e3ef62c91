/** The title of a task in a row: the group it stands in, and that it misses its fixed time. */
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { missedTimeInShort, missedTimeWords } from '../../../shared/domain/runbook/missed-time.ts';
import { Mark } from '../../ui/mark.tsx';
import css from './runbook.module.css';

interface TaskTitleProps {
  readonly line: TaskLine;
  /** Empty where it stands in none, or where the rows show it. */
  readonly group: string;
  readonly zone: string;
  /** Without the words of a missed time, where they stand beside it. */
  readonly isShort?: boolean;
}

export function TaskTitle({ line, group, zone, isShort = false }: TaskTitleProps) {
  const missed = missedTimeInShort(line, zone);
  return (
    <span className={css.titled}>
      <span className="cut">{line.task.title}</span>
      {missed !== '' && (
        <span className={`${css.missed} warn small`}>
          <Mark state="at-risk" bare /> <span className={isShort ? 'sr' : 'cut'}>{missed}</span>
        </span>
      )}
      {group !== '' && <span className={`${css.around} q small cut`}>in {group}</span>}
    </span>
  );
}

/** The same as one line of text, for pointing at. */
export function titleWords({ line, group, zone }: TaskTitleProps): string {
  const missed = missedTimeWords(line, zone);
  return [line.task.title, group && `in ${group}`, missed && `${line.task.ref} ${missed}`].filter(Boolean).join('\n');
}
