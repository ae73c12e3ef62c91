/** What unsaved edits would do to the night, worked out a moment after the last key. */
import { useEffect, useMemo, useState } from 'react';
import type { Refusal } from '../../../../shared/base/result.ts';
import type { EditTasksCommand } from '../../../../shared/domain/runbook/plan/commands.ts';
import { editTasks } from '../../../../shared/domain/runbook/plan/edit-tasks.ts';
import { impactWords, planImpact } from '../../../../shared/domain/runbook/plan/impact.ts';
import { withRoom } from '../../../../shared/domain/runbook/plan/order.ts';
import { applyChanges, type Rows } from '../../../../shared/domain/tables.ts';
import { useGoLive, useRows } from '../../../store/live.ts';
import { hostNow } from '../../../ui/clock.ts';

const AFTER_MS = 250;

/** Either the words of the impact, or why the edits would be refused; null while there is nothing to say. */
export type Foreseen = { readonly words: readonly string[] } | { readonly refusal: Refusal } | null;

export function useImpact(command: EditTasksCommand): Foreseen {
  const rows = useRows();
  const goLive = useGoLive();
  const isEmpty = command.edits.length === 0 && command.added.length === 0;
  const asked = useMemo(() => ({ rows, command, goLive }), [rows, command, goLive]);
  const [settled, setSettled] = useState<typeof asked | null>(null);
  useEffect(() => {
    const waiting = setTimeout(() => setSettled(asked), AFTER_MS);
    return () => clearTimeout(waiting);
  }, [asked]);
  const foreseen = useMemo(() => (settled ? foresee(settled.rows, settled.command, settled.goLive) : null), [settled]);
  return isEmpty ? null : foreseen;
}

function foresee(rows: Rows, command: EditTasksCommand, goLive: ReturnType<typeof useGoLive>): Foreseen {
  if (command.edits.length === 0 && command.added.length === 0) return null;
  const now = hostNow();
  let made = 0;
  const newId = () => {
    made += 1;
    return `not-saved-${made}`;
  };
  const act = { goLiveId: goLive.id, now, occurredAt: now, actor: '', personId: null, newId };
  const { room, verdict } = withRoom(rows, (each) => editTasks(each, command, act));
  if (!verdict.ok) return verdict.refusal.code === 'nothing-changed' ? null : { refusal: verdict.refusal };
  const before = room?.ok ? applyChanges(rows, room.value.changes) : rows;
  return { words: impactWords(planImpact(before, applyChanges(before, verdict.value.changes), goLive, now)) };
}
