/** The checks of one group, as a table that stays quick with many. */
import { useMemo } from 'react';
import { formatOffset } from '../../../shared/base/time-words.ts';
import { type BlockerLine, blockedChecks, blockerName } from '../../../shared/domain/readiness/blockers.ts';
import { weightOf } from '../../../shared/domain/readiness/criticality.ts';
import { type Check, checkStatuses } from '../../../shared/domain/readiness/schema.ts';
import { isOverdue } from '../../../shared/domain/readiness/standing.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { useRows } from '../../store/live.ts';
import { select } from '../../store/route.ts';
import { useNow } from '../../ui/clock.ts';
import { Mark } from '../../ui/mark.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Count } from './counts.tsx';
import { checkMarks, criticalityMarks, type Grouping, ownerOf, phaseTitle } from './groups.ts';
import css from './readiness.module.css';

interface CheckTableProps {
  readonly label: string;
  readonly checks: readonly Check[];
  readonly selected: Check | null;
  readonly by: Grouping;
  readonly marks: ReadonlySet<string>;
  /** Null where nobody may act. */
  readonly onMark: ((id: string) => void) | null;
}

export function CheckTable({ label, checks, selected, by, marks, onMark }: CheckTableProps) {
  const rows = useRows();
  const now = useNow(60_000);
  const columns = useMemo(() => columnsOf(rows, by, now), [rows, by, now]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `onMark` only sets a state, whichever of it is kept
  const withMarks = useMemo(() => (onMark ? [markColumn(marks, onMark), ...columns] : columns), [columns, marks, onMark === null]);
  return (
    <Table
      main
      label={`Checks of ${label}`}
      columns={withMarks}
      rows={checks}
      rowId={({ id }) => id}
      selectedId={selected?.id ?? null}
      onSelect={(id) => select(rows.check.get(id)?.ref ?? null)}
      empty="No check is in this state."
    />
  );
}

function markColumn(marks: ReadonlySet<string>, onMark: (id: string) => void): Column<Check> {
  return {
    key: 'mark',
    head: '',
    hiddenHead: 'Marked',
    width: 36,
    cell: ({ id, ref }) => (
      <input
        type="checkbox"
        className={css.mark}
        tabIndex={-1}
        aria-label={`Mark ${ref}`}
        checked={marks.has(id)}
        onChange={() => onMark(id)}
        onClick={(event) => event.stopPropagation()}
      />
    ),
  };
}

function columnsOf(rows: Rows, by: Grouping, now: number): readonly Column<Check>[] {
  const evidence = new Map<string, number>();
  for (const { checkId } of rows.evidence.values()) evidence.set(checkId, (evidence.get(checkId) ?? 0) + 1);
  const held = blockedChecks(rows);
  const place = by === 'area' ? (check: Check) => phaseTitle(rows, check.phase) : (check: Check) => check.area;
  const owner = (check: Check) => ownerOf(rows, check);
  const heldBy = ({ id }: Check) => (held.get(id) ?? []).map(blockerWords).join('; ');
  return [
    { key: 'ref', head: 'Ref', width: 58, cell: ({ ref }) => ref, className: 'f' },
    {
      key: 'title',
      head: 'Check',
      width: '6fr',
      min: 150,
      cell: ({ title }) => title,
      title: ({ title }) => title,
      compare: byText(({ title }) => title),
    },
    {
      key: 'place',
      head: by === 'area' ? 'Phase' : 'Area',
      width: '2fr',
      min: 58,
      cell: place,
      title: place,
      className: 'q2',
      compare: byText(place),
    },
    {
      key: 'owner',
      head: 'Owner',
      width: '1.5fr',
      min: 58,
      cell: (check) => owner(check) || <span className="q">nobody</span>,
      title: owner,
      className: 'q2',
      compare: byText(owner),
    },
    {
      key: 'due',
      head: 'Due, T',
      width: 92,
      align: 'number',
      cell: (check) => <Due check={check} overdue={isOverdue(rows, check, now)} />,
      compare: (a, b) => (a.dueOffset ?? Number.POSITIVE_INFINITY) - (b.dueOffset ?? Number.POSITIVE_INFINITY),
    },
    {
      key: 'criticality',
      head: 'Weight',
      width: 54,
      cell: ({ criticality }) => (
        <Mark bare state={criticalityMarks[criticality].state} as="priority">
          {criticalityMarks[criticality].word}
        </Mark>
      ),
      title: ({ criticality }) => criticalityMarks[criticality].word,
      compare: (a, b) => weightOf[b.criticality] - weightOf[a.criticality],
    },
    {
      key: 'status',
      head: 'State',
      width: 116,
      cell: ({ status }) => <Mark state={checkMarks[status].state}>{checkMarks[status].word}</Mark>,
      compare: (a, b) => checkStatuses.indexOf(a.status) - checkStatuses.indexOf(b.status),
    },
    {
      key: 'held',
      head: 'Held by',
      width: 94,
      cell: ({ id }) => <Held lines={held.get(id) ?? []} />,
      title: heldBy,
      compare: byText(heldBy),
    },
    { key: 'evidence', head: 'Evidence', width: 76, align: 'number', cell: ({ id }) => <Count count={evidence.get(id) ?? 0} /> },
  ];
}

function Held({ lines }: { readonly lines: readonly BlockerLine[] }) {
  const [first] = lines;
  if (!first) return <Count count={0} />;
  return <Mark state="blocked">{lines.length > 1 ? lines.length : first.ref || 'In words'}</Mark>;
}

function blockerWords(line: BlockerLine): string {
  return line.ref ? `${blockerName(line)} ${line.title}` : line.title;
}

function Due({ check, overdue }: { readonly check: Check; readonly overdue: boolean }) {
  if (check.dueOffset === null) return <Count count={0} />;
  return overdue ? <Mark state="late">{formatOffset(check.dueOffset)}</Mark> : formatOffset(check.dueOffset);
}

function byText(textOf: (check: Check) => string) {
  return (a: Check, b: Check) => textOf(a).localeCompare(textOf(b), 'en', { numeric: true });
}
