/** The criteria of a gate: where each stands, what that rests on, and after the decision how it stood then. */
import { useMemo } from 'react';
import { type CriterionLine, restsOn } from '../../../shared/domain/gate/criterion-state.ts';
import type { Criterion, CriterionStatus, Gate } from '../../../shared/domain/gate/schema.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import css from './gate.module.css';
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
  const hasMatrix = lines.some(({ criterion }) => criterion.goWhen !== '' || criterion.noGoWhen !== '');
  const columns = useMemo(() => columnsOf(gate, hasMatrix), [gate, hasMatrix]);
  return (
    <Panel
      title="Criteria"
      quiet={countWords(lines)}
      end={onOpen && <span className="small q">C or Enter judges the selected one</span>}
      ruled
    >
      <Table
        fit
        rowHeight={hasMatrix ? 56 : 44}
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
function countWords(lines: readonly CriterionLine[]): string {
  const counted = told.map((status) => ({ status, count: lines.filter(({ state }) => state === status).length }));
  return counted.flatMap(({ status, count }) => (count > 0 ? [`${count} ${status}`] : [])).join(', ');
}

/** `hasMatrix`: the playbook says of a criterion what speaks for a go and for a no-go. */
function columnsOf(gate: Gate, hasMatrix: boolean): readonly Column<CriterionLine>[] {
  const before = new Map(gate.known?.criteria.map(({ title, status }) => [title, status]));
  const beforeColumn: Column<CriterionLine> = {
    key: 'before',
    head: 'At the decision',
    width: 130,
    cell: ({ criterion, state }) => {
      const status = before.get(criterion.title);
      if (status === undefined) return <span className="q">unknown</span>;
      return status === state ? <span className="q">the same</span> : <StateMark state={status} />;
    },
  };
  return [
    { key: 'state', head: gate.known ? 'Now' : 'State', width: 136, cell: ({ state }) => <StateMark state={state} /> },
    ...(gate.known ? [beforeColumn] : []),
    {
      key: 'title',
      head: 'Criterion, and what its state rests on',
      width: '1.3fr',
      min: 200,
      title: (line) => titleOf(line),
      cell: (line) => (
        <>
          <div className="cut">{line.criterion.title}</div>
          <div className="small q2 cut">
            <Ground line={line} />
          </div>
        </>
      ),
    },
    ...(hasMatrix ? matrixColumns : []),
  ];
}

const matrixColumns: readonly Column<CriterionLine>[] = [
  {
    key: 'go',
    head: 'Go',
    width: '1fr',
    min: 120,
    title: ({ criterion }) => criterion.goWhen,
    cell: ({ criterion }) => <Words of={criterion.goWhen} />,
  },
  {
    key: 'no-go',
    head: 'No-go',
    width: '1fr',
    min: 120,
    title: ({ criterion }) => criterion.noGoWhen,
    cell: ({ criterion }) => <Words of={criterion.noGoWhen} />,
  },
];

function Words({ of }: { readonly of: string }) {
  return <div className={`small q2 ${css.twoLines}`}>{of}</div>;
}

function neededWords({ neededToStart, neededToPass }: Criterion): string {
  if (neededToStart) return '; nothing may start without it';
  return neededToPass ? '; no go without it' : '';
}

function StateMark({ state }: { readonly state: CriterionStatus }) {
  return <Mark state={criterionMarks[state].state}>{criterionMarks[state].word}</Mark>;
}

function titleOf(line: CriterionLine): string {
  const { title, goWhen, noGoWhen } = line.criterion;
  return [title, goWhen && `Go: ${goWhen}`, noGoWhen && `No-go: ${noGoWhen}`, restsOn(line)].filter(Boolean).join('. ');
}

function Ground({ line }: { readonly line: CriterionLine }) {
  const { criterion } = line;
  if (criterion.judgedAt === null) return restsOn(line) || `To be judged${neededWords(criterion)}`;
  return (
    <>
      {criterion.reason && `${criterion.reason}; `}
      {criterion.judgedBy}, <Time at={criterion.judgedAt} withZone />
    </>
  );
}
