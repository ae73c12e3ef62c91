/** The line over every board of a rehearsal or drill, so that nobody takes it for the real night; in a drill also who is away. */
import { useGoLive, useTable } from '../store/live.ts';
import { Mark } from '../ui/mark.tsx';

export function RunLine() {
  const { kind, clock } = useGoLive();
  const injections = useTable('injection');
  const people = useTable('person');
  if (kind === 'live') return null;
  const away = [...injections.values()].filter(
    ({ kind: of, struckAt, endedAt }) => of === 'absence' && struckAt !== null && endedAt === null,
  );
  const names = away.map(({ personId }) => people.get(personId ?? '')?.name ?? 'Somebody');
  const pace =
    clock === null
      ? ''
      : clock.speed === 0
        ? 'Its clock is simulated and stands still.'
        : `Its clock is simulated and runs at ${clock.speed}×.`;
  return (
    <div className="run" role="note">
      <b>{kind === 'drill' ? 'DRILL' : 'REHEARSAL'}</b>
      <span>Not the real go-live. {pace}</span>
      {names.length > 0 && <Mark state="blocked">Away: {names.join(', ')}</Mark>}
    </div>
  );
}
