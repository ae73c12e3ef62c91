/** How each cell of the sheet looks: what stands in it, and what is the matter with it. */
import { useMemo } from 'react';
import type { PlanField } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import type { Drafts } from './plan-drafts.ts';
import type { CellLook } from './sheet.tsx';
import type { SheetRow } from './sheet-rows.ts';
import type { Unsaved } from './unsaved.ts';

export function useCellLooks(
  drafts: Drafts,
  unsaved: Unsaved,
  textOf: (row: SheetRow, field: PlanField) => string,
  missedOf: (row: SheetRow) => string,
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
    if (!draft && field === 'startOffset' && missedOf(row) !== '') return { text, says: `${row.ref} ${missedOf(row)}`, mark: 'missed' };
    if (!draft) return { text, says: text, mark: null };
    return draft.isSure
      ? { text, says: text, mark: 'typed' }
      : { text, says: 'Typed, not confirmed. Enter twice confirms it.', mark: 'unsure' };
  };
}
