/** Says in the header that the schedule could not take the plan or the clock as it is written; nothing while it can. */
import { useMemo } from 'react';
import { clockWarnings, planFaults } from '../../shared/domain/runbook/plan-faults.ts';
import { useTable } from '../store/live.ts';
import { usePlannedTasks } from '../store/planned-tasks.ts';
import { go } from '../store/route.ts';
import { useSchedule } from '../store/task-lines.ts';
import { useNow } from '../ui/clock.ts';
import { Mark } from '../ui/mark.tsx';

const MINUTE = 60_000;

export function PlanNote() {
  const goLive = useTable('goLive');
  const task = useTable('task');
  const link = useTable('link');
  const schedule = useSchedule();
  const { cycle } = schedule;
  const now = useNow(MINUTE);
  const planned = usePlannedTasks();
  const faults = useMemo(() => planFaults({ task: planned, link }, cycle), [planned, link, cycle]);
  const warnings = useMemo(() => clockWarnings({ goLive, task }, schedule, now), [goLive, task, schedule, now]);
  const all = [...warnings, ...faults];
  const [first] = all;
  if (!first) return null;
  const told = all.map(({ sentence, because }) => `${sentence}. ${because}`).join('\n');
  return (
    <button type="button" onClick={() => go('runbook', first.refs[0])} title={told}>
      <span className="lb">{all.length === 1 ? 'Schedule' : `Schedule, 1 of ${all.length}`}</span>
      <span className="v">
        <Mark state="late">{words[first.kind]}</Mark>
      </span>
    </button>
  );
}

/** Few words for the little room there is; the whole sentence is the tip. */
const words = {
  cycle: 'tasks wait in a circle',
  'missing task': 'link to a missing task',
  'negative length': 'length below zero',
  'same id': 'two tasks with one id',
  'clock back': 'clock behind the record',
  't-zero passed': 'T-0 has passed',
} as const;
