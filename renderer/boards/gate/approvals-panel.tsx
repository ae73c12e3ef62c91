/** The sign-offs a gate wants before a go, in their order. */
import { useState } from 'react';
import type { Approval } from '../../../shared/domain/gate/schema.ts';
import { roleHolders, titleOfRole } from '../../../shared/domain/roster/roles.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { useRows } from '../../store/live.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';

interface ApprovalsPanelProps {
  readonly approvals: readonly Approval[];
  /** Undefined for who may only look, and after the decision. */
  readonly onOpen: ((approval: Approval) => void) | undefined;
}

export function ApprovalsPanel({ approvals, onOpen }: ApprovalsPanelProps) {
  const rows = useRows();
  const [selectedId, select] = useState<string | null>(null);
  const given = approvals.filter(({ decision }) => decision === 'approved').length;
  return (
    <Panel
      title="Approvals"
      quiet={`${given} of ${approvals.length} given, in this order`}
      end={onOpen && <span className="small q">A gives the next one</span>}
      ruled
    >
      <Table
        fit
        rowHeight={44}
        label="Approvals"
        columns={columnsOf(rows)}
        rows={approvals}
        rowId={({ id }) => id}
        selectedId={selectedId}
        onSelect={select}
        onOpen={onOpen}
      />
    </Panel>
  );
}

function columnsOf(rows: Rows): readonly Column<Approval>[] {
  const holders = roleHolders(rows);
  return [
    {
      key: 'state',
      head: 'State',
      width: 136,
      cell: ({ decision }) => {
        if (decision === null) return <Mark state="awaited">Awaited</Mark>;
        return decision === 'approved' ? <Mark state="go">Approved</Mark> : <Mark state="no-go">Refused</Mark>;
      },
    },
    {
      key: 'title',
      head: 'Approval, and who gives it',
      width: '1fr',
      min: 160,
      title: ({ title, detail }) => [title, detail].filter(Boolean).join(': '),
      cell: ({ title, role, decision, decidedBy }) => (
        <>
          <div className="cut">{title}</div>
          <div className="small q2 cut">
            {decision === null
              ? `${titleOfRole(rows, role)}: ${(holders.get(role) ?? []).map(({ name }) => name).join(', ') || 'held by nobody'}`
              : `${titleOfRole(rows, role)}: ${decidedBy}`}
          </div>
        </>
      ),
    },
    {
      key: 'remark',
      head: 'Remark',
      width: '1.2fr',
      min: 120,
      className: 'q2',
      cell: ({ remark }) => remark,
      title: ({ remark }) => remark,
    },
    { key: 'at', head: 'At', width: 116, align: 'number', cell: ({ decidedAt }) => decidedAt !== null && <Time at={decidedAt} /> },
  ];
}
