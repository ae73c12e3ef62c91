/** The checks of one area, phase or owner. */
import { useMemo } from 'react';
import { formatOffset } from '../../../shared/base/time-words.ts';
import { type Check, checkStatuses } from '../../../shared/domain/readiness/schema.ts';
import { isOverdue } from '../../../shared/domain/readiness/standing.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { useRows } from '../../store/live.ts';
import { select } from '../../store/route.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark } from '../../ui/mark.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Count } from './counts.tsx';
import { checkMarks, type Grouping, type GroupLine, ownerOf, phaseTitle } from './groups.ts';

interface CheckTableProps {
  readonly line: GroupLine;
  readonly selected: Check;
  readonly by: Grouping;
}

export function CheckTable({ line, selected, by }: CheckTableProps) {
  const rows = useRows();
  const now = useNow(60_000);
  const columns = useMemo(() => columnsOf(rows, by, now), [rows, by, now]);
  return (
    <Table
      main
      label={`Checks of ${line.title}`}
      columns={columns}
      rows={line.checks}
      rowId={({ id }) => id}
      selectedId={selected.id}
      onSelect={(id) => select(rows.check.get(id)?.ref ?? null)}
    />
  );
}

function columnsOf(rows: Rows, by: Grouping, now: number): readonly Column<Check>[] {
  const evidence = new Map<string, number>();
  for (const { checkId } of rows.evidence.values()) evidence.set(checkId, (evidence.get(checkId) ?? 0) + 1);
  const place = by === 'area' ? (check: Check) => phaseTitle(rows, check.phase) : (check: Check) => check.area;
  const owner = (check: Check) => ownerOf(rows, check);
  return [
    { key: 'ref', head: 'Ref', width: 70, cell: ({ ref }) => ref, className: 'f' },
    {
      key: 'title',
      head: 'Check',
      width: '4fr',
      min: 180,
      cell: ({ title }) => title,
      title: ({ title }) => title,
      compare: byText(({ title }) => title),
    },
    {
      key: 'place',
      head: by === 'area' ? 'Phase' : 'Area',
      width: '2fr',
      min: 90,
      cell: place,
      title: place,
      className: 'q2',
      compare: byText(place),
    },
    {
      key: 'owner',
      head: 'Owner',
      width: '1.5fr',
      min: 90,
      cell: (check) => owner(check) || <span className="q">nobody</span>,
      title: owner,
      className: 'q2',
      compare: byText(owner),
    },
    {
      key: 'due',
      head: 'Due, T',
      width: 100,
      align: 'number',
      cell: (check) => <Due check={check} overdue={isOverdue(rows, check, now)} />,
      compare: (a, b) => (a.dueOffset ?? Number.POSITIVE_INFINITY) - (b.dueOffset ?? Number.POSITIVE_INFINITY),
    },
    {
      key: 'status',
      head: 'Status',
      width: 126,
      cell: ({ status }) => <Mark state={checkMarks[status].state}>{checkMarks[status].word}</Mark>,
      compare: (a, b) => checkStatuses.indexOf(a.status) - checkStatuses.indexOf(b.status),
    },
    { key: 'evidence', head: 'Evidence', width: 76, align: 'number', cell: ({ id }) => <Count count={evidence.get(id) ?? 0} /> },
  ];
}

function Due({ check, overdue }: { readonly check: Check; readonly overdue: boolean }) {
  if (check.dueOffset === null) return <Count count={0} />;
  return overdue ? <Mark state="late">{formatOffset(check.dueOffset)}</Mark> : formatOffset(check.dueOffset);
}

function byText(textOf: (check: Check) => string) {
  return (a: Check, b: Check) => textOf(a).localeCompare(textOf(b), 'en', { numeric: true });
}
