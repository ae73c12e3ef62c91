/** How the runbook is looked at, as it stands in the address behind the `?` and in saved views. Only what differs from the usual is written. */
import type { TaskState } from '../../../shared/domain/runbook/task-state.ts';
import { stateMarks } from '../../store/task-state-marks.ts';
import { type Filter, noFilter, runs, shows } from './filters.ts';
import { type Grouping, groupings } from './task-groups.ts';

export const views = ['table', 'gantt', 'map', 'lanes', 'list', 'burn-up', 'edit'] as const;
export type View = (typeof views)[number];
export const zooms = ['fit', 'day', 'hour', 'quarter'] as const;
export type Zoom = (typeof zooms)[number];

export interface BoardQuery {
  readonly view: View;
  readonly group: Grouping;
  readonly filter: Filter;
  /** Id of the baseline the Gantt compares with; empty for the plan. */
  readonly baseline: string;
  readonly zoom: Zoom;
  /** Reference of the task a list or map leads to; empty for none. */
  readonly goal: string;
  /** The day of the list, as `2026-11-21`; empty for all. */
  readonly day: string;
}

export const usualQuery: BoardQuery = { view: 'table', group: 'stream', filter: noFilter, baseline: '', zoom: 'fit', goal: '', day: '' };

/** Never fails: what is unknown is as usual. */
export function boardQuery(query: string): BoardQuery {
  const said = new URLSearchParams(query);
  const word = (key: string) => (said.get(key) ?? '').slice(0, 300);
  return {
    view: oneOf(views, word('view'), usualQuery.view),
    group: oneOf(groupings, word('group'), usualQuery.group),
    zoom: oneOf(zooms, word('zoom'), usualQuery.zoom),
    baseline: word('baseline'),
    goal: word('goal'),
    day: word('day'),
    filter: {
      show: oneOf(shows, word('show'), noFilter.show),
      run: oneOf(runs, word('run'), noFilter.run),
      state: oneOf<TaskState | ''>(Object.keys(stateMarks) as TaskState[], word('state'), ''),
      text: word('text'),
      stream: word('stream'),
      phase: word('phase'),
      person: word('person'),
    },
  };
}

/** The other way: `boardQuery(queryText(query))` is `query` again. Empty for the usual look. */
export function queryText({ filter, ...look }: BoardQuery): string {
  const usual: Readonly<Record<string, unknown>> = { ...usualQuery, ...noFilter };
  const said = Object.entries({ ...look, ...filter }).filter(([key, value]) => value !== usual[key]);
  return new URLSearchParams(said as [string, string][]).toString();
}

function oneOf<Word extends string>(known: readonly Word[], word: string, otherwise: Word): Word {
  return known.find((each) => each === word) ?? otherwise;
}
