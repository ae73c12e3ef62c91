/** Asks who sits before this screen, so that what they do carries their name. */
import { useState } from 'react';
import { ok } from '../../shared/base/result.ts';
import { useMe, useTable } from '../store/live.ts';
import { iAm } from '../store/me.ts';
import { Dialog } from '../ui/dialog.tsx';
import { SelectField } from '../ui/fields/select-field.tsx';

export function WhoDialog({ onClose }: { readonly onClose: () => void }) {
  const people = useTable('person');
  const [chosen, choose] = useState<string | null>(useMe());
  const team = [...people.values()].filter(({ inTeam }) => inTeam).sort((a, b) => a.name.localeCompare(b.name));
  const use = () => {
    iAm(chosen);
    return ok(null);
  };
  return (
    <Dialog title="Who sits before this screen" onClose={onClose} submit={{ label: 'Use this name', run: use }} size="narrow">
      <SelectField
        label="Person"
        hint="What is done on this screen carries this name. Empty: the name of the screen."
        value={chosen}
        onChange={choose}
        options={team.map(({ id, name, department }) => ({ value: id, label: department ? `${name}, ${department}` : name }))}
        clearable
        autoFocus
      />
    </Dialog>
  );
}
