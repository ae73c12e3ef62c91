/** The head of a table: quiet words, and a button where a column can be sorted by. */
// biome-ignore-all lint/a11y/useSemanticElements: table elements cannot place their rows freely, and only the drawn rows exist
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its row with aria-activedescendant
import type { Column } from './table-columns.ts';

export interface SortedBy {
  readonly key: string;
  readonly descending: boolean;
}

interface TableHeadProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly sortedBy: SortedBy | null;
  readonly onSort: (key: string) => void;
  readonly hidden: boolean;
}

export function TableHead<Row>({ columns, sortedBy, onSort, hidden }: TableHeadProps<Row>) {
  return (
    <div role="rowgroup" className={hidden ? 'rowgroup head hidden' : 'rowgroup head'}>
      <div role="row" className="row" aria-rowindex={1}>
        {columns.map((column) => (
          <div
            role="columnheader"
            key={column.key}
            className={column.align === 'number' ? 'n' : undefined}
            aria-sort={column.compare && sortWord(column.key, sortedBy)}
          >
            <Head column={column} onSort={onSort} />
          </div>
        ))}
      </div>
    </div>
  );
}

function Head<Row>({ column, onSort }: { readonly column: Column<Row>; readonly onSort: (key: string) => void }) {
  const words = column.hiddenHead === undefined ? column.head : <HiddenWords shown={column.head} words={column.hiddenHead} />;
  if (!column.compare) return words;
  return (
    <button type="button" onClick={() => onSort(column.key)}>
      {words}
    </button>
  );
}

function HiddenWords({ shown, words }: { readonly shown: Column<never>['head']; readonly words: string }) {
  return (
    <>
      <span aria-hidden="true">{shown}</span>
      <span className="sr">{words}</span>
    </>
  );
}

/** The next state of a head that is clicked: ascending, descending, as given. */
export function nextSort(key: string, now: SortedBy | null): SortedBy | null {
  if (now?.key !== key) return { key, descending: false };
  return now.descending ? null : { key, descending: true };
}

function sortWord(key: string, sortedBy: SortedBy | null): 'ascending' | 'descending' | 'none' {
  if (sortedBy?.key !== key) return 'none';
  return sortedBy.descending ? 'descending' : 'ascending';
}
