/** Tables as boards use them: with groups, with sums, and one of ten thousand rows. */
import { useState } from 'react';
import { Fact } from '../../../renderer/ui/fact.tsx';
import { useKeys } from '../../../renderer/ui/keys.ts';
import { Mark } from '../../../renderer/ui/mark.tsx';
import { Meter } from '../../../renderer/ui/meter.tsx';
import { Panel } from '../../../renderer/ui/panel.tsx';
import { ShareBar } from '../../../renderer/ui/share-bar.tsx';
import { type Column, Table } from '../../../renderer/ui/table.tsx';
import { toast } from '../../../renderer/ui/toast.tsx';
import { type Area, areas, type Task, type Ticket, tasks, tickets } from './rows.ts';

const areaColumns: readonly Column<Area>[] = [
  {
    key: 'area',
    head: 'Area',
    width: '3fr',
    min: 150,
    className: 'name',
    cell: (row) => row.name,
    title: (row) => row.name,
    compare: (a, b) => a.name.localeCompare(b.name),
  },
  { key: 'owner', head: 'Owner', width: '1fr', className: 'q2', cell: (row) => row.owner },
  {
    key: 'weight',
    head: 'Weight',
    width: 64,
    align: 'number',
    className: 'q',
    cell: (row) => row.weight,
    compare: (a, b) => a.weight - b.weight,
  },
  { key: 'share', head: 'Share', width: 140, cell: (row) => <ShareBar {...row} /> },
  { key: 'passed', head: 'Passed', width: 60, align: 'number', cell: (row) => count(row.passed) },
  { key: 'waived', head: 'Waived', width: 60, align: 'number', className: 'warn', cell: (row) => count(row.waived) },
  { key: 'inWork', head: 'In work', width: 60, align: 'number', cell: (row) => count(row.inWork) },
  { key: 'open', head: 'Open', width: 60, align: 'number', cell: (row) => count(row.open) },
  {
    key: 'failed',
    head: 'Failed',
    width: 64,
    align: 'number',
    cell: (row) => (row.failed > 0 ? <Mark state="failed">{row.failed}</Mark> : count(0)),
  },
];

function count(value: number) {
  return value > 0 ? value : <span className="q">·</span>;
}

export function ReadinessPage() {
  const [selected, setSelected] = useState<string | null>('Integration');
  return (
    <div className="two">
      <Table
        label="Readiness by area"
        columns={areaColumns}
        rows={areas}
        rowId={(row) => row.name}
        selectedId={selected}
        onSelect={setSelected}
        onOpen={(row) => toast.show({ text: `${row.name} would open`, state: 'note' })}
        main
        sums={{ area: `All ${areas.reduce((sum, row) => sum + row.passed, 0)} checks`, weight: 100, passed: 129, waived: 5 }}
      />
      <Panel title="Who blocks" quiet="short list" className="split" ruled>
        <Table label="Who blocks" columns={areaColumns.slice(0, 3)} rows={areas.slice(0, 4)} rowId={(row) => row.name} fit />
        <Table label="Nobody" columns={areaColumns.slice(0, 3)} rows={[]} rowId={(row) => row.name} fit empty="Nobody blocks the gate." />
      </Panel>
    </div>
  );
}

const ticketColumns: readonly Column<Ticket>[] = [
  { key: 'ref', head: 'Ref', width: 88, className: 'f', cell: (row) => row.ref },
  { key: 'prio', head: 'Prio', width: 56, cell: (row) => <Mark state={`sev${row.priority}`} as="priority">{`P${row.priority}`}</Mark> },
  { key: 'title', head: 'Ticket', width: '1fr', min: 200, cell: (row) => row.title, title: (row) => row.title },
  { key: 'department', head: 'Department', width: 96, className: 'q2', cell: (row) => row.department },
  { key: 'owner', head: 'Owner', width: 80, className: (row) => (row.owner ? 'q2' : 'q'), cell: (row) => row.owner ?? 'nobody' },
  { key: 'age', head: 'Age', width: 56, align: 'number', cell: (row) => row.age },
  {
    key: 'reply',
    head: 'First reply',
    width: 132,
    cell: (row) =>
      row.left < 0 ? (
        <Mark state="breach">{-row.left} m over</Mark>
      ) : (
        <span className={row.left < 30 ? 'sla warn loud' : 'sla'}>
          <Meter share={row.left / 120} tone={row.left < 30 ? 'warn' : undefined} />
          <Fact>0:{String(row.left).padStart(2, '0')}</Fact>
        </span>
      ),
  },
];

export function TicketsPage() {
  const [selected, setSelected] = useState<string | null>('TKT-0012');
  const [folded, setFolded] = useState<readonly string[]>([]);
  const groups = [...Map.groupBy(tickets, (ticket) => ticket.state)].map(([key, rows]) => ({
    key,
    rows,
    folded: folded.includes(key),
    head: key === 'Clock over or under 30 min' ? <Mark state="late">{key}</Mark> : key,
    quiet: <Fact>{rows.length}</Fact>,
    cells: key === 'New' ? { age: '0:14', reply: <span className="warn">3 waiting</span> } : undefined,
  }));
  useKeys('Tickets', [
    { key: 'A', label: 'assign', run: () => toast.show({ text: `${selected} assigned` }) },
    { key: 'X', label: 'resolve', run: () => toast.show({ text: `${selected} resolved` }) },
  ]);
  return (
    <div className="fill">
      <Table
        label="Tickets"
        columns={ticketColumns}
        groups={groups}
        rowId={(row) => row.ref}
        selectedId={selected}
        onSelect={setSelected}
        main
        rowClass={(row) => (row.ref === 'TKT-0031' ? 'fresh' : '')}
        onFold={(key) => setFolded((now) => (now.includes(key) ? now.filter((one) => one !== key) : [...now, key]))}
      />
    </div>
  );
}

const taskColumns: readonly Column<Task>[] = [
  { key: 'ref', head: 'Ref', width: 80, className: 'f', cell: (row) => row.ref, compare: (a, b) => a.nth - b.nth },
  {
    key: 'title',
    head: 'Task',
    width: '2fr',
    cell: (row) => row.title,
    title: (row) => row.title,
    compare: (a, b) => a.title.localeCompare(b.title),
  },
  { key: 'state', head: 'Status', width: 120, cell: (row) => <Mark state={row.state} /> },
  { key: 'owner', head: 'Owner', width: 110, className: 'q2', cell: (row) => row.owner },
  {
    key: 'planned',
    head: (
      <>
        Ends, CET
        <br />
        planned
      </>
    ),
    width: 90,
    align: 'number',
    className: 'q',
    cell: (row) => row.planned,
  },
  {
    key: 'forecast',
    head: (
      <>
        <br />
        forecast
      </>
    ),
    width: 90,
    align: 'number',
    className: 'warn',
    cell: (row) => row.forecast,
  },
  {
    key: 'bar',
    head: (
      <>
        <br />
        Progress
      </>
    ),
    width: '1fr',
    cell: (row) => <Meter share={row.share} />,
  },
];

export function LongTablePage() {
  const [selected, setSelected] = useState<string | null>(null);
  return (
    <div className="fill">
      <Table
        label="Ten thousand tasks"
        columns={taskColumns}
        rows={tasks}
        rowId={(row) => row.ref}
        selectedId={selected}
        onSelect={setSelected}
        main
        headLines={2}
      />
    </div>
  );
}
