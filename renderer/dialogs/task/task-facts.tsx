/** What one should know of a task before acting on it: who works on it, when it is fixed, how many it needs, when a block ends. */
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { useGoLive, useMe, useTable } from '../../store/live.ts';
import { Time } from '../../ui/time.tsx';

export function TaskFacts({ task }: { readonly task: Task }) {
  const people = useTable('person');
  const me = useMe();
  const { tZeroAt } = useGoLive();
  const { status, workerId, ownerIds, peopleNeeded, timing, startOffset, clearsAt, startsItself } = task;
  const isRunning = status === 'in progress' || status === 'blocked';
  const isPlanned = status === 'planned';
  const isShort = isPlanned && ownerIds.length < peopleNeeded;
  return (
    <>
      {isRunning && workerId !== null && (
        <span className="q2 nw">{workerId === me ? 'In your hands' : `In the hands of ${people.get(workerId)?.name ?? 'somebody'}`}</span>
      )}
      {status === 'blocked' && (
        <span className="q2 nw">
          {clearsAt === null ? (
            'Nobody knows until when'
          ) : (
            <>
              Expected to go on <Time at={clearsAt} withZone />
            </>
          )}
        </span>
      )}
      {isPlanned && timing === 'fixed' && startOffset !== null && (
        <span className="q2 nw">
          Fixed at <Time at={tZeroAt + startOffset} withZone />
        </span>
      )}
      {isPlanned && startsItself && <span className="q2 nw">Starts by itself</span>}
      {isPlanned && peopleNeeded > 0 && (
        <span className={isShort ? 'warn nw' : 'q2 nw'}>
          {ownerIds.length} of {peopleNeeded} people named
        </span>
      )}
    </>
  );
}
