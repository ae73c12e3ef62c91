/** The plan while it is edited: the sheet, what its unsaved cells would do, conflicts, and what is done with whole rows. */
import { useCallback, useMemo, useRef, useState } from 'react';
import { missedTimeWords } from '../../../../shared/domain/runbook/missed-time.ts';
import { cellTexts } from '../../../../shared/domain/runbook/plan/cells.ts';
import { blockText, MOST_PASTED, readBlock } from '../../../../shared/domain/runbook/plan/clipboard.ts';
import type { EditTasksCommand } from '../../../../shared/domain/runbook/plan/commands.ts';
import type { Conflict } from '../../../../shared/domain/runbook/plan/conflicts.ts';
import { type PlanField, planValue, samePlanValue } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import { client } from '../../../client/client.ts';
import { act, tell } from '../../../store/act.ts';
import { useEditing, useEditors } from '../../../store/editing.ts';
import { useGoLive, useLive, useRole, useRows } from '../../../store/live.ts';
import { useSchedule } from '../../../store/task-lines.ts';
import { Empty } from '../../../ui/empty.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { toast } from '../../../ui/toast.tsx';
import { editorWords } from '../editor-words.ts';
import type { ViewProps } from '../view-props.ts';
import { cellChoices } from './cell-choices.ts';
import { useCellLooks } from './cell-looks.ts';
import { ConflictsPanel } from './conflicts-panel.tsx';
import { type InsertWhere, newRowPlace } from './new-row-place.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { type PastedBlock, pastedBlock } from './pasted-block.ts';
import css from './plan.module.css';
import { changeDrafts, type Typed, useDrafts, withCells, withNewRows, withoutRows } from './plan-drafts.ts';
import { RowTools, useRowActs } from './row-tools.tsx';
import { idsOfAdded, withoutSaved } from './saved.ts';
import { PlanSheet } from './sheet.tsx';
import { SheetFocus } from './sheet-focus.tsx';
import { isSpanOf, type SheetRow, sheetColumns, sheetRows, spanText } from './sheet-rows.ts';
import { unsavedOf } from './unsaved.ts';
import { UnsavedBar } from './unsaved-bar.tsx';
import { useImpact } from './use-impact.ts';
import { useSheet } from './use-sheet-keys.ts';

/** What its keys are listed under. */
const SCOPE = 'Plan';

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

  const { times } = useSchedule();
  const choicesOf = useMemo(() => cellChoices(rows), [rows]);
  const keys = useMemo(() => list.map(({ key }) => key), [list]);
  const grid = useRef<HTMLDivElement>(null);

  const textOf = (row: SheetRow, field: PlanField) => {
    const draft = drafts.cells.get(row.key)?.get(field);
    if (draft || !row.task) return draft?.text ?? '';
    return isSpanOf(row, field) ? spanText(times.get(row.key), field, tZeroAt) : texts.write(field, planValue(rows, row.task, field));
  };
  const missedOf = ({ key, task }: SheetRow) => {
    const own = task && times.get(key);
    return own ? missedTimeWords({ task, times: own }, zone) : '';
  };
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
  const insert = (where: InsertWhere) => {
    const here = list[sheet.at.row];
    let made: string | undefined;
    change((before) => {
      const grown = withNewRows(before, newRowPlace(list, here, where, rows.task, before.newRows), 1);
      [made] = grown.keys;
      return grown.drafts;
    });
    if (made !== undefined) sheet.select(made);
    grid.current?.focus({ preventScroll: true });
  };
  const rowActs = useRowActs(() => block().rows, change);
  const sheet = useSheet(
    keys,
    Math.max(
      0,
      list.findIndex(({ ref }) => ref === selected),
    ),
    {
      textAt: (cell) => textOf(...at(cell.row, cell.column)),
      mayType: (cell) => {
        const isShown = isSpanOf(...at(cell.row, cell.column));
        if (isShown) toast.show({ text: 'The times of a group are those of its tasks. Change them there.', state: 'blocked' });
        return !isShown;
      },
      setBlock: (_from, _to, text) => {
        const { rows: chosen, fields } = block();
        const cells = chosen.flatMap((row) =>
          fields.flatMap((field) => {
            if (text === null) return { row: row.key, field, draft: null };
            return isSpanOf(row, field) ? [] : typed(row, field, text, true);
          }),
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
    const newKey = (nth: number) => `N${drafts.nextKey + nth}`;
    const free = list.flatMap(({ key, task }, row) => (row >= top && task === null && !drafts.cells.has(key) ? row : []));
    const all = cellTexts(rows, { zone, tZeroAt }, [...newKeys, ...read.cells.map((_, nth) => newKey(nth))]);
    const found = pastedBlock(read.cells, { list, top, left, free, newKey }, all);
    if (found.cells.length === 1 && found.newRows === 0) take(found);
    else setPasted(found);
  };
  const take = (found: PastedBlock) => {
    let first = list[found.cells[0]?.row ?? -1]?.key;
    change((before) => {
      const last = list.findLast(({ depth }) => depth === 0);
      const end = newRowPlace(list, last, 'below', rows.task, before.newRows);
      const { drafts: grown, keys } = withNewRows(before, end, found.newRows);
      first ??= keys[0];
      const cells = found.cells.map(({ row, field, text }): Typed => {
        const known = list[row];
        return known
          ? typed(known, field, text, true)
          : { row: keys[row - list.length] as string, field, draft: { text, was: undefined, isSure: true } };
      });
      return withCells(grown, cells);
    });
    setPasted(null);
    if (first !== undefined && found.hasHead) sheet.select(first);
  };
  const save = async () => {
    const [{ command }, sent] = [unsaved, drafts];
    const count = command.edits.length + command.added.length;
    if (count === 0 || isSaving) return;
    setSaving(true);
    const saved = await act(client.plan.editTasks, command, `${count} ${count === 1 ? 'task' : 'tasks'} of the plan saved`);
    if (saved.ok) {
      const ids = command.added.length === 0 ? new Map<string, string>() : await addedBy(goLive.id, saved.seq, command.added);
      change((before) => withoutSaved(before, sent, command, ids));
    } else tell(saved.refusal);
    setSaving(false);
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
  const mayBeSaved = unsaved.command.edits.length + unsaved.command.added.length > 0;
  const hasDrafts = drafts.cells.size > 0 || drafts.newRows.length > 0;
  const clear = () => {
    const kept = drafts;
    changeDrafts(goLive.id, (before) => ({ ...before, cells: new Map(), newRows: [] }));
    rowActs.cleared(() => changeDrafts(goLive.id, () => kept));
  };
  useKeys(SCOPE, [
    { key: 'Mod+S', label: 'save the plan', run: () => void save(), when: mayBeSaved },
    { key: 'Mod+Enter', label: 'insert row', run: () => insert('below') },
  ]);
  const editors = useEditors();
  const typedIn = sheet.editing === null ? undefined : list[sheet.at.row]?.task?.id;
  useEditing([...new Set([...(typedIn ? [typedIn] : []), ...drafts.cells.keys()])].filter((id) => rows.task.has(id)));
  const look = useCellLooks(drafts, unsaved, textOf, missedOf);
  return (
    <div className={css.plan}>
      <RowTools acts={rowActs} rows={block().rows} onInsert={insert} />
      <UnsavedBar
        unsaved={hasDrafts ? unsaved : null}
        foreseen={foreseen}
        missed={list[sheet.at.row] ? missedOf(list[sheet.at.row] as SheetRow) : ''}
        list={list}
        isSaving={isSaving}
        onClear={clear}
        onSave={() => void save()}
      />
      {unsaved.conflicts.length > 0 && (
        <ConflictsPanel
          conflicts={unsaved.conflicts}
          texts={texts}
          by="task"
          typedIn={(taskId) => [...(drafts.cells.get(taskId)?.values() ?? [])].map(({ text }) => text).join(', ')}
          onTake={settle}
        />
      )}
      <SheetFocus scope={SCOPE} grid={grid} />
      <PlanSheet
        grid={grid}
        rows={list}
        look={look}
        sheet={sheet}
        choicesOf={choicesOf}
        editorsOf={({ key }) => editorWords(editors.get(key))}
        onCopy={() => blockText(block().rows.map((row) => block().fields.map((field) => textOf(row, field))))}
        onPaste={paste}
      />
      {pasted && <PasteDialog pasted={pasted} list={list} onTake={() => take(pasted)} onClose={() => setPasted(null)} />}
    </div>
  );
}

/** The tasks that the new rows became, by key; empty where the entry cannot be had. */
async function addedBy(goLiveId: string, seq: number, added: EditTasksCommand['added']): Promise<ReadonlyMap<string, string>> {
  const here = useLive.getState().entries.find((entry) => entry.seq === seq);
  const [entry] = here ? [here] : await client.journal.list.query({ goLiveId, before: seq + 1, limit: 1 }).catch(() => []);
  return entry ? idsOfAdded(entry, added) : new Map();
}
