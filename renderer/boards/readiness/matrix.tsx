/** The matrix of the board: areas, phases or owners down, states across, worst first. Enter opens the checks of one. */
import { useMemo, useState } from 'react';
import type { CheckStatus } from '../../../shared/domain/readiness/schema.ts';
import { standingOf } from '../../../shared/domain/readiness/standing.ts';
import { ShareBar } from '../../ui/share-bar.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Count, Percent } from './counts.tsx';
import { checkMarks, type Grouping, type GroupLine, statesAcross } from './groups.ts';
import css from './readiness.module.css';

interface MatrixProps {
  readonly lines: readonly GroupLine[];
  readonly by: Grouping;
  readonly onOpen: (key: string, status: CheckStatus | null) => void;
}

export function Matrix({ lines, by, onOpen }: MatrixProps) {
  const [chosen, choose] = useState<string | null>(null);
  const columns = useMemo(() => columnsBy(by, onOpen), [by, onOpen]);
  const sums = useMemo(() => sumsOf(lines), [lines]);
  const selectedId = lines.some(({ id }) => id === chosen) ? chosen : (lines[0]?.id ?? null);
  return (
    <Table
      main
      fit
      label={`Readiness by ${by}`}
      columns={columns}
      rows={lines}
      rowId={(line) => line.id}
      selectedId={selectedId}
      onSelect={choose}
      onOpen={(line) => onOpen(line.key, null)}
      sums={sums}
    />
  );
}

const heads: Readonly<Record<Grouping, readonly [string, string]>> = {
  area: ['Area', 'Owners'],
  phase: ['Phase', 'Owners'],
  owner: ['Owner', 'Areas'],
  all: ['Checks', 'Owners'],
};

function columnsBy(by: Grouping, onOpen: MatrixProps['onOpen']): readonly Column<GroupLine>[] {
  const [head, also] = heads[by];
  return [
    { key: 'title', head, width: '5fr', min: 128, cell: ({ title }) => title, title: ({ title }) => title, className: 'name' },
    { key: 'also', head: also, width: '2fr', min: 52, cell: (line) => line.also, title: (line) => line.also, className: 'q2' },
    {
      key: 'figure',
      head: 'Figure',
      width: 52,
      align: 'number',
      cell: ({ figure }) => <Percent figure={figure} />,
      className: ({ figure }) => (figure !== null && figure < 0.8 ? 'loud' : ''),
    },
    { key: 'lost', head: 'Lost', width: 50, align: 'number', cell: ({ lost }) => <Lost points={lost} /> },
    { key: 'share', head: 'Share', width: 66, cell: ({ counts }) => <ShareBar {...counts} /> },
    ...statesAcross.map((status) => stateColumn(status, onOpen)),
    { key: 'overdue', head: 'Overdue', width: 62, align: 'number', cell: ({ overdue }) => <Count count={overdue} state="late" /> },
    { key: 'blocked', head: 'Blocked', width: 70, align: 'number', cell: ({ blocked }) => <Count count={blocked} state="blocked" /> },
  ];
}

/** Just wide enough for the head and a count of three digits, so that the board holds at 1280 px. */
const widths = { failed: 52, open: 52, 'in work': 56, 'to verify': 62, waived: 56, passed: 56 } as const;

function stateColumn(status: (typeof statesAcross)[number], onOpen: MatrixProps['onOpen']): Column<GroupLine> {
  const { state, word, count } = checkMarks[status];
  return {
    key: status,
    head: word,
    width: widths[status],
    align: 'number',
    cell: ({ counts, key, title }) =>
      counts[count] === 0 ? (
        <Count count={0} />
      ) : (
        <button
          type="button"
          tabIndex={-1}
          className={css.cell}
          title={`Open what is ${word.toLowerCase()} in ${title}`}
          onClick={() => onOpen(key, status)}
        >
          <Count count={counts[count]} state={state} />
        </button>
      ),
  };
}

function Lost({ points }: { readonly points: number }) {
  return points < 0.05 ? <Count count={0} /> : `−${points.toFixed(1)}`;
}

function sumsOf(lines: readonly GroupLine[]) {
  const checks = lines.flatMap((line) => line.checks);
  const { counts, figure } = standingOf(checks);
  return {
    title: `All ${checks.length} checks`,
    figure: <Percent figure={figure} />,
    lost: <Lost points={lines.reduce((sum, line) => sum + line.lost, 0)} />,
    ...Object.fromEntries(statesAcross.map((status) => [status, <Count key={status} count={counts[checkMarks[status].count]} />])),
    overdue: <Count count={lines.reduce((sum, { overdue }) => sum + overdue, 0)} />,
    blocked: <Count count={lines.reduce((sum, { blocked }) => sum + blocked, 0)} />,
  };
}
