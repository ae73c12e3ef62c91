/** The gate that is decided next, with its calls. */
import { useMemo } from 'react';
import { mayDecideAgain } from '../../../shared/domain/gate/decision-rules.ts';
import { pollOf, shownCall } from '../../../shared/domain/gate/poll.ts';
import { useRows, useTimes } from '../../store/live.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { Lead } from './lead.tsx';
import css from './overview.module.css';

const callMarks = { go: 'go', 'go with conditions': 'conditions', 'no-go': 'no-go', sealed: 'sealed', awaited: 'awaited' } as const;

/** Left out once every gate is decided. */
export function GatePanel({ now }: { readonly now: number }) {
  const rows = useRows();
  const { tZeroAt } = useTimes();
  const next = useMemo(() => [...rows.gate.values()].sort((a, b) => a.position - b.position).find(mayDecideAgain), [rows]);
  const poll = useMemo(() => (next ? pollOf(rows, next) : []), [rows, next]);
  if (!next) return null;
  const plannedAt = next.plannedOffset === null ? null : tZeroAt + next.plannedOffset;
  const called = poll.filter((line) => shownCall(line) !== 'awaited').length;
  return (
    <Panel
      title={`Gate ${next.ref}`}
      quiet={next.title}
      end={<span className="f">{`${called} of ${poll.length} in`}</span>}
      className={css.natural}
    >
      <p className={`${css.row} ${css.line} q2`}>
        <Lead board="gate" at={next.ref} className="cut" title={next.reasons || next.question}>
          {next.decision === 'hold' ? `On hold: ${next.reasons}` : next.question || 'Not decided'}
        </Lead>
        {plannedAt !== null && (
          <span className={plannedAt < now ? 'warn nw' : 'q nw'}>
            planned <Time at={plannedAt} withZone />
          </span>
        )}
      </p>
      <ul className={css.calls}>
        {poll.map((line) => (
          <li key={line.position} title={line.sealed === null ? line.call?.reason : undefined}>
            <span className="cut">{line.title}</span>
            <span className="cut q">{line.caller?.name ?? line.holders.map(({ name }) => name).join(', ')}</span>
            <Mark state={callMarks[shownCall(line)]} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}
