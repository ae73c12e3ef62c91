/** The criteria of a gate: where each stands, what that rests on, and after the decision how it stood then. */
import { useMemo } from 'react';
import type { CriterionLine } from '../../../shared/domain/gate/criterion-state.ts';
import type { CriterionStatus, Gate } from '../../../shared/domain/gate/schema.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import { criterionMarks } from './marks.ts';

interface CriteriaPanelProps {
  readonly gate: Gate;
  readonly lines: readonly CriterionLine[];
  readonly selectedId: string | null;
  readonly onSelect: (id: string) => void;
  /** Undefined for who may only look. */
  readonly onOpen: ((line: CriterionLine) => void) | undefined;
}

export function CriteriaPanel({ gate, lines, selectedId, onSelect, onOpen }: CriteriaPanelProps) {
  const columns = useMemo(() => columnsOf(gate), [gate]);
  return (
    <Panel
      title="Criteria"
      quiet={countWords(lines)}
      end={onOpen && <span className="small q">C or Enter judges the selected one</span>}
      ruled
    >
      <Table
        fit
        label={`Criteria of ${gate.ref}`}
        columns={columns}
        rows={lines}
        rowId={({ criterion }) => criterion.id}
        selectedId={selectedId}
        onSelect={onSelect}
        onOpen={onOpen}
        empty="This gate has no criteria; its decision rests on the calls alone."
      />
    </Panel>
  );
}

const told: readonly CriterionStatus[] = ['failed', 'open', 'met', 'waived', 'not applicable'];

/** `1 failed, 2 open, 3 met` */
export function countWords(lines: readonly CriterionLine[]): string {
  const counted = told.map((status) => ({ status, count: lines.filter(({ state }) => state === status).length }));
  return counted.flatMap(({ status, count }) => (count > 0 ? [`${count} ${status}`] : [])).join(', ');
}

function columnsOf(gate: Gate): readonly Column<CriterionLine>[] {
  const then = new Map(gate.known?.criteria.map(({ title, status }) => [title, status]));
  const stateCell = (status: CriterionStatus) => <Mark state={criterionMarks[status].state}>{criterionMarks[status].word}</Mark>;
  const thenColumn: Column<CriterionLine> = {
    key: 'then',
    head: 'At the decision',
    width: 130,
    cell: ({ criterion, state }) => {
      const status = then.get(criterion.title);
      if (status === undefined) return <span className="q">unknown</span>;
      return status === state ? <span className="q">the same</span> : stateCell(status);
    },
  };
  return [
    { key: 'state', head: gate.known ? 'Now' : 'State', width: 136, cell: ({ state }) => stateCell(state) },
    ...(gate.known ? [thenColumn] : []),
    {
      key: 'title',
      head: 'Criterion',
      width: '3fr',
      min: 170,
      cell: ({ criterion }) => criterion.title,
      title: ({ criterion }) => criterion.title,
    },
    { key: 'evidence', head: 'Evidence', width: '2fr', min: 130, cell: evidenceOf, title: evidenceOf, className: 'q2' },
    {
      key: 'judged',
      head: 'Judged by',
      width: '2fr',
      min: 110,
      className: 'q2',
      title: ({ criterion }) => criterion.judgedBy,
      cell: ({ criterion }) =>
        criterion.judgedAt === null ? (
          <span className="q">{criterion.checkIds.length > 0 ? 'its checks' : 'nobody yet'}</span>
        ) : (
          <>
            {criterion.judgedBy}, <Time at={criterion.judgedAt} />
          </>
        ),
    },
  ];
}

/** What the state rests on: the reason a person gave, else the checks. */
function evidenceOf({ criterion, standing: { counts, applicable } }: CriterionLine): string {
  if (criterion.status !== 'open' && criterion.reason) return criterion.reason;
  if (criterion.checkIds.length === 0) return criterion.neededToStart ? 'nothing may start without it' : '';
  const parts = [`${counts.passed} of ${applicable} checks passed`];
  if (counts.failed > 0) parts.push(`${counts.failed} failed`);
  if (counts.waived > 0) parts.push(`${counts.waived} waived`);
  if (counts.inWork > 0) parts.push(`${counts.inWork} in work`);
  return parts.join(', ');
}
