/** What was known at the decision, frozen, beside what is known now. */
import { useMemo } from 'react';
import { type Known, knownAt } from '../../../shared/domain/gate/known.ts';
import type { Gate, KnownThen } from '../../../shared/domain/gate/schema.ts';
import { useRows } from '../../store/live.ts';
import { useSchedule } from '../../store/task-lines.ts';
import { useNow } from '../../ui/clock.ts';
import { Panel } from '../../ui/panel.tsx';
import css from './gate.module.css';

export function KnownPanel({ gate, known }: { readonly gate: Gate; readonly known: KnownThen }) {
  const rows = useRows();
  const schedule = useSchedule();
  const minute = useNow(60_000);
  const now = useMemo(() => knownAt(rows, gate, minute, schedule), [rows, gate, minute, schedule]);
  const facts = factsOf.map(([name, tell]) => ({ name, before: tell(known), present: tell(now) }));
  return (
    <Panel
      title="Known then and now"
      quiet={
        <>
          frozen at entry <span className="f">{known.lastSeq}</span>
        </>
      }
      ruled
    >
      <table className={`t ${css.known}`}>
        <thead>
          <tr>
            <th>What</th>
            <th>At the decision</th>
            <th>Now</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ name, before, present }) => (
            <tr key={name}>
              <td className="q2">{name}</td>
              <td title={before}>{before}</td>
              <td title={present} className={before === present ? 'q' : 'loud'}>
                {before === present ? 'the same' : present}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

const factsOf: readonly (readonly [string, (known: Known) => string])[] = [
  [
    'Criteria',
    ({ criteria }) =>
      tally(
        criteria.map(({ status }) => status),
        ['failed', 'open', 'met', 'waived', 'not applicable'],
      ),
  ],
  [
    'Calls',
    ({ calls }) =>
      tally(
        calls.map(({ call }) => call ?? 'awaited'),
        ['no-go', 'go with conditions', 'go', 'awaited'],
      ),
  ],
  [
    'Checks',
    ({ checks }) =>
      listed([
        [checks.failed, 'failed'],
        [checks.open, 'open'],
        [checks.inWork, 'in work'],
        [checks.toVerify, 'to verify'],
        [checks.passed, 'passed'],
        [checks.waived, 'waived'],
        [checks.notApplicable, 'not applicable'],
      ]),
  ],
  [
    'Approvals',
    ({ approvals }) =>
      tally(
        approvals.map(({ decision }) => decision ?? 'awaited'),
        ['refused', 'approved', 'awaited'],
      ),
  ],
  [
    'Tests',
    ({ tests }) =>
      tally(
        tests.map(({ result }) => result ?? 'not run'),
        ['failed', 'passed', 'not run'],
      ),
  ],
  ['Evidence', ({ evidence }) => counted(evidence.length)],
  ['Open incidents', ({ openIncidents }) => openIncidents.map(({ ref, severity }) => `${ref} SEV${severity}`).join(', ') || 'none'],
  ['Late tasks', ({ lateTasks }) => counted(lateTasks)],
  ['Blocked tasks', ({ blockedTasks }) => counted(blockedTasks)],
];

function tally(states: readonly string[], order: readonly string[]): string {
  return listed(order.map((state) => [states.filter((each) => each === state).length, state]));
}

function listed(counts: readonly (readonly [number, string])[]): string {
  return counts.flatMap(([count, word]) => (count > 0 ? [`${count} ${word}`] : [])).join(', ') || 'none';
}

function counted(count: number): string {
  return count === 0 ? 'none' : `${count}`;
}
