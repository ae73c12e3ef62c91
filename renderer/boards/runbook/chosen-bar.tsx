/** Says which tasks are chosen, and what can be done with all of them at once. */
import { Button } from '../../ui/button.tsx';
import { useChosenTasks } from './chosen-tasks.tsx';
import { ChangeChosen } from './plan/change-chosen.tsx';
import css from './runbook.module.css';

const MOST_NAMED = 12;

export function ChosenBar() {
  const { tasks, clear } = useChosenTasks();
  if (tasks.length === 0) return null;
  const refs = tasks.slice(0, MOST_NAMED).map(({ ref }) => ref);
  return (
    <section className={css.chosen} aria-label="Chosen tasks">
      <b>{tasks.length} chosen</b>
      <span className="f q2 cut">
        {refs.join(' ')}
        {tasks.length > MOST_NAMED && ' …'}
      </span>
      <span className="btns">
        <ChangeChosen />
        <Button onClick={() => navigator.clipboard?.writeText(tasks.map(({ ref, title }) => `${ref}\t${title}`).join('\n'))}>Copy</Button>
        <Button hint="Escape" onClick={clear}>
          Choose none
        </Button>
      </span>
    </section>
  );
}
