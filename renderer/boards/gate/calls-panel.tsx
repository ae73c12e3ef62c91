/** The go/no-go poll: each position, who holds it, its call with the reason and the time. */
import { useState } from 'react';
import { zoneName } from '../../../shared/base/time-words.ts';
import type { PollLine } from '../../../shared/domain/gate/poll.ts';
import type { Poll } from '../../../shared/domain/gate/schema.ts';
import { useTimes } from '../../store/live.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import css from './gate.module.css';
import { awaited, callMarks } from './marks.ts';

interface CallsPanelProps {
  readonly lines: readonly PollLine[];
  /** The sealed poll these calls were revealed from; null when they were given in the open. */
  readonly revealed: Poll | null;
  /** Undefined when no call is taken: for who may only look, and after the decision. */
  readonly onOpen: ((line: PollLine) => void) | undefined;
}

export function CallsPanel({ lines, revealed, onOpen }: CallsPanelProps) {
  const { zone, tZeroAt } = useTimes();
  const [selectedId, select] = useState<string | null>(null);
  const called = lines.filter(({ call }) => call !== null).length;
  return (
    <Panel
      title="Calls"
      quiet={`${called} of ${lines.length} in, times ${zoneName(tZeroAt, zone)}`}
      end={onOpen && <span className="small q">Enter takes the call of the selected one</span>}
      ruled
    >
      {revealed !== null && revealed.revealedAt !== null && (
        <p className={`q2 ${css.revealed}`}>
          Revealed together <Time at={revealed.revealedAt} withZone />, sealed as{' '}
          <span className="f" title={revealed.seal}>
            {revealed.seal.slice(0, 16)}…
          </span>{' '}
          in the journal
        </p>
      )}
      <Table
        fit
        rowHeight={44}
        label="Calls of the positions"
        columns={columns}
        rows={lines}
        rowId={({ position }) => position}
        selectedId={selectedId}
        onSelect={select}
        onOpen={onOpen}
        empty="This gate asks no position for its call."
      />
    </Panel>
  );
}

const columns: readonly Column<PollLine>[] = [
  {
    key: 'call',
    head: 'Call',
    width: 136,
    cell: ({ call }) => {
      const { state, word } = call ? callMarks[call.call] : awaited;
      return <Mark state={state}>{word}</Mark>;
    },
  },
  {
    key: 'position',
    head: 'Position',
    width: '1fr',
    min: 160,
    title: ({ title }) => title,
    cell: (line) => (
      <>
        <div className="cut">{line.title}</div>
        <div className="small q2 cut">{line.caller?.name ?? (line.holders.map(({ name }) => name).join(', ') || 'held by nobody')}</div>
      </>
    ),
  },
  {
    key: 'reason',
    head: 'Reason',
    width: '1.4fr',
    min: 150,
    cell: ({ call }) => call?.reason,
    title: ({ call }) => call?.reason ?? '',
    className: 'q2',
  },
  { key: 'at', head: 'At', width: 116, align: 'number', cell: ({ call }) => call && <Time at={call.at} /> },
];
