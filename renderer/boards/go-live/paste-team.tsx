/** Takes several people into the wizard from pasted lines; lines that cannot be read stay in the field. */
import { useMemo } from 'react';
import { pastedPeople } from '../../../shared/domain/roster/pasted-people.ts';
import { Button } from '../../ui/button.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { Mark } from '../../ui/mark.tsx';
import type { DraftPerson } from './draft.ts';
import css from './go-live.module.css';
import { rolesNamed } from './pasted-roles.ts';

const MOST_CHARACTERS = 200_000;
const FEW = 3;

interface PasteTeamProps {
  readonly text: string;
  /** Of the playbook: who is pasted with one of their titles holds it. */
  readonly roles: readonly { readonly key: string; readonly title: string }[];
  readonly onText: (text: string) => void;
  /** The people that were read, and the lines that were not. */
  readonly onTake: (people: readonly DraftPerson[], left: string) => void;
}

export function PasteTeam({ text, roles, onText, onTake }: PasteTeamProps) {
  const { people, problems } = useMemo(() => pastedPeople(text, true), [text]);
  const take = () => {
    const lines = text.split(/\r\n|\r|\n/);
    const read = people.map(({ name, department, jobRole, contact }) => {
      const named = rolesNamed(jobRole, roles);
      return { name, department, jobRole: named.length > 0 ? '' : jobRole, contact, roles: named };
    });
    onTake(read, problems.map(({ line }) => lines[line - 1] ?? '').join('\n'));
  };
  return (
    <div className={css.group}>
      <TextArea
        label="Or paste several"
        hint="A line each: name; department; role; contact. A role of the playbook is given to them. Cells copied from a spreadsheet work too."
        rows={2}
        maxLength={MOST_CHARACTERS}
        value={text}
        onChange={onText}
      />
      {problems.length > 0 && (
        <div>
          <Mark state="at-risk">
            {problems.length === 1 ? '1 line cannot be read and stays here' : `${problems.length} lines cannot be read and stay here`}
          </Mark>
          <ul className="small q2">
            {problems.slice(0, FEW).map(({ line, reason }) => (
              <li key={line}>
                Line <span className="f">{line}</span>: {reason}
              </li>
            ))}
          </ul>
        </div>
      )}
      {people.length > 0 && (
        <div className="btns">
          <Button onClick={take}>{people.length === 1 ? 'Take 1 person in' : `Take ${people.length} people in`}</Button>
        </div>
      )}
    </div>
  );
}
