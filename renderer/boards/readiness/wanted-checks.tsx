/** The checks that want somebody now: failed ones first, then the longest overdue. */
import { useMemo, useState } from 'react';
import { formatOffset } from '../../../shared/base/time-words.ts';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { overdueChecks } from '../../../shared/domain/readiness/standing.ts';
import { useRows } from '../../store/live.ts';
import { select } from '../../store/route.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';

export function WantedChecks() {
  const rows = useRows();
  const now = useNow(60_000);
  const [chosen, choose] = useState<string | null>(null);
  const wanted = useMemo(() => {
    const failed = [...rows.check.values()].filter(({ status }) => status === 'failed').sort((a, b) => a.position - b.position);
    return [...failed, ...overdueChecks(rows, now)];
  }, [rows, now]);
  return (
    <Panel title="Failed and overdue" quiet={wanted.length > 0 ? wanted.length : undefined} ruled className="above">
      <Table
        fit
        headLines={0}
        label="Failed and overdue checks"
        columns={columns}
        rows={wanted}
        rowId={({ id }) => id}
        selectedId={chosen}
        onSelect={choose}
        onOpen={({ ref }) => select(ref)}
        empty="No check failed and none is overdue."
      />
    </Panel>
  );
}

const columns: readonly Column<Check>[] = [
  { key: 'ref', head: 'Ref', width: 74, cell: ({ ref }) => ref, className: 'f' },
  {
    key: 'title',
    head: 'Check',
    width: '1fr',
    min: 120,
    cell: ({ title }) => title,
    title: ({ title, reason }) => (reason ? `${title}: ${reason}` : title),
  },
  {
    key: 'why',
    head: 'Failed, or due',
    width: 104,
    cell: ({ status, dueOffset }) =>
      status === 'failed' ? <Mark state="failed">Failed</Mark> : <Mark state="late">{formatOffset(dueOffset ?? 0)}</Mark>,
  },
];
