/** A sealed poll that is open: who is in and who is awaited. What was called is not on this screen, and not in it either. */
import { useState } from 'react';
import type { Poll } from '../../../shared/domain/gate/schema.ts';
import { type PollSeat, pollSeats } from '../../../shared/domain/gate/sealed-poll.ts';
import { useRows } from '../../store/live.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Span, Time } from '../../ui/time.tsx';

interface SealedPanelProps {
  readonly poll: Poll;
  /** Undefined for who may only look. */
  readonly onOpen: ((seat: PollSeat) => void) | undefined;
}

export function SealedPanel({ poll, onOpen }: SealedPanelProps) {
  const rows = useRows();
  const seats = pollSeats(rows, poll);
  const [selectedId, select] = useState<string | null>(null);
  return (
    <Panel title="Sealed poll" quiet={<Reveal poll={poll} seats={seats} />} ruled>
      <Table
        fit
        rowHeight={44}
        label="Positions of the sealed poll"
        columns={columns}
        rows={seats}
        rowId={({ position }) => position}
        selectedId={selectedId}
        onSelect={select}
        onOpen={onOpen}
      />
    </Panel>
  );
}

function Reveal({ poll, seats }: { readonly poll: Poll; readonly seats: readonly PollSeat[] }) {
  const now = useNow(1_000);
  const isIn = seats.filter(({ sealed }) => sealed !== null).length;
  return (
    <>
      {isIn} of {seats.length} in, revealed when all are
      {poll.closesAt !== null && (
        <>
          {' '}
          or at <Time at={poll.closesAt} withZone />, in <Span ms={Math.max(0, poll.closesAt - now)} />
        </>
      )}
    </>
  );
}

const columns: readonly Column<PollSeat>[] = [
  {
    key: 'state',
    head: 'Call',
    width: 136,
    cell: ({ sealed }) => (sealed ? <Mark state="sealed">In, sealed</Mark> : <Mark state="awaited">Awaited</Mark>),
  },
  {
    key: 'position',
    head: 'Position',
    width: '1fr',
    min: 160,
    title: ({ title }) => title,
    cell: ({ title, holders }) => (
      <>
        <div className="cut">{title}</div>
        <div className="small q2 cut">{holders.map(({ name }) => name).join(', ') || 'held by nobody'}</div>
      </>
    ),
  },
  { key: 'at', head: 'At', width: 116, align: 'number', cell: ({ sealed }) => sealed && <Time at={sealed.at} /> },
];
