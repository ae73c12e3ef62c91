/** What a paste would put into the sheet, with what cannot be read, before it is put there. */
import { fieldWords } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import type { PastedBlock } from './pasted-block.ts';
import css from './plan.module.css';
import type { SheetRow } from './sheet-rows.ts';

const MOST_SHOWN = 200;

export interface PasteDialogProps {
  readonly pasted: PastedBlock;
  readonly list: readonly SheetRow[];
  readonly onTake: () => void;
  readonly onClose: () => void;
}

export function PasteDialog({ pasted, list, onTake, onClose }: PasteDialogProps) {
  const { cells, rows, newRows, untitled, columnsLeft, hasHead } = pasted;
  const unread = cells.filter(({ reason }) => reason !== '');
  const nameOf = (row: number) => list[row]?.ref ?? `new task ${row - list.length + 1}`;
  const run = () => {
    onTake();
    return { ok: true as const };
  };
  const parts = [
    ...(rows > newRows ? [`${count(rows - newRows, 'row of the sheet gets', 'rows of the sheet get')} new text`] : []),
    ...(newRows > 0 ? [`${count(newRows, 'new task is', 'new tasks are')} added at the end`] : []),
  ];
  const isWithoutTitles = hasHead && untitled > 0 && !cells.some(({ field }) => field === 'title');
  return (
    <Dialog
      title="Paste rows"
      quiet={count(rows, 'row', 'rows')}
      size="wide"
      onClose={onClose}
      submit={{ label: `Paste ${count(cells.length, 'cell', 'cells')}`, run, disabled: cells.length === 0 || isWithoutTitles }}
    >
      <p>
        {parts.join(', ')}. Nothing is saved yet: the cells are marked until you save.
        {hasHead && ' The first row names the columns and is passed over.'}
        {leftWords(columnsLeft)}
      </p>
      {isWithoutTitles ? (
        <p className="stop">
          No column holds the titles of the tasks, so {count(untitled, 'task', 'tasks')} would have none. Call one of the columns Task or
          Title, and paste again.
        </p>
      ) : (
        untitled > 0 && (
          <p className="warn">{count(untitled, 'new task has', 'new tasks have')} no title and cannot be saved until you give one.</p>
        )
      )}
      {unread.length === 0 ? (
        <p className="good">Every cell can be read.</p>
      ) : (
        <>
          <p className="stop">
            {unread.length === 1
              ? '1 cell cannot be read. Its text is pasted and stays marked; its row is saved once it is mended.'
              : `${unread.length} cells cannot be read. Their text is pasted and stays marked; their rows are saved once they are mended.`}
          </p>
          <div className={css.scroll}>
            <table className={`t small ${css.reasons}`}>
              <thead>
                <tr>
                  <th>Row</th>
                  <th>Column</th>
                  <th>Text</th>
                  <th>What is the matter</th>
                </tr>
              </thead>
              <tbody>
                {unread.slice(0, MOST_SHOWN).map(({ row, field, text, reason }) => (
                  <tr key={`${row} ${field}`}>
                    <td className="f">{nameOf(row)}</td>
                    <td>{fieldWords[field]}</td>
                    <td>{text.slice(0, 80)}</td>
                    <td>{reason}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          {unread.length > MOST_SHOWN && <p className="q2">{unread.length - MOST_SHOWN} more.</p>}
        </>
      )}
    </Dialog>
  );
}

function leftWords(left: PastedBlock['columnsLeft']): string {
  if (typeof left === 'number') {
    return left === 0
      ? ''
      : ` ${count(left, 'column has', 'columns have')} no place in the sheet and ${left === 1 ? 'is' : 'are'} left out.`;
  }
  const [first] = left;
  if (first === undefined) return '';
  return left.length === 1
    ? ` The column ${first} has no place in the sheet and is left out.`
    : ` The columns ${left.join(', ')} have no place in the sheet and are left out.`;
}

function count(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
