/** The runbook: every task of the cutover, what is next, and how the night stands against the plan. */
import { useMemo, useState } from 'react';
import { phaseTitle, playbookOf } from '../../../shared/domain/playbook/of-go-live.ts';
import { ImportDialog } from '../../dialogs/import-dialog.tsx';
import { ReasonDialog } from '../../dialogs/reason-dialog.tsx';
import { useGoLive, useMe, useRole, useRows } from '../../store/live.ts';
import { select, useRoute } from '../../store/route.ts';
import { useTaskLines } from '../../store/task-lines.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/clock.ts';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PickSet } from '../../ui/pick-set.tsx';
import { Table } from '../../ui/table.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { type Filter, filters, filterWords, passes } from './filters.ts';
import { groupHead } from './group-head.tsx';
import css from './runbook.module.css';
import { actsOn, type Question } from './task-acts.ts';
import { spanOf } from './task-bar.tsx';
import { taskColumns } from './task-columns.tsx';
import { TaskDetail } from './task-detail.tsx';
import { TaskForm } from './task-form.tsx';
import { type Grouping, groupings, groupsOf } from './task-groups.ts';

const MINUTE = 60_000;
const groupingWords: Readonly<Record<Grouping, string>> = { stream: 'By stream', phase: 'By phase', time: 'By time' };

type Asking = { readonly reason: Question } | 'add' | 'edit' | 'import' | null;

export function RunbookBoard() {
  const rows = useRows();
  const { zone } = useGoLive();
  const me = useMe();
  const mayAct = useRole() !== 'viewer';
  const now = useNow(MINUTE);
  const lines = useTaskLines();
  const { selected } = useRoute();
  const [filter, setFilter] = useState<Filter>('all');
  const [grouping, setGrouping] = useState<Grouping>('stream');
  const [asking, setAsking] = useState<Asking>(null);

  const span = useMemo(() => spanOf(lines, now), [lines, now]);
  const columns = useMemo(() => taskColumns(zone, span, now), [zone, span, now]);
  const shown = useMemo(() => lines.filter((line) => passes(line, filter, me)), [lines, filter, me]);
  const groups = useMemo(() => {
    const order = playbookOf(rows)?.phases.map(({ key }) => key) ?? [];
    return groupsOf(shown, grouping, zone, (key) => phaseTitle(rows, key), order);
  }, [shown, grouping, zone, rows]);

  const line = lines.find(({ task }) => task.ref === selected) ?? null;
  const acts = line && mayAct ? actsOn(line, (reason) => setAsking({ reason })) : [];
  useKeys('Runbook', [
    ...acts.map(({ key, label, run }) => ({ key, label: label.toLowerCase(), run })),
    { key: 'E', label: 'edit', run: () => setAsking('edit'), when: line !== null && mayAct },
    { key: 'A', label: 'add task', run: () => setAsking('add'), when: mayAct },
    ...filters.map((each, at) => ({
      key: `${at + 1}`,
      label: `show ${filterWords[each].toLowerCase()}`,
      run: () => setFilter(each),
      foot: false,
    })),
  ]);
  const close = () => setAsking(null);

  return (
    <>
      <ToolLine
        title="Runbook"
        quiet={grouping === 'stream' ? 'Worst stream first' : undefined}
        end={mayAct && <Starters onAdd={() => setAsking('add')} onImport={() => setAsking('import')} />}
      >
        <PickSet
          label="Tasks shown"
          value={filter}
          onPick={setFilter}
          picks={filters.map((value) => ({
            value,
            label: filterWords[value],
            count: lines.filter((each) => passes(each, value, me)).length,
          }))}
        />
        <PickSet
          label="Grouped"
          value={grouping}
          onPick={setGrouping}
          picks={groupings.map((value) => ({ value, label: groupingWords[value] }))}
        />
      </ToolLine>
      {lines.length === 0 ? (
        <Empty title="No tasks yet" step={mayAct && <Starters onAdd={() => setAsking('add')} onImport={() => setAsking('import')} />}>
          The runbook holds the ordered tasks of the cutover: who does what, when, after what. Bring the team's plan in from a spreadsheet,
          or add tasks one by one.
        </Empty>
      ) : (
        <div className={css.board}>
          <div className={css.table}>
            <Table
              main
              label="Tasks"
              columns={columns}
              groups={groups.map((group) => ({ ...groupHead(group, grouping), key: group.key, rows: group.lines }))}
              rowId={({ task }) => task.ref}
              selectedId={selected}
              onSelect={select}
              headLines={2}
              rowClass={({ state }) => (state === 'skipped' ? 'q2' : '')}
              empty={`No task is ${filterWords[filter].toLowerCase()} now.`}
            />
          </div>
          {line && <TaskDetail line={line} acts={acts} onEdit={mayAct ? () => setAsking('edit') : null} />}
        </div>
      )}
      {asking === 'add' && <TaskForm task={null} onClose={close} />}
      {asking === 'edit' && line && <TaskForm task={line.task} onClose={close} />}
      {asking === 'import' && <ImportDialog kind="plan" onClose={close} />}
      {asking !== null && typeof asking === 'object' && <ReasonDialog {...asking.reason} onClose={close} />}
    </>
  );
}

function Starters({ onAdd, onImport }: { readonly onAdd: () => void; readonly onImport: () => void }) {
  return (
    <span className="btns">
      <Button onClick={onImport}>Import plan</Button>
      <Button hint="A" onClick={onAdd}>
        Add task
      </Button>
    </span>
  );
}
