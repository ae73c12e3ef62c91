/** Step 3: who is in the team and holds which role. */
import { useRef } from 'react';
import { Button } from '../../ui/button.tsx';
import { PeopleField } from '../../ui/fields/people-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { Mark } from '../../ui/mark.tsx';
import { type DraftPerson, nobody } from './draft.ts';
import css from './go-live.module.css';
import { unfilledRoles } from './missing.ts';
import { PasteTeam } from './paste-team.tsx';
import type { StepProps } from './step-what.tsx';

export function Who({ draft, change, playbook }: StepProps) {
  const rows = useRef<HTMLDivElement>(null);
  const people = draft.people.length > 0 ? draft.people : [nobody];
  const roles = playbook.roles.map(({ key, title }) => ({ id: key, name: title }));
  const put = (at: number, fields: Partial<DraftPerson>) =>
    change({ people: people.map((person, index) => (index === at ? { ...person, ...fields } : person)) });
  /** The row that will stand there gets the focus, or a keyboard would have lost its place. */
  const focusRow = (at: number) => setTimeout(() => rows.current?.children[Math.max(0, at)]?.querySelector<HTMLElement>('input')?.focus());
  const add = () => {
    change({ people: [...people, nobody] });
    focusRow(people.length);
  };
  const remove = (at: number) => {
    change({ people: people.filter((_, index) => index !== at) });
    focusRow(Math.min(at, people.length - 2));
  };
  return (
    <>
      <RolesHeld draft={draft} playbook={playbook} />
      <div ref={rows} className={css.stack}>
        {people.map((person, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a form have no other name, and keep nothing of their own
          <div key={at} className={css.person}>
            <TextField
              label="Name"
              hint={[person.jobRole, person.contact].filter(Boolean).join(', ') || undefined}
              value={person.name}
              onChange={(name) => put(at, { name })}
            />
            <TextField label="Department" value={person.department} onChange={(department) => put(at, { department })} />
            <PeopleField
              label="Roles"
              placeholder="Type a role"
              nothingFound="No such role"
              people={roles}
              value={person.roles}
              onChange={(held) => put(at, { roles: held })}
            />
            <Button onClick={() => remove(at)} title={`Take ${person.name || 'this row'} out`}>
              Remove
            </Button>
          </div>
        ))}
      </div>
      <div className="btns">
        <Button onClick={add}>Add a person</Button>
      </div>
      <PasteTeam
        text={draft.pasted}
        roles={playbook.roles}
        onText={(pasted) => change({ pasted })}
        onTake={(more, pasted) =>
          change({ pasted, people: [...people.filter(({ name, roles: held }) => name.trim() || held.length > 0), ...more] })
        }
      />
    </>
  );
}

function RolesHeld({ draft, playbook }: Pick<StepProps, 'draft' | 'playbook'>) {
  const unfilled = new Set(unfilledRoles(draft, playbook).map(({ key }) => key));
  return (
    <dl className={css.facts} aria-label="Roles">
      {playbook.roles.map(({ key, title, isRequired, duties }) => {
        const holders = draft.people.filter(({ name, roles }) => name.trim() && roles.includes(key)).map(({ name }) => name.trim());
        return (
          <div key={key} title={duties.map((duty) => duty.title).join('. ')}>
            <dt>
              {title}
              {!isRequired && ', optional'}
            </dt>
            <dd>{unfilled.has(key) ? <Mark state="at-risk">Nobody yet</Mark> : holders.join(', ') || <span className="q">nobody</span>}</dd>
          </div>
        );
      })}
    </dl>
  );
}
