/** The choices that narrow the timeline. */
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { PickSet } from '../../ui/pick-set.tsx';
import { areaOptions, type View, views, type Wish } from './filter.ts';
import styles from './timeline.module.css';

interface FilterProps {
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
}

const viewWords: Readonly<Record<View, string>> = { all: 'All', notes: 'Notes', decisions: 'Decisions', incidents: 'Incidents' };

export function Views({ wish, onWish }: FilterProps) {
  const picks = views.map((value) => ({ value, label: viewWords[value] }));
  return <PickSet label="Which entries" picks={picks} value={wish.view} onPick={(view) => onWish({ ...wish, view })} />;
}

export function Filters({ wish, onWish, actors }: FilterProps & { readonly actors: readonly string[] }) {
  return (
    <search className={styles.filters}>
      <SelectField
        label="Area"
        placeholder="Any"
        value={wish.area}
        onChange={(area) => onWish({ ...wish, area })}
        options={areaOptions}
        clearable
      />
      <SelectField
        label="Person"
        placeholder="Anybody"
        value={wish.actor}
        onChange={(actor) => onWish({ ...wish, actor })}
        options={actors.map((value) => ({ value, label: value }))}
        clearable
      />
      <TextField
        label="Words"
        type="search"
        placeholder="Find in what happened"
        value={wish.text}
        onChange={(text) => onWish({ ...wish, text })}
      />
    </search>
  );
}
