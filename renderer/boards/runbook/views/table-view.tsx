/** The runbook as a table: every task in its group, several of them chosen at once with Space, Shift and the mouse. */
import { type KeyboardEvent, type MouseEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { TaskLine } from '../../../../shared/domain/runbook/lines.ts';
import { useTable } from '../../../store/live.ts';
import { select } from '../../../store/route.ts';
import { useKeys } from '../../../ui/keys.ts';
import { Table } from '../../../ui/table.tsx';
import { useChosenTasks } from '../chosen-tasks.tsx';
import { groupHead } from '../group-head.tsx';
import { planTree } from '../plan-tree.ts';
import css from '../runbook.module.css';
import { spanOf } from '../task-bar.tsx';
import { chosenColumn, taskColumns, titleColumn } from '../task-columns.tsx';
import type { ViewProps } from '../view-props.ts';

const refOf = ({ task }: TaskLine) => task.ref;
const rowClass = ({ task, state }: TaskLine) => (task.kind === 'group' ? 'name' : state === 'skipped' ? 'q2' : '');

export function TableView({ query: { group }, all, shown, groups, words, selected, now }: ViewProps) {
  const { zone } = words;
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const chosen = useChosenTasks();
  const fold = useCallback((key: string) => setFolded((before) => toggled(before, key)), []);
  const tree = useMemo(() => (group === 'plan' ? planTree(shown, all, folded) : null), [group, shown, all, folded]);
  const order = useMemo(() => tree?.lines ?? groups.flatMap(({ key, lines }) => (folded.has(key) ? [] : lines)), [tree, groups, folded]);
  const { from, to } = useMemo(() => spanOf(shown, now), [shown, now]);
  const tasks = useTable('task');
  const columns = useMemo(() => {
    const groupOf = ({ task: { parentId } }: TaskLine) => tasks.get(parentId ?? '')?.title ?? '';
    return [
      chosenColumn(chosen),
      ...taskColumns(zone, { from, to }, now, groupOf).map((column) =>
        tree && column.key === 'title' ? titleColumn(tree.depths, folded, fold, zone) : column,
      ),
    ];
  }, [chosen, zone, from, to, now, tree, folded, fold, tasks]);
  const choosing = useChoosing(order, selected);
  const drawn = useMemo(
    () =>
      groups.map((each) => ({
        ...groupHead(each, group),
        key: each.key,
        rows: each.lines,
        folded: group !== 'time' && folded.has(each.key),
      })),
    [groups, group, folded],
  );
  const content = tree ? { rows: tree.lines } : { groups: drawn };
  return (
    <div className={css.table} onKeyDownCapture={choosing.watch} onClickCapture={choosing.watch}>
      <Table
        key={group} // in new groups the selected task is looked for anew
        main
        label="Tasks"
        columns={columns}
        {...content}
        rowId={refOf}
        selectedId={selected}
        onSelect={choosing.onSelect}
        onFold={tree || group === 'time' ? undefined : fold}
        headLines={2}
        rowClass={rowClass}
        empty="No task passes the filter. Press 0 for all."
      />
    </div>
  );
}

/** Space chooses the selected task; moving with Shift, or a click with it, chooses everything up to there; Ctrl and a click one more. */
function useChoosing(order: readonly TaskLine[], selected: string | null) {
  const chosen = useChosenTasks();
  const held = useRef<'shift' | 'mod' | null>(null);
  const at = (ref: string | null) => order.findIndex(({ task }) => task.ref === ref);
  const extend = (by: number) => {
    const from = order[at(selected)];
    const to = order[Math.min(Math.max(at(selected) + by, 0), order.length - 1)];
    if (!to) return;
    chosen.add([...(from ? [from.task.id] : []), to.task.id]);
    select(to.task.ref);
  };
  useKeys('Choosing tasks', [
    {
      key: 'Space',
      label: 'choose',
      run: () => {
        const line = order[at(selected)];
        if (line) chosen.toggle(line.task.id);
      },
      when: selected !== null,
    },
    { key: 'Shift+J', label: 'choose down', run: () => extend(1), repeat: true, foot: false, palette: false },
    { key: 'Shift+K', label: 'choose up', run: () => extend(-1), repeat: true, foot: false, palette: false },
    { key: 'Shift+ArrowDown', label: 'choose down', run: () => extend(1), repeat: true, foot: false, palette: false },
    { key: 'Shift+ArrowUp', label: 'choose up', run: () => extend(-1), repeat: true, foot: false, palette: false },
    { key: 'Mod+A', label: 'choose all shown', run: () => chosen.add(order.map(({ task }) => task.id)), foot: false },
    { key: 'Escape', label: 'choose none', run: chosen.clear, when: chosen.tasks.length > 0, foot: false },
  ]);
  return {
    watch({ shiftKey, ctrlKey, metaKey }: KeyboardEvent | MouseEvent) {
      held.current = shiftKey ? 'shift' : ctrlKey || metaKey ? 'mod' : null;
    },
    onSelect(ref: string) {
      const [from, to] = [at(selected), at(ref)];
      if (held.current === 'shift' && from >= 0 && to >= 0) {
        chosen.add(order.slice(Math.min(from, to), Math.max(from, to) + 1).map(({ task }) => task.id));
      }
      if (held.current === 'mod' && to >= 0) chosen.toggle((order[to] as TaskLine).task.id);
      select(ref);
    },
  };
}

function toggled(set: ReadonlySet<string>, key: string): ReadonlySet<string> {
  return set.has(key) ? new Set([...set].filter((each) => each !== key)) : new Set([...set, key]);
}
