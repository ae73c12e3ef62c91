/** What was recorded last, in words. A press leads to the board of what it is about. */
import { useMemo } from 'react';
import { zoneName } from '../../../shared/base/time-words.ts';
import { lineOf, type TimelineLine } from '../../../shared/domain/timeline/list.ts';
import { useEntries, useRows, useTimes } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';

const MOST = 12;

export function Latest() {
  const entries = useEntries();
  const rows = useRows();
  const { zone } = useTimes();
  const lines = useMemo(() => entries.slice(0, MOST).map((entry) => lineOf(entry, rows)), [entries, rows]);
  const newest = lines[0];
  if (!newest) return null;
  return (
    <Panel title="Latest" quiet={zoneName(newest.occurredAt, zone)} ruled>
      <Table
        fit
        headLines={0}
        label="Latest entries"
        columns={columns}
        rows={lines}
        rowId={({ id }) => id}
        onSelect={(id) => open(lines.find((line) => line.id === id))}
        onOpen={open}
      />
    </Panel>
  );
}

function open(line: TimelineLine | undefined): void {
  if (line) go('timeline', line.seq === null ? line.id : `${line.seq}`);
}

const columns: readonly Column<TimelineLine>[] = [
  { key: 'at', head: 'Happened', width: 64, className: 'f q', cell: ({ occurredAt }) => <Time at={occurredAt} day="never" /> },
  { key: 'text', head: 'What', width: '1fr', cell: ({ text }) => text, title: ({ text }) => text },
];
