/** The second line of the runbook: which tasks, in what groups, and the views people saved. */
import { useEffect, useMemo, useRef } from 'react';
import { phaseTitle } from '../../../shared/domain/playbook/of-go-live.ts';
import type { TaskLine } from '../../../shared/domain/runbook/lines.ts';
import { useRows } from '../../store/live.ts';
import { stateMarks } from '../../store/task-state-marks.ts';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { markWords } from '../../ui/mark.tsx';
import type { BoardQuery } from './board-query.ts';
import { type Filter, noFilter, type runs } from './filters.ts';
import css from './runbook.module.css';
import type { Grouping } from './task-groups.ts';

const groupingWords: Readonly<Record<Grouping, string>> = {
  stream: 'Stream',
  phase: 'Phase',
  day: 'Day',
  person: 'Person',
  plan: 'Groups of the plan',
  time: 'None, by time',
};
const runWords: Readonly<Record<(typeof runs)[number], string>> = {
  this: 'This run',
  any: 'Every run',
  mock: 'Mock only',
  live: 'Live only',
};
const states = Object.entries(stateMarks).map(([value, mark]) => ({ value: value as keyof typeof stateMarks, label: markWords[mark] }));

interface FilterLineProps {
  readonly query: BoardQuery;
  readonly all: readonly TaskLine[];
  readonly onLook: (change: Partial<BoardQuery>) => void;
}

export function FilterLine({ query, all, onLook }: FilterLineProps) {
  const rows = useRows();
  const { filter } = query;
  const place = useRef<HTMLElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []); // it opens by a key, to type into
  const set = (change: Partial<Filter>) => onLook({ filter: { ...filter, ...change } });
  const streams = useMemo(() => named(new Set(all.map(({ task }) => task.stream))), [all]);
  const phases = useMemo(
    () => named(new Set(all.map(({ task }) => task.phase))).map(({ value }) => ({ value, label: phaseTitle(rows, value) || value })),
    [all, rows],
  );
  const people = useMemo(() => {
    const owners = new Set(all.flatMap(({ task }) => task.ownerIds));
    return [...owners].flatMap((id) => rows.person.get(id) ?? []).map(({ id, name }) => ({ value: id, label: name }));
  }, [all, rows]);
  return (
    <search className={css.filters} aria-label="Filter" ref={place}>
      <TextField
        label="Words"
        type="search"
        placeholder="Reference, title, stream or owner"
        value={filter.text}
        onChange={(text) => set({ text })}
      />
      <SelectField
        label="Stream"
        placeholder="Any"
        clearable
        options={streams}
        value={filter.stream || null}
        onChange={(stream) => set({ stream: stream ?? '' })}
      />
      <SelectField
        label="Phase"
        placeholder="Any"
        clearable
        options={phases}
        value={filter.phase || null}
        onChange={(phase) => set({ phase: phase ?? '' })}
      />
      <SelectField
        label="Person"
        placeholder="Anybody"
        clearable
        options={people}
        value={filter.person || null}
        onChange={(person) => set({ person: person ?? '' })}
      />
      <SelectField
        label="Status"
        placeholder="Any"
        clearable
        options={states}
        value={filter.state || null}
        onChange={(state) => set({ state: state ?? '' })}
      />
      <SelectField label="Exists in" options={options(runWords)} value={filter.run} onChange={(run) => set({ run: run ?? noFilter.run })} />
      <SelectField
        label="Grouped by"
        options={options(groupingWords)}
        value={query.group}
        onChange={(group) => onLook({ group: group ?? 'stream' })}
      />
    </search>
  );
}

function options<Value extends string>(words: Readonly<Record<Value, string>>) {
  return (Object.entries(words) as [Value, string][]).map(([value, label]) => ({ value, label }));
}

function named(names: ReadonlySet<string>) {
  return [...names]
    .filter(Boolean)
    .sort()
    .map((value) => ({ value, label: value }));
}
