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

export function PasteDialog({ pasted: { cells, rows, newRows, columnsLeft, hasHead }, list, onTake, onClose }: PasteDialogProps) {
  const unread = cells.filter(({ reason }) => reason !== '');
  const nameOf = (row: number) => list[row]?.ref ?? `new row ${row - list.length + 1}`;
  const run = () => {
    onTake();
    return { ok: true as const };
  };
  return (
    <Dialog
      title="Paste rows"
      quiet={`${rows} rows`}
      size="wide"
      onClose={onClose}
      submit={{ label: `Paste ${cells.length} cells`, run, disabled: cells.length === 0 }}
    >
      <p>
        {rows - newRows} rows of the plan get new text{newRows > 0 && `, ${newRows} new tasks are added at the end`}. Nothing is saved yet:
        the cells are marked until you save.
        {hasHead && ' The first row names the columns and is passed over.'}
        {columnsLeft > 0 && ` ${columnsLeft} columns have no place in the sheet and are left out.`}
      </p>
      {unread.length === 0 ? (
        <p className="good">Every cell can be read.</p>
      ) : (
        <>
          <p className="stop">
            {unread.length} {unread.length === 1 ? 'cell cannot' : 'cells cannot'} be read. Their text is pasted and stays marked; their
            rows are saved once they are mended.
          </p>
          <div className={css.scroll}>
            <table className="t small">
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
