/** The gate that readiness leads to next: its criteria, and whose call is missing. */
import { useMemo } from 'react';
import { zoneName } from '../../../shared/base/time-words.ts';
import { type CriterionLine, criterionLines, restsOn } from '../../../shared/domain/gate/criterion-state.ts';
import { mayDecideAgain } from '../../../shared/domain/gate/decision-rules.ts';
import { type PollLine, pollOf, shownCall } from '../../../shared/domain/gate/poll.ts';
import type { CriterionStatus, Gate } from '../../../shared/domain/gate/schema.ts';
import { useRows, useTable, useTimes } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time } from '../../ui/time.tsx';
import css from './readiness.module.css';

/** The first gate that is not decided, in the order of the playbook; null when all are. */
export function useNextGate(): Gate | null {
  const gates = useTable('gate');
  return useMemo(() => [...gates.values()].sort((a, b) => a.position - b.position).find(mayDecideAgain) ?? null, [gates]);
}

export function GateCriteria({ gate }: { readonly gate: Gate }) {
  const rows = useRows();
  const lines = useMemo(() => criterionLines(rows, gate), [rows, gate]);
  if (lines.length === 0) return null;
  const counted = (['met', 'waived', 'failed', 'open'] as const).map((state) => ({
    state,
    count: lines.filter((line) => line.state === state).length,
  }));
  const quiet = counted.flatMap(({ state, count }) => (count > 0 ? [`${count} ${state}`] : [])).join(', ');
  return (
    <Panel title={`Criteria of ${gate.ref}, ${gate.title}`} quiet={quiet} ruled className={css.criteria}>
      <Table
        fit
        headLines={0}
        label={`Criteria of ${gate.ref}`}
        columns={criterionColumns}
        rows={lines}
        rowId={({ criterion }) => criterion.id}
      />
    </Panel>
  );
}

const marks: Readonly<Record<CriterionStatus, readonly [MarkState, string]>> = {
  open: ['not-ready', 'Open'],
  met: ['go', 'Met'],
  failed: ['failed', 'Failed'],
  waived: ['waived', 'Waived'],
  'not applicable': ['skipped', 'Not applicable'],
};

const criterionColumns: readonly Column<CriterionLine>[] = [
  { key: 'state', head: 'State', width: 130, cell: ({ state }) => <Mark state={marks[state][0]}>{marks[state][1]}</Mark> },
  {
    key: 'title',
    head: 'Criterion',
    width: '3fr',
    min: 160,
    cell: ({ criterion }) => criterion.title,
    title: ({ criterion }) => criterion.title,
  },
  { key: 'says', head: 'Evidence', width: '2fr', min: 120, cell: restsOn, title: restsOn, className: 'q2' },
];

export function GateCalls({ gate }: { readonly gate: Gate }) {
  const rows = useRows();
  const { zone, tZeroAt } = useTimes();
  const lines = useMemo(() => pollOf(rows, gate), [rows, gate]);
  const called = lines.filter((line) => shownCall(line) !== 'awaited').length;
  const planned = gate.plannedOffset === null ? null : tZeroAt + gate.plannedOffset;
  return (
    <Panel
      title={`${gate.ref}, ${gate.title}`}
      quiet={gate.decision === 'hold' ? 'on hold' : `${called} of ${lines.length} calls in`}
      end={
        planned !== null && (
          <span className="small q2">
            planned <Time at={planned} /> {zoneName(planned, zone)}
          </span>
        )
      }
      ruled
    >
      <Table
        fit
        headLines={0}
        rowHeight={44}
        label={`Calls for ${gate.ref}`}
        columns={callColumns}
        rows={lines}
        rowId={({ position }) => position}
      />
      <div className={css.act}>
        <Button onClick={() => go('gate', gate.ref)}>Open the gate</Button>
      </div>
    </Panel>
  );
}

const callMarks = { go: 'go', 'go with conditions': 'conditions', 'no-go': 'no-go', sealed: 'sealed', awaited: 'awaited' } as const;

const callColumns: readonly Column<PollLine>[] = [
  {
    key: 'position',
    head: 'Position',
    width: '1fr',
    min: 150,
    title: ({ title }) => title,
    cell: (line) => (
      <>
        <div className="cut">{line.title}</div>
        <div className="small q2 cut">{whoOf(line)}</div>
      </>
    ),
  },
  {
    key: 'call',
    head: 'Call',
    width: 134,
    cell: (line) => <Mark state={callMarks[shownCall(line)]} />,
    title: ({ call, sealed }) => (sealed === null ? (call?.reason ?? '') : ''),
  },
];

function whoOf({ caller, holders }: PollLine): string {
  return caller?.name ?? (holders.map(({ name }) => name).join(', ') || 'held by nobody');
}
