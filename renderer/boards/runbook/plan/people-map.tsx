/** Whom the owners of a copied piece become here; whoever has nobody is left open. */
import { useTable } from '../../../store/live.ts';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import css from './plan.module.css';

export interface Named {
  readonly name: string;
  readonly roles: readonly string[];
  readonly personId: string | null;
}

export interface PeopleMapProps {
  readonly people: readonly Named[];
  readonly chosen: Readonly<Record<string, string | null>>;
  readonly onChoose: (name: string, personId: string | null) => void;
}

export function PeopleMap({ people, chosen, onChoose }: PeopleMapProps) {
  const here = [...useTable('person').values()].map(({ id, name }) => ({ value: id, label: name }));
  if (people.length === 0) return null;
  return (
    <>
      <p className="q2">Owners are matched by name, then by role. Who is left empty is left open.</p>
      <div className={css.two}>
        {people.map(({ name, roles, personId }) => (
          <SelectField
            key={name}
            label={roles.length > 0 ? `${name} (${roles.slice(0, 2).join(', ')})` : name}
            clearable
            placeholder="left open"
            options={here}
            value={name in chosen ? (chosen[name] ?? null) : personId}
            onChange={(id) => onChoose(name, id)}
          />
        ))}
      </div>
    </>
  );
}

/** The map as the act wants it. */
export function chosenPeople(people: readonly Named[], chosen: Readonly<Record<string, string | null>>): Record<string, string> {
  return Object.fromEntries(
    people.flatMap(({ name, personId }) => {
      const id = name in chosen ? chosen[name] : personId;
      return id ? [[name, id]] : [];
    }),
  );
}
