/** The table of areas, phases or owners, worst first. Enter opens the checks of one. */
import { useMemo, useState } from 'react';
import { standingOf } from '../../../shared/domain/readiness/standing.ts';
import { select } from '../../store/route.ts';
import { ShareBar } from '../../ui/share-bar.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Count, Percent } from './counts.tsx';
import type { Grouping, GroupLine } from './groups.ts';

interface GroupTableProps {
  readonly lines: readonly GroupLine[];
  readonly by: Grouping;
}

export function GroupTable({ lines, by }: GroupTableProps) {
  const [chosen, choose] = useState<string | null>(null);
  const columns = useMemo(() => columnsBy(by), [by]);
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
      onOpen={(line) => select(line.checks[0]?.ref ?? null)}
      sums={sums}
    />
  );
}

const heads: Readonly<Record<Grouping, readonly [string, string]>> = {
  area: ['Area', 'Owners'],
  phase: ['Phase', 'Owners'],
  owner: ['Owner', 'Areas'],
};

function columnsBy(by: Grouping): readonly Column<GroupLine>[] {
  const [head, also] = heads[by];
  return [
    { key: 'title', head, width: '3fr', min: 130, cell: ({ title }) => title, title: ({ title }) => title, className: 'name' },
    { key: 'also', head: also, width: '2fr', min: 80, cell: (line) => line.also, title: (line) => line.also, className: 'q2' },
    { key: 'share', head: 'Share', width: 124, cell: ({ counts }) => <ShareBar {...counts} /> },
    { key: 'passed', head: 'Passed', width: 56, align: 'number', cell: ({ counts }) => <Count count={counts.passed} /> },
    {
      key: 'waived',
      head: 'Waived',
      width: 58,
      align: 'number',
      cell: ({ counts }) => <Count count={counts.waived} />,
      className: ({ counts }) => (counts.waived > 0 ? 'warn' : ''),
    },
    { key: 'inWork', head: 'In work', width: 60, align: 'number', cell: ({ counts }) => <Count count={counts.inWork} /> },
    { key: 'open', head: 'Open', width: 50, align: 'number', cell: ({ counts }) => <Count count={counts.open} /> },
    { key: 'overdue', head: 'Overdue', width: 66, align: 'number', cell: ({ overdue }) => <Count count={overdue} state="late" /> },
    { key: 'failed', head: 'Failed', width: 58, align: 'number', cell: ({ counts }) => <Count count={counts.failed} state="failed" /> },
    {
      key: 'figure',
      head: 'Figure',
      width: 60,
      align: 'number',
      cell: ({ figure }) => <Percent figure={figure} />,
      className: ({ figure }) => (figure !== null && figure < 0.8 ? 'loud' : ''),
    },
    {
      key: 'lost',
      head: 'Lost',
      width: 64,
      align: 'number',
      cell: ({ lost }) => (lost === 0 ? <Count count={0} /> : `−${lost.toFixed(1)}`),
    },
  ];
}

function sumsOf(lines: readonly GroupLine[]) {
  const checks = lines.flatMap((line) => line.checks);
  const { counts, figure } = standingOf(checks);
  const lost = lines.reduce((sum, line) => sum + line.lost, 0);
  return {
    title: `All ${checks.length} checks`,
    passed: counts.passed,
    waived: counts.waived,
    inWork: counts.inWork,
    open: counts.open,
    overdue: lines.reduce((sum, { overdue }) => sum + overdue, 0),
    failed: counts.failed,
    figure: <Percent figure={figure} />,
    lost: lost === 0 ? <Count count={0} /> : `−${lost.toFixed(1)}`,
  };
}
