/** Says on every board that the night is worked while its cutover has not been started, with the button that starts it. */
import { startOverdue } from '../../shared/domain/go-live/stage-acts.ts';
import { useGoLive, useRole, useTable } from '../store/live.ts';
import { Button } from '../ui/button.tsx';
import { useNow } from '../ui/clock.ts';
import { Mark } from '../ui/mark.tsx';
import { askStart } from './stage-entries.tsx';

const MINUTE = 60_000;

export function StartStrip() {
  const goLive = useGoLive();
  const task = useTable('task');
  const mayLead = useRole() === 'manager';
  const because = startOverdue({ task }, goLive, useNow(MINUTE));
  if (because === null) return null;
  return (
    <section className="held" aria-label="Not started">
      <Mark state="late">Planning</Mark>
      <span className="words">
        <b>The cutover has not been started.</b> {because} {!mayLead && 'A manager starts it.'}
      </span>
      <span className="grow" />
      {mayLead && (
        <Button primary onClick={askStart}>
          Start the cutover
        </Button>
      )}
    </section>
  );
}
