/** Whose work is shown: a person's, a team's or a role's. Choosing oneself on a screen that has not said who sits there says so. */
import { playbookRoles, roleHolders, titleOfRole } from '../../../shared/domain/roster/roles.ts';
import type { Whose } from '../../../shared/domain/runbook/work/mine.ts';
import { useMe, useRows } from '../../store/live.ts';
import { iAm } from '../../store/me.ts';
import { Button } from '../../ui/button.tsx';
import { SelectField, type SelectOption } from '../../ui/fields/select-field.tsx';
import { PickSet } from '../../ui/pick-set.tsx';
import css from './mine.module.css';

const picks = [
  { value: 'person', label: 'Person' },
  { value: 'team', label: 'Team' },
  { value: 'role', label: 'Role' },
] as const;

export function WhosePicker({ whose, onPick }: { readonly whose: Whose; readonly onPick: (whose: Whose) => void }) {
  const me = useMe();
  const options = useOptions(whose.by);
  const isMe = whose.by === 'person' && whose.of === me;
  const pickKind = (by: Whose['by']) => onPick({ by, of: by === 'person' ? (me ?? '') : '' });
  return (
    <div className={css.whose}>
      <PickSet label="Whose work" picks={picks} value={whose.by} onPick={pickKind} />
      <SelectField
        label={picks.find(({ value }) => value === whose.by)?.label ?? ''}
        value={whose.of === '' ? null : whose.of}
        onChange={(of) => onPick({ by: whose.by, of: of ?? '' })}
        options={options}
        placeholder="Choose"
      />
      {whose.by === 'person' && whose.of !== '' && me === null && <Button onClick={() => iAm(whose.of)}>That is me</Button>}
      {me !== null && !isMe && <Button onClick={() => onPick({ by: 'person', of: me })}>Back to me</Button>}
    </div>
  );
}

function useOptions(by: Whose['by']): readonly SelectOption<string>[] {
  const rows = useRows();
  const team = [...rows.person.values()].filter(({ inTeam }) => inTeam);
  if (by === 'person') {
    return team
      .map(({ id, name, department }) => ({ value: id, label: department ? `${name}, ${department}` : name }))
      .sort((a, b) => a.label.localeCompare(b.label));
  }
  if (by === 'team')
    return [...new Set(team.map(({ department }) => department).filter(Boolean))].sort().map((value) => ({ value, label: value }));
  const keys = new Set([...playbookRoles(rows).map(({ key }) => key), ...roleHolders(rows).keys()]);
  return [...keys].map((value) => ({ value, label: titleOfRole(rows, value) }));
}
