/** The runbook: every task of the cutover in one of several views, which share the filter, the selected task and its keys. */
import { Suspense, useMemo, useState } from 'react';
import { phaseTitle, playbookOf } from '../../../shared/domain/playbook/of-go-live.ts';
import type { Task } from '../../../shared/domain/runbook/schema.ts';
import { actsOn } from '../../dialogs/task/task-acts.tsx';
import { useGoLive, useMe, useRole, useRows } from '../../store/live.ts';
import { lookAt, useRoute } from '../../store/route.ts';
import { useTaskLines } from '../../store/task-lines.ts';
import { Button } from '../../ui/button.tsx';
import { useNow } from '../../ui/clock.ts';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PickSet } from '../../ui/pick-set.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { type BoardQuery, boardQuery, queryText, views } from './board-query.ts';
import { ChosenBar } from './chosen-bar.tsx';
import { ChosenTasksProvider } from './chosen-tasks.tsx';
import { ExchangeButton } from './exchange/exchange-button.tsx';
import { FilterLine } from './filter-line.tsx';
import { conditionsSet, lookThrough, noFilter, shows, showWords } from './filters.ts';
import css from './runbook.module.css';
import { SavedViews } from './saved-views.tsx';
import { ScheduleDialog } from './schedule/schedule-dialog.tsx';
import { TaskDetail } from './task-detail.tsx';
import { TaskForm } from './task-form.tsx';
import { groupsOf } from './task-groups.ts';
import { viewParts, viewWords } from './views/view-list.ts';

const MINUTE = 60_000;

/** A task is the one whose form is open, as it was when it opened. */
type Asking = 'add' | Task | 'views' | 'schedule' | null;

export function RunbookBoard() {
  const rows = useRows();
  const { zone, kind } = useGoLive();
  const me = useMe();
  const mayAct = useRole() !== 'viewer';
  const now = useNow(MINUTE);
  const all = useTaskLines();
  const { selected, query: address = '' } = useRoute();
  const query = useMemo(() => boardQuery(address), [address]);
  const [isFiltering, setFiltering] = useState(false);
  const [asking, setAsking] = useState<Asking>(null);
  const look = (change: Partial<BoardQuery>) => lookAt(queryText({ ...query, ...change }));

  const { filter, group } = query;
  const looker = useMemo(() => ({ me, isLive: kind === 'live' }), [me, kind]);
  const { shown, counts, all: counted, back } = useMemo(() => lookThrough(all, filter, looker), [all, filter, looker]);
  const picks = shows.map((value) => ({ value, label: showWords[value], count: counts[value] }));
  const words = useMemo(() => {
    const phaseOrder = playbookOf(rows)?.phases.map(({ key }) => key) ?? [];
    return { zone, phaseOrder, phaseTitle: (key: string) => phaseTitle(rows, key) };
  }, [rows, zone]);
  const groups = useMemo(() => groupsOf(shown, group, words), [shown, group, words]);

  const line = useMemo(() => all.find(({ task }) => task.ref === selected) ?? null, [all, selected]);
  const acts = line && mayAct ? actsOn(line) : [];
  const edit = () => line && setAsking(line.task);
  const set = conditionsSet(filter);
  useKeys('Runbook', [
    ...acts.map(({ key, label, run }) => ({ key, label: label.toLowerCase(), run })),
    { key: 'E', label: 'edit', run: edit, when: line !== null && mayAct },
    { key: 'A', label: 'add task', run: () => setAsking('add'), when: mayAct },
    { key: '/', label: 'filter', run: () => setFiltering(true), foot: false },
    { key: '0', label: 'show all tasks', run: () => look({ filter: noFilter }), foot: false },
    { key: 'Shift+B', label: 'baselines and calendars', run: () => setAsking('schedule'), foot: false },
    { key: 'V', label: 'saved views', run: () => setAsking('views'), foot: false },
    ...views.map((view, at) => ({ key: `${at + 1}`, label: `view: ${viewWords[view]}`, run: () => look({ view }), foot: false })),
  ]);
  const close = () => setAsking(null);
  const View = viewParts[query.view];

  return (
    <ChosenTasksProvider tasks={rows.task}>
      <ToolLine
        title="Runbook"
        end={
          <span className="btns">
            <Button hint="V" onClick={() => setAsking('views')}>
              Views
            </Button>
            <Button hint="Shift+B" onClick={() => setAsking('schedule')}>
              Baselines, calendars
            </Button>
            <ExchangeButton />
            {mayAct && <AddTask onAdd={() => setAsking('add')} />}
          </span>
        }
      >
        <PickSet
          label="View"
          value={query.view}
          onPick={(view) => look({ view })}
          picks={views.map((value) => ({ value, label: viewWords[value] }))}
        />
      </ToolLine>
      {all.length === 0 ? (
        <Empty title="No tasks yet" step={mayAct && <AddTask onAdd={() => setAsking('add')} />}>
          The runbook holds the ordered tasks of the cutover: who does what, when, after what. Bring the team's plan in from a spreadsheet
          with Export / Import, or add tasks one by one.
        </Empty>
      ) : (
        <>
          <div className={css.shown}>
            <PickSet label="Tasks shown" value={filter.show} onPick={(show) => look({ filter: { ...filter, show } })} picks={picks} />
            <Button hint="/" onClick={() => setFiltering(!isFiltering)}>
              {isFiltering ? 'Hide filter' : set === 0 ? 'Filter, group' : `Filter, group: ${set} set`}
            </Button>
            {set > 0 && (
              <Button hint="0" onClick={() => look({ filter: noFilter })}>
                Show all
              </Button>
            )}
            <span className="q small cut">
              {shown.length - back} of {counted} tasks{back > 0 && `, and ${back} of a rollback`}
              {group === 'stream' && query.view === 'table' && ', worst stream first'}
            </span>
          </div>
          {isFiltering && <FilterLine query={query} all={all} onLook={look} />}
          <div className={css.board}>
            <div className={css.view}>
              <Suspense fallback={<p className="waiting">Loading the view.</p>}>
                <View {...{ query, all, shown, groups, words, selected, now }} onLook={look} />
              </Suspense>
            </div>
            <div className={css.below}>
              <ChosenBar />
              {line && <TaskDetail line={line} acts={acts} onEdit={mayAct ? edit : null} />}
            </div>
          </div>
        </>
      )}
      {asking === 'add' && <TaskForm task={null} onClose={close} />}
      {asking !== null && typeof asking === 'object' && <TaskForm task={asking} onClose={close} />}
      {asking === 'schedule' && <ScheduleDialog onClose={close} />}
      {asking === 'views' && <SavedViews query={query} onClose={close} />}
    </ChosenTasksProvider>
  );
}

function AddTask({ onAdd }: { readonly onAdd: () => void }) {
  return (
    <Button hint="A" onClick={onAdd}>
      Add task
    </Button>
  );
}
