/** The changes a file would make, one line each: which task, which column, what it was and what it becomes. */
import { useMemo } from 'react';
import type { PlanLine } from '../../../../shared/domain/runbook/exchange/diff.ts';
import { type Column, Table } from '../../../ui/table.tsx';
import css from './exchange.module.css';

const words: Readonly<Record<PlanLine['what'], string>> = {
  edited: '',
  added: 'task added',
  removed: 'task removed',
  'link added': 'link added',
  'link changed': 'link changed',
  'link removed': 'link removed',
};

/** So few lines need no scrolling of their own. */
const FEW = 12;

interface Numbered {
  readonly at: number;
  readonly line: PlanLine;
}

interface PlanLinesProps {
  readonly lines: readonly PlanLine[];
  /** The file wins where the record changed too. */
  readonly fileWins: boolean;
}

export function PlanLines({ lines, fileWins }: PlanLinesProps) {
  const rows = useMemo(() => worstFirst(lines.map((line, at): Numbered => ({ line, at }))), [lines]);
  const hasConflicts = lines.some(({ here }) => here !== null);
  const columns = useMemo(() => columnsFor(hasConflicts, fileWins), [hasConflicts, fileWins]);
  const isShort = rows.length <= FEW;
  return (
    <div className={isShort ? undefined : css.lines}>
      <Table fit={isShort} label="Changes" columns={columns} rows={rows} rowId={({ at }) => String(at)} empty="The file changes nothing." />
    </div>
  );
}

function columnsFor(hasConflicts: boolean, fileWins: boolean): readonly Column<Numbered>[] {
  const text = (value: string) => <span className="cut">{oneLine(value)}</span>;
  const lost = ({ line }: Numbered) => (line.here !== null && !fileWins ? 'q2' : '');
  return [
    { key: 'row', head: 'Row', width: 48, align: 'number', cell: ({ line }) => line.row ?? '' },
    { key: 'ref', head: 'Task', width: 64, cell: ({ line }) => <span className="f">{line.ref || 'new'}</span> },
    { key: 'title', head: 'Title', width: 150, cell: ({ line }) => text(line.title), title: ({ line }) => line.title },
    { key: 'column', head: 'What', width: 118, cell: ({ line }) => text(words[line.what] || line.column) },
    { key: 'was', head: 'Was', width: '1fr', min: 110, cell: ({ line }) => text(line.was), title: ({ line }) => line.was, className: 'q' },
    {
      key: 'becomes',
      head: 'Becomes',
      width: '1fr',
      min: 110,
      cell: ({ line }) => text(line.becomes === '' && line.what === 'edited' ? '(empty)' : line.becomes),
      title: ({ line }) => line.becomes,
      className: lost,
    },
    ...(hasConflicts
      ? [
          {
            key: 'here',
            head: 'Changed here',
            width: '1fr' as const,
            min: 110,
            cell: ({ line }: Numbered) =>
              line.here !== null && <span className={fileWins ? 'cut q' : 'cut warn'}>{oneLine(line.here) || '(empty)'}</span>,
            title: ({ line }: Numbered) => line.here ?? '',
          },
        ]
      : []),
  ];
}

/** What the record changed too comes first, or it would be lost among thousands. */
function worstFirst(rows: readonly Numbered[]): readonly Numbered[] {
  return [...rows.filter(({ line }) => line.here !== null), ...rows.filter(({ line }) => line.here === null)];
}

const LONGEST_SHOWN = 300;

function oneLine(text: string): string {
  return text.slice(0, LONGEST_SHOWN).replace(/\s+/g, ' ');
}
