/** Step 3: who is in the team and holds which role. */
import { useState } from 'react';
import { pastedPeople } from '../../../shared/domain/roster/pasted-people.ts';
import { Button } from '../../ui/button.tsx';
import { PeopleField } from '../../ui/fields/people-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Mark } from '../../ui/mark.tsx';
import type { DraftPerson } from './draft.ts';
import css from './go-live.module.css';
import type { StepProps } from './step-what.tsx';

const nobody: DraftPerson = { name: '', department: '', roles: [] };

export function Who({ draft, change, playbook }: StepProps) {
  const people = draft.people.length > 0 ? draft.people : [nobody];
  const held = new Set(people.flatMap(({ name, roles }) => (name.trim() ? roles : [])));
  const unfilled = playbook.roles.filter(({ key, isRequired }) => isRequired && !held.has(key));
  const put = (at: number, fields: Partial<DraftPerson>) =>
    change({ people: people.map((person, index) => (index === at ? { ...person, ...fields } : person)) });
  return (
    <>
      <p>
        {unfilled.length > 0 ? (
          <Mark state="at-risk">Still needed: {unfilled.map(({ title }) => title).join(', ')}</Mark>
        ) : (
          <Mark state="finished">Every required role is held</Mark>
        )}
      </p>
      {people.map((person, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a form have no other name, and are only added at the end or taken away
        <div key={at} className={css.person}>
          <TextField label="Name" autoFocus={at === people.length - 1} value={person.name} onChange={(name) => put(at, { name })} />
          <TextField label="Department" value={person.department} onChange={(department) => put(at, { department })} />
          <PeopleField
            label="Roles"
            placeholder="Type a role"
            people={playbook.roles.map(({ key, title, isRequired }) => ({ id: key, name: isRequired ? title : `${title}, optional` }))}
            value={person.roles}
            onChange={(roles) => put(at, { roles })}
          />
          <Button
            onClick={() => change({ people: people.filter((_, index) => index !== at) })}
            title={`Take ${person.name || 'this row'} out`}
          >
            Remove
          </Button>
        </div>
      ))}
      <div className="btns">
        <Button onClick={() => change({ people: [...people, nobody] })}>Add a person</Button>
      </div>
      <Paste onTake={(more) => change({ people: [...people.filter(({ name }) => name.trim() !== ''), ...more] })} />
    </>
  );
}

function Paste({ onTake }: { readonly onTake: (people: readonly DraftPerson[]) => void }) {
  const [text, setText] = useState('');
  const { people, problems } = pastedPeople(text, true);
  const take = () => {
    onTake(people.map(({ name, department }) => ({ name, department, roles: [] })));
    setText('');
  };
  return (
    <div className={css.group}>
      <TextArea label="Or paste several" hint="One person a line: name; department" rows={2} value={text} onChange={setText} />
      {problems.length > 0 && <Mark state="at-risk">{problems.length} lines cannot be read and stay here</Mark>}
      {people.length > 0 && (
        <div className="btns">
          <Button onClick={take}>Take {people.length} people in</Button>
        </div>
      )}
    </div>
  );
}
