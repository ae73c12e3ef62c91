/** The people of the roster as options of a field, the team first. */
import type { Person } from '../../../shared/domain/roster/schema.ts';
import type { SelectOption } from '../../ui/fields/select-field.tsx';

export function peopleOptions(people: ReadonlyMap<string, Person>): readonly SelectOption<string>[] {
  return [...people.values()]
    .sort((a, b) => Number(b.inTeam) - Number(a.inTeam) || a.name.localeCompare(b.name))
    .map(({ id, name, inTeam }) => ({ value: id, label: name, group: inTeam ? 'Team' : 'Others' }));
}
