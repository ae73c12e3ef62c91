/** The go/no-go poll: each position, who holds it, its call with the reason and the time. */
import { useState } from 'react';
import { zoneName } from '../../../shared/base/time-words.ts';
import type { PollLine } from '../../../shared/domain/gate/poll.ts';
import { useTimes } from '../../store/live.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import { awaited, callMarks } from './marks.ts';

interface CallsPanelProps {
  readonly lines: readonly PollLine[];
  /** Undefined when no call is taken: for who may only look, and after the decision. */
  readonly onOpen: ((line: PollLine) => void) | undefined;
}

export function CallsPanel({ lines, onOpen }: CallsPanelProps) {
  const { zone, tZeroAt } = useTimes();
  const [selectedId, select] = useState<string | null>(null);
  const called = lines.filter(({ call }) => call !== null).length;
  return (
    <Panel
      title="Calls"
      quiet={`${called} of ${lines.length} in`}
      end={
        <span className="small q">
          {onOpen ? `Enter takes the call of the selected position; times ${zoneName(tZeroAt, zone)}` : `times ${zoneName(tZeroAt, zone)}`}
        </span>
      }
      ruled
      className="above"
    >
      <Table
        fit
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
  { key: 'position', head: 'Position', width: '2fr', min: 120, cell: ({ title }) => title, title: ({ title }) => title },
  {
    key: 'who',
    head: 'Who',
    width: '2fr',
    min: 110,
    cell: (line) => whoOf(line) || <span className="q">nobody holds it</span>,
    title: whoOf,
    className: 'q2',
  },
  {
    key: 'reason',
    head: 'Reason',
    width: '3fr',
    min: 150,
    cell: ({ call }) => call?.reason,
    title: ({ call }) => call?.reason ?? '',
    className: 'q2',
  },
  { key: 'at', head: 'At', width: 116, align: 'number', cell: ({ call }) => call && <Time at={call.at} /> },
];

function whoOf({ caller, holders }: PollLine): string {
  return caller?.name ?? holders.map(({ name }) => name).join(', ');
}
