/** What a choice brings before it is made: as counts and as times. */
import { formatOffset, formatSpan } from '../../../shared/base/time-words.ts';
import type { Brought } from '../../../shared/domain/go-live/brought.ts';
import { counted, listed } from '../../../shared/domain/timeline/told.ts';
import css from './go-live.module.css';

const MINUTE = 60_000;

export function PreviewPanel({ brought }: { readonly brought: Brought }) {
  return (
    <section className={css.group} aria-label="What it brings">
      <h3>What it brings</h3>
      <dl className={css.facts} aria-live="polite">
        {factsOf(brought).map(([label, words]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{words}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function factsOf({ phases, tasks, checks, tests, gates, checksOff, tasksOff, duration, planned }: Brought): readonly [string, string][] {
  const brings = [
    counted(phases, 'phase'),
    counted(tasks, 'task'),
    counted(checks, 'check'),
    ...(tests > 0 ? [counted(tests, 'test')] : []),
    counted(gates, 'gate'),
  ];
  const off = [...(tasksOff > 0 ? [counted(tasksOff, 'task')] : []), ...(checksOff > 0 ? [counted(checksOff, 'check')] : [])];
  return [
    ['Brings', listed(brings)],
    ...(off.length > 0 ? [['Left out by the answers', listed(off)] as [string, string]] : []),
    ...(duration ? [['Expected to take', rangeWords(duration)] as [string, string]] : []),
    ...(planned ? [['Planned', `${offset(planned.fromMinutes)} to ${offset(planned.toMinutes)}`] as [string, string]] : []),
  ];
}

function offset(minutes: number): string {
  return formatOffset(minutes * MINUTE);
}

/** "2 h to 3 h"; one length where both ends are the same. */
export function rangeWords({ minMinutes, maxMinutes }: { readonly minMinutes: number; readonly maxMinutes: number }): string {
  const [from, to] = [formatSpan(minMinutes * MINUTE), formatSpan(maxMinutes * MINUTE)];
  return from === to ? from : `${from} to ${to}`;
}
