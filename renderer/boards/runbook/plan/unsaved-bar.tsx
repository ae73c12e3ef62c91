/** What is typed and not saved: how much, what it would do, and the buttons for it. Its place is kept, so that no row moves when it fills. */
import { Button } from '../../../ui/button.tsx';
import { Key } from '../../../ui/key.tsx';
import { Mark } from '../../../ui/mark.tsx';
import { ImpactWords } from './impact-words.tsx';
import css from './plan.module.css';
import { type SheetRow, sheetColumns } from './sheet-rows.ts';
import type { Unsaved } from './unsaved.ts';
import type { Foreseen } from './use-impact.ts';

interface UnsavedBarProps {
  /** Null while nothing is typed. */
  readonly unsaved: Unsaved | null;
  readonly foreseen: Foreseen;
  /** That the task at hand misses its fixed time; empty when it does not. */
  readonly missed: string;
  readonly list: readonly SheetRow[];
  readonly isSaving: boolean;
  readonly onClear: () => void;
  readonly onSave: () => void;
}

export function UnsavedBar({ unsaved, foreseen, missed, list, isSaving, onClear, onSave }: UnsavedBarProps) {
  if (!unsaved && missed !== '') {
    return (
      <p className={`${css.impact} warn small`}>
        <Mark state="at-risk" bare /> This task {missed}.
      </p>
    );
  }
  if (!unsaved) {
    return (
      <p className={`${css.impact} q small`}>
        <span className="cut">
          Type into a cell, Enter takes it. <Key stroke="Mod+V" /> pastes rows of a spreadsheet, with or without their headings.
        </span>
      </p>
    );
  }
  const toSave = unsaved.command.edits.length + unsaved.command.added.length;
  return (
    // The focus stays in the sheet while its buttons are pressed.
    <section className={css.impact} aria-label="Not saved yet" onMouseDown={(event) => event.preventDefault()}>
      <b className="nw">
        {unsaved.rows} {unsaved.rows === 1 ? 'task' : 'tasks'} not saved
      </b>
      <span className={css.foreseen}>
        {unsaved.unsure > 0 && <span className="warn">{unsaved.unsure} typed, not confirmed: press Enter in the cell. </span>}
        <UnreadWords unsaved={unsaved} list={list} />
        <ImpactWords foreseen={foreseen} />
      </span>
      <span className="btns">
        <Button onClick={onClear}>Clear all typed</Button>
        <Button primary hint="Mod+S" disabled={toSave === 0 || isSaving} onClick={onSave}>
          {toSave === unsaved.rows ? 'Save' : `Save ${toSave} of ${unsaved.rows}`}
        </Button>
      </span>
    </section>
  );
}

function UnreadWords({ unsaved: { unread }, list }: { readonly unsaved: Unsaved; readonly list: readonly SheetRow[] }) {
  const [first] = unread;
  if (!first) return null;
  const row = list.find(({ key }) => key === first.row)?.ref ?? first.row;
  const head = sheetColumns.find(({ field }) => field === first.field)?.head;
  return (
    <span className="stop">
      {row}, {head}: {first.reason}
      {unread.length > 1 && ` ${unread.length - 1} more like this.`}{' '}
    </span>
  );
}
