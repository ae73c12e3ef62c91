/** The plan while it is edited: the sheet, what its unsaved cells would do, conflicts, and what is done with whole rows. */
import { useCallback, useMemo, useState } from 'react';
import { cellTexts } from '../../../../shared/domain/runbook/plan/cells.ts';
import { blockText, MOST_PASTED, readBlock } from '../../../../shared/domain/runbook/plan/clipboard.ts';
import type { Conflict } from '../../../../shared/domain/runbook/plan/conflicts.ts';
import { type PlanField, planValue, samePlanValue } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import { client } from '../../../client/client.ts';
import { act, tell } from '../../../store/act.ts';
import { useGoLive, useRole, useRows } from '../../../store/live.ts';
import { Button } from '../../../ui/button.tsx';
import { Empty } from '../../../ui/empty.tsx';
import { useKeys } from '../../../ui/keys.ts';
import type { ViewProps } from '../view-props.ts';
import { ConflictsPanel } from './conflicts-panel.tsx';
import { ImpactWords } from './impact-words.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { type PastedBlock, pastedBlock } from './pasted-block.ts';
import css from './plan.module.css';
import { changeDrafts, type Typed, useDrafts, withCells, withNewRows, withoutRows } from './plan-drafts.ts';
import { RowTools, useRowActs } from './row-tools.tsx';
import { type CellLook, PlanSheet } from './sheet.tsx';
import { type SheetRow, sheetColumns, sheetRows } from './sheet-rows.ts';
import { unsavedOf } from './unsaved.ts';
import { useImpact } from './use-impact.ts';
import { useSheet } from './use-sheet-keys.ts';

export function EditView(props: ViewProps) {
  const role = useRole();
  if (role === 'viewer')
    return <Empty title="Only to look at">The plan is edited by members of the room. This screen joined to look.</Empty>;
  return <PlanEditor {...props} />;
}

function PlanEditor({ all, shown, selected }: ViewProps) {
  const rows = useRows();
  const goLive = useGoLive();
  const drafts = useDrafts(goLive.id);
  const change = useCallback((by: Parameters<typeof changeDrafts>[1]) => changeDrafts(goLive.id, by), [goLive.id]);
  const { zone, tZeroAt } = goLive;
  const newKeys = useMemo(() => drafts.newRows.map(({ key }) => key), [drafts.newRows]);
  const texts = useMemo(() => cellTexts(rows, { zone, tZeroAt }, newKeys), [rows, zone, tZeroAt, newKeys]);
  const isFiltered = shown.length < all.length;
  const list = useMemo(
    () => sheetRows(rows, drafts.newRows, isFiltered ? new Set(shown.map(({ task }) => task.id)) : null),
    [rows, drafts.newRows, shown, isFiltered],
  );
  const unsaved = useMemo(() => unsavedOf(rows, drafts, texts), [rows, drafts, texts]);
  const foreseen = useImpact(unsaved.command);
  const [pasted, setPasted] = useState<PastedBlock | null>(null);
  const [isSaving, setSaving] = useState(false);

  const textOf = (row: SheetRow, field: PlanField) =>
    drafts.cells.get(row.key)?.get(field)?.text ?? (row.task ? texts.write(field, planValue(rows, row.task, field)) : '');
  const wasOf = (row: SheetRow, field: PlanField) => (row.task ? planValue(rows, row.task, field) : undefined);
  /** A cell that says what stands there anyway is no draft. */
  const typed = (row: SheetRow, field: PlanField, text: string, isSure: boolean): Typed => {
    const read = row.task ? texts.read(field, text) : null;
    const isSame = row.task !== null && read?.ok && samePlanValue(field, planValue(rows, row.task, field), read.value);
    return { row: row.key, field, draft: isSame ? null : { text, was: wasOf(row, field), isSure } };
  };
  const at = (row: number, column: number) => [list[row] as SheetRow, sheetColumns[column]?.field as PlanField] as const;
  const block = () => {
    const [top, bottom] = [Math.min(sheet.at.row, sheet.from.row), Math.max(sheet.at.row, sheet.from.row)];
    const [left, right] = [Math.min(sheet.at.column, sheet.from.column), Math.max(sheet.at.column, sheet.from.column)];
    return {
      top,
      bottom,
      left,
      right,
      rows: list.slice(top, bottom + 1),
      fields: sheetColumns.slice(left, right + 1).map(({ field }) => field),
    };
  };
  const insert = (where: 'above' | 'below', count = 1) => {
    const here = list[sheet.at.row];
    change((before) => withNewRows(before, placeAt(list, here, where, rows.task, before.newRows), count).drafts);
    if (where === 'below') sheet.point({ row: sheet.at.row + (here ? 1 : 0), column: 0 }, false);
  };
  const rowActs = useRowActs(() => block().rows, change);
  const sheet = useSheet(
    list.length,
    Math.max(
      0,
      list.findIndex(({ ref }) => ref === selected),
    ),
    {
      textAt: (cell) => textOf(...at(cell.row, cell.column)),
      setBlock: (_from, _to, text) => {
        const { rows: chosen, fields } = block();
        const cells = chosen.flatMap((row) =>
          fields.map((field) => (text === null ? { row: row.key, field, draft: null } : typed(row, field, text, true))),
        );
        change((before) => withCells(before, cells));
      },
      typed: (cell, text, isSure) => change((before) => withCells(before, [typed(...at(cell.row, cell.column), text, isSure)])),
      step: rowActs.step,
      insertRow: insert,
      removeRows: rowActs.remove,
    },
  );
  const paste = (text: string) => {
    const read = readBlock(text);
    if (read.rows > MOST_PASTED) {
      tell({
        code: 'too-many',
        reason: `${read.rows} rows were pasted; the sheet takes ${MOST_PASTED} at once. Nothing was pasted. Paste fewer, or import the plan as a file.`,
        about: [],
      });
      return;
    }
    const { top, left } = block();
    const found = pastedBlock(read.cells, list, top, left, texts);
    if (found.cells.length === 1 && found.newRows === 0) take(found);
    else setPasted(found);
  };
  const take = (found: PastedBlock) => {
    change((before) => {
      const end = placeAt(
        list,
        list.findLast(({ depth }) => depth === 0),
        'below',
        rows.task,
        before.newRows,
      );
      const { drafts: grown, keys } = withNewRows(before, end, found.newRows);
      const cells = found.cells.map(({ row, field, text }): Typed => {
        const known = list[row];
        return known
          ? typed(known, field, text, true)
          : { row: keys[row - list.length] as string, field, draft: { text, was: undefined, isSure: true } };
      });
      return withCells(grown, cells);
    });
    setPasted(null);
  };
  const save = async () => {
    const { command } = unsaved;
    const count = command.edits.length + command.added.length;
    if (count === 0 || isSaving) return;
    setSaving(true);
    const saved = await act(client.plan.editTasks, command, `${count} ${count === 1 ? 'task' : 'tasks'} of the plan saved`);
    setSaving(false);
    if (saved.ok)
      change((before) =>
        withoutRows(before, new Set([...command.edits.map(({ taskId }) => taskId), ...command.added.map(({ key }) => key)])),
      );
    else tell(saved.refusal);
  };
  const settle = (of: readonly Conflict[], whose: 'theirs' | 'mine') =>
    change((before) => {
      const [first] = of;
      if (first?.field === null) return withoutRows(before, new Set([first.taskId]));
      const cleared = of.map(({ taskId, field }) => ({ row: taskId, field: field as PlanField, draft: null }));
      const mine = of.map(({ taskId, field, here }) => {
        const text = before.cells.get(taskId)?.get(field as PlanField)?.text ?? '';
        return { row: taskId, field: field as PlanField, draft: { text, was: here, isSure: true } };
      });
      return whose === 'theirs' ? withCells(before, cleared) : withCells(withCells(before, cleared), mine);
    });
  const toSave = unsaved.command.edits.length + unsaved.command.added.length;
  const hasDrafts = drafts.cells.size > 0 || drafts.newRows.length > 0;
  const clear = () => {
    const kept = drafts;
    changeDrafts(goLive.id, (before) => ({ ...before, cells: new Map(), newRows: [] }));
    rowActs.cleared(() => changeDrafts(goLive.id, () => kept));
  };
  useKeys('Plan', [
    { key: 'Mod+S', label: 'save the plan', run: () => void save(), when: toSave > 0 },
    { key: 'Mod+Enter', label: 'insert row', run: () => insert('below') },
  ]);
  const look = useLook(drafts, unsaved, textOf);
  return (
    <div className={css.plan}>
      <RowTools acts={rowActs} rows={block().rows} onInsert={insert} />
      {hasDrafts && (
        <section className={css.impact} aria-label="Not saved yet">
          <b>
            {unsaved.rows} {unsaved.rows === 1 ? 'task' : 'tasks'} not saved
          </b>
          {unsaved.unsure > 0 && <span className="warn">{unsaved.unsure} typed, not confirmed: press Enter in the cell</span>}
          {unsaved.unread.length > 0 && <UnreadWords unsaved={unsaved} list={list} />}
          <ImpactWords foreseen={foreseen} />
          <span className="btns">
            <Button onClick={clear}>Clear all typed</Button>
            <Button primary hint="Mod+S" disabled={toSave === 0 || isSaving} onClick={() => void save()}>
              {toSave === unsaved.rows ? 'Save' : `Save ${toSave} of ${unsaved.rows}`}
            </Button>
          </span>
        </section>
      )}
      {unsaved.conflicts.length > 0 && (
        <ConflictsPanel
          conflicts={unsaved.conflicts}
          texts={texts}
          typedIn={(taskId) => [...(drafts.cells.get(taskId)?.values() ?? [])].map(({ text }) => text).join(', ')}
          onTake={settle}
        />
      )}
      <PlanSheet
        rows={list}
        look={look}
        sheet={sheet}
        onCopy={() => blockText(block().rows.map((row) => block().fields.map((field) => textOf(row, field))))}
        onPaste={paste}
      />
      {pasted && <PasteDialog pasted={pasted} list={list} onTake={() => take(pasted)} onClose={() => setPasted(null)} />}
    </div>
  );
}

function UnreadWords({
  unsaved: { unread },
  list,
}: {
  readonly unsaved: ReturnType<typeof unsavedOf>;
  readonly list: readonly SheetRow[];
}) {
  const [first] = unread;
  if (!first) return null;
  const row = list.find(({ key }) => key === first.row)?.ref ?? first.row;
  const head = sheetColumns.find(({ field }) => field === first.field)?.head;
  return (
    <span className="stop">
      {row}, {head}: {first.reason}
      {unread.length > 1 && ` ${unread.length - 1} more like this.`}
    </span>
  );
}

/** How each cell looks: what stands in it, and what is the matter with it. */
function useLook(
  drafts: ReturnType<typeof useDrafts>,
  unsaved: ReturnType<typeof unsavedOf>,
  textOf: (row: SheetRow, field: PlanField) => string,
): (row: SheetRow, field: PlanField) => CellLook {
  const unread = useMemo(() => new Map(unsaved.unread.map(({ row, field, reason }) => [`${row} ${field}`, reason])), [unsaved]);
  const clashing = useMemo(() => new Set(unsaved.conflicts.map(({ taskId, field }) => `${taskId} ${field ?? 'title'}`)), [unsaved]);
  return (row, field) => {
    const text = textOf(row, field);
    const key = `${row.key} ${field}`;
    const draft = drafts.cells.get(row.key)?.get(field);
    const reason = unread.get(key);
    if (reason !== undefined) return { text, says: reason, mark: 'unread' };
    if (clashing.has(key)) return { text, says: 'Somebody else changed this meanwhile.', mark: 'conflict' };
    if (!draft) return { text, says: text, mark: null };
    return draft.isSure
      ? { text, says: text, mark: 'typed' }
      : { text, says: 'Typed, not confirmed. Enter twice confirms it.', mark: 'unsure' };
  };
}

/** Where a new row comes: beside the row that is at hand, in the same group; at the end where there is none. */
function placeAt(
  list: readonly SheetRow[],
  here: SheetRow | undefined,
  where: 'above' | 'below',
  tasks: ReturnType<typeof useRows>['task'],
  newRows: ReturnType<typeof useDrafts>['newRows'],
) {
  if (!here) return { parentId: null, behindId: null };
  const known = newRows.find(({ key }) => key === here.key);
  const parentId = known ? known.parentId : (here.task?.parentId ?? null);
  const parent = parentId !== null && tasks.has(parentId) ? parentId : null;
  if (where === 'below') return { parentId: parent, behindId: here.key };
  if (known) return { parentId: parent, behindId: known.behindId };
  const before = list.slice(0, list.indexOf(here)).findLast(({ depth }) => depth <= here.depth);
  return { parentId: parent, behindId: before?.depth === here.depth ? before.key : null };
}
