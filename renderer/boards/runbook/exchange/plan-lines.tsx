/** The changes a file would make, one line each: which task, which column, what it was and what it becomes; and whose is taken where both changed. */
import { useMemo } from 'react';
import type { PlanLine } from '../../../../shared/domain/runbook/exchange/diff.ts';
import { PickSet } from '../../../ui/pick-set.tsx';
import { type Column, Table } from '../../../ui/table.tsx';
import css from './exchange.module.css';
import { type FileWins, withLine, wonLines } from './whose.ts';

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

interface PlanLinesProps {
  readonly lines: readonly PlanLine[];
  readonly fileWins: FileWins;
  readonly onFileWins: (next: FileWins) => void;
}

export function PlanLines({ lines, fileWins, onFileWins }: PlanLinesProps) {
  const conflicts = useMemo(() => lines.filter(({ here }) => here !== null).map(({ key }) => key), [lines]);
  const columns = useMemo(() => columnsFor(conflicts, fileWins, onFileWins), [conflicts, fileWins, onFileWins]);
  const isShort = lines.length <= FEW;
  return (
    <>
      {conflicts.length > 0 && (
        <div className={css.whose}>
          <span className="warn">
            {conflicts.length === 1 ? '1 line was changed here too' : `${conflicts.length} lines were changed here too`} since the export.
          </span>
          <PickSet
            label="Whose is taken in all lines that both changed"
            value={fileWins === true ? 'mine' : wonLines(fileWins, conflicts).size === 0 ? 'theirs' : 'some'}
            picks={[
              { value: 'theirs', label: 'All theirs' },
              { value: 'mine', label: 'All mine' },
            ]}
            onPick={(whose) => onFileWins(whose === 'mine')}
          />
          <span className="q">Mine: the file. Theirs: what stands here now.</span>
        </div>
      )}
      <div className={isShort ? undefined : css.lines}>
        <Table fit={isShort} label="Changes" columns={columns} rows={lines} rowId={({ key }) => key} empty="The file changes nothing." />
      </div>
    </>
  );
}

function columnsFor(
  conflicts: readonly string[],
  fileWins: FileWins,
  onFileWins: PlanLinesProps['onFileWins'],
): readonly Column<PlanLine>[] {
  const won = wonLines(fileWins, conflicts);
  const choose = (key: string, isMine: boolean) => onFileWins(withLine(fileWins, conflicts, key, isMine));
  const isLost = ({ here, key }: PlanLine) => here !== null && !won.has(key);
  const text = (value: string) => <span className="cut">{oneLine(value)}</span>;
  const hasConflicts = conflicts.length > 0;
  return [
    { key: 'row', head: 'Row', width: 48, align: 'number', cell: ({ row }) => row ?? '' },
    { key: 'ref', head: 'Task', width: 64, cell: ({ ref }) => <span className="f">{ref || 'new'}</span> },
    { key: 'title', head: 'Title', width: 150, cell: ({ title }) => text(title), title: ({ title }) => title },
    { key: 'column', head: 'What', width: 118, cell: ({ what, column }) => text(words[what] || column) },
    {
      key: 'was',
      head: 'Was',
      width: '1fr',
      min: 90,
      cell: (line) => text(fromDifference(line, line.was)),
      title: ({ was }) => was,
      className: 'q',
    },
    {
      key: 'becomes',
      head: hasConflicts ? 'Mine' : 'Becomes',
      width: '1fr',
      min: 90,
      cell: (line) => text(line.becomes === '' ? (emptied[line.what] ?? '') : fromDifference(line, line.becomes)),
      title: ({ becomes }) => becomes,
      className: (line) => (isLost(line) ? 'q' : ''),
    },
    ...(hasConflicts ? whoseColumns(isLost, choose) : []),
  ];
}

const emptied: Partial<Readonly<Record<PlanLine['what'], string>>> = {
  edited: '(empty)',
  removed: '(removed)',
  'link removed': '(removed)',
};

function whoseColumns(isLost: (line: PlanLine) => boolean, choose: (key: string, isMine: boolean) => void): readonly Column<PlanLine>[] {
  const theirs = ({ what, here }: PlanLine) => (what === 'removed' ? `changed: ${here}` : oneLine(here ?? '') || '(empty)');
  return [
    {
      key: 'here',
      head: 'Theirs',
      width: '1fr',
      min: 90,
      cell: (line) =>
        line.here !== null && <span className={isLost(line) ? 'cut warn' : 'cut q'}>{fromDifference(line, theirs(line))}</span>,
      title: (line) => (line.here === null ? '' : theirs(line)),
    },
    {
      key: 'whose',
      head: 'Take',
      width: 126,
      cell: (line) =>
        line.here !== null && (
          <PickSet
            label={`Whose is taken: ${line.ref} ${line.column || words[line.what]}`}
            value={isLost(line) ? 'theirs' : 'mine'}
            picks={[
              { value: 'theirs', label: 'Theirs' },
              { value: 'mine', label: 'Mine' },
            ]}
            onPick={(whose) => choose(line.key, whose === 'mine')}
          />
        ),
    },
  ];
}

/** A beginning this long that all texts of a line share would leave no room for what differs. */
const LONG_BEGINNING = 16;

/** The text from shortly before where those of the line differ. */
function fromDifference({ was, becomes, here }: PlanLine, text: string): string {
  const others = [was, becomes, ...(here === null ? [] : [here])];
  let same = 0;
  while (same < text.length && others.every((other) => other[same] === text[same])) same += 1;
  const from = text.lastIndexOf(' ', same - 1) + 1;
  return same < LONG_BEGINNING || from === 0 ? text : `…${text.slice(from)}`;
}

const LONGEST_SHOWN = 300;

function oneLine(text: string): string {
  return text.slice(0, LONGEST_SHOWN).replace(/\s+/g, ' ');
}
