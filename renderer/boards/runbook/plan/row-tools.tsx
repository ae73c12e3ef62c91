/** What is done with whole rows of the plan: insert, move, indent, group, change many, link, remove, templates and copies. */
import { type ReactNode, useMemo, useState } from 'react';
import { placeFor } from '../../../../shared/domain/runbook/plan/arrange.ts';
import { chainOrder } from '../../../../shared/domain/runbook/plan/chain.ts';
import { withInside } from '../../../../shared/domain/runbook/plan/order.ts';
import { client } from '../../../client/client.ts';
import { actLoud } from '../../../store/act.ts';
import { useRole, useRows } from '../../../store/live.ts';
import { Button } from '../../../ui/button.tsx';
import { useKeys } from '../../../ui/keys.ts';
import { toast } from '../../../ui/toast.tsx';
import { useChosenTasks } from '../chosen-tasks.tsx';
import { ChainDialog } from './chain-dialog.tsx';
import { CopyDialog } from './copy-dialog.tsx';
import { GroupDialog } from './group-dialog.tsx';
import { LinkDialog } from './link-dialog.tsx';
import { ManyDialog } from './many-dialog.tsx';
import type { InsertWhere } from './new-row-place.ts';
import css from './plan.module.css';
import { type Drafts, withoutRows } from './plan-drafts.ts';
import type { SheetRow } from './sheet-rows.ts';
import { SaveTemplateDialog, TemplatesDialog } from './template-dialogs.tsx';

export interface RowActs {
  readonly step: (way: 'up' | 'down' | 'in' | 'out') => void;
  readonly remove: () => void;
  /** Says that everything typed was cleared, with the way back. */
  readonly cleared: (back: () => void) => void;
}

/** `chosen`: the rows the acts are about. */
export function useRowActs(chosen: () => readonly SheetRow[], change: (by: (drafts: Drafts) => Drafts) => void): RowActs {
  const rows = useRows();
  const tasksOf = () => chosen().flatMap(({ task }) => task?.id ?? []);
  return {
    step: (way) => {
      const taskIds = tasksOf();
      const place = taskIds.length > 0 ? placeFor(rows, taskIds, way) : null;
      if (place) void actLoud(client.plan.arrangeTasks, { taskIds, ...place });
      else toast.show({ text: noWay[way], state: 'blocked' });
    },
    remove: () => {
      const taskIds = tasksOf();
      const fresh = new Set(chosen().flatMap(({ task, key }) => (task ? [] : [key])));
      if (fresh.size > 0) change((drafts) => withoutRows(drafts, fresh));
      if (taskIds.length === 0) return;
      const count = withInside(rows, taskIds).length;
      void actLoud(client.plan.removeTasks, { taskIds }, `${count} ${count === 1 ? 'task' : 'tasks'} removed from the plan`);
    },
    cleared: (back) => toast.show({ text: 'What was typed is cleared', undo: back }),
  };
}

const noWay = {
  up: 'It stands first in its group.',
  down: 'It stands last in its group.',
  in: 'Only a group right above takes tasks in. Make a group first.',
  out: 'It stands in no group.',
} as const;

type Asking = 'many' | 'link' | 'group' | 'save-template' | 'templates' | 'copy' | null;

export interface RowToolsProps {
  readonly acts: RowActs;
  readonly rows: readonly SheetRow[];
  readonly onInsert: (where: InsertWhere) => void;
}

export function RowTools({ acts, rows: block, onInsert }: RowToolsProps) {
  const rows = useRows();
  const chosen = useChosenTasks();
  const isManager = useRole() === 'manager';
  const [asking, setAsking] = useState<Asking>(null);
  const marked = block.flatMap(({ task }) => task ?? []);
  const tasks = chosen.tasks.length > 0 ? chosen.tasks : marked;
  const chosenIds = tasks.map(({ id }) => id).join();
  const ids = useMemo(() => (chosenIds === '' ? [] : chosenIds.split(',')), [chosenIds]);
  const [first] = tasks;
  const linked = useMemo(() => chainOrder(rows, ids).map(({ id }) => id), [rows, ids]);
  const close = () => setAsking(null);
  const ungroup = () => {
    if (first) void actLoud(client.plan.ungroupTasks, { groupId: first.id }, `${first.ref} ungrouped`);
  };
  useKeys('Rows of the plan', [
    { key: 'Alt+L', label: 'link', run: () => setAsking('link'), when: first !== undefined },
    { key: 'Alt+C', label: 'change many', run: () => setAsking('many'), when: first !== undefined },
    { key: 'Alt+G', label: 'make a group', run: () => setAsking('group'), when: first !== undefined, foot: false },
    { key: 'Alt+T', label: 'templates', run: () => setAsking('templates'), foot: false },
  ]);
  const button = (label: ReactNode, onClick: () => void, title: string, disabled = false) => (
    <Button title={title} disabled={disabled} onClick={onClick}>
      {label}
    </Button>
  );
  const none = marked.length === 0;
  return (
    <div className={css.tools} role="toolbar" aria-label="Rows">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the focus stays in the sheet while its tools are pressed */}
      <span className="btns" onMouseDown={(event) => event.preventDefault()}>
        {button('Insert', () => onInsert('below'), 'A new row below, Ctrl+Enter; above with Ctrl+Shift+Enter')}
        {first?.kind === 'group' && button('Insert inside', () => onInsert('inside'), 'A new row in the group, Alt and Enter')}
        {button('Delete', acts.remove, 'Removes the rows, Ctrl+Delete', block.length === 0)}
        {button('Up', () => acts.step('up'), 'Alt and arrow up', none)}
        {button('Down', () => acts.step('down'), 'Alt and arrow down', none)}
        {button('Indent', () => acts.step('in'), 'Into the group above, Alt and arrow right', none)}
        {button('Outdent', () => acts.step('out'), 'Out of its group, Alt and arrow left', none)}
        {first?.kind === 'group' && ids.length === 1
          ? button('Ungroup', ungroup, 'Its tasks then stand where the group stood')
          : button('Group', () => setAsking('group'), 'Gathers the tasks in a new group, Alt+G', ids.length === 0)}
        {button(
          linked.length > 1 ? `Link ${linked.length}` : 'Link',
          () => setAsking('link'),
          linked.length > 1 ? 'In a chain, each after the one before it, Alt+L' : 'What follows this task, Alt+L',
          ids.length === 0,
        )}
        {button(
          ids.length > 1 ? `Change ${ids.length}` : 'Change many',
          () => setAsking('many'),
          'One change for all of them, Alt+C',
          ids.length === 0,
        )}
        {button('Templates', () => setAsking('templates'), 'Insert or retire a template, Alt+T')}
        {button('Save as template', () => setAsking('save-template'), 'Keeps the tasks for other go-lives', ids.length === 0)}
        {button(
          'Copy from another go-live',
          () => setAsking('copy'),
          isManager ? 'Groups, phases or streams of its plan' : 'Only a manager does this',
          !isManager,
        )}
      </span>
      {asking === 'many' && <ManyDialog taskIds={ids} onClose={close} />}
      {asking === 'group' && <GroupDialog taskIds={ids} onClose={close} />}
      {asking === 'link' && linked.length > 1 && <ChainDialog taskIds={linked} onClose={close} />}
      {asking === 'link' && linked.length <= 1 && first && <LinkDialog task={first} onClose={close} />}
      {asking === 'save-template' && <SaveTemplateDialog tasks={tasks} count={withInside(rows, ids).length} onClose={close} />}
      {asking === 'templates' && <TemplatesDialog behind={marked.at(-1) ?? null} onClose={close} />}
      {asking === 'copy' && <CopyDialog onClose={close} />}
    </div>
  );
}
