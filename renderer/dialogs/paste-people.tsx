/** Adds many people from pasted lines, for the roster and for training; shows what was read before anything is written. */
import { type ReactNode, useMemo, useState } from 'react';
import { type PastedPeople, pastedPeople } from '../../shared/domain/roster/pasted-people.ts';
import { client } from '../client/client.ts';
import { act } from '../store/act.ts';
import { Dialog } from '../ui/dialog.tsx';
import { TextArea } from '../ui/fields/text-area.tsx';
import { Mark } from '../ui/mark.tsx';
import { type Column, Table } from '../ui/table.tsx';
import styles from './paste-people.module.css';

interface PastePeopleProps {
  readonly title: string;
  /** Whether they become part of the go-live team. */
  readonly inTeam: boolean;
  /** Courses all of them will need. */
  readonly courseIds?: readonly string[];
  /** Further choices, above the lines. */
  readonly children?: ReactNode;
  readonly onClose: () => void;
}

/** As many characters as the host takes in one act. */
const MOST_CHARACTERS = 1_000_000;

export function PastePeople({ title, inTeam, courseIds = [], children, onClose }: PastePeopleProps) {
  const [text, setText] = useState('');
  const read = useMemo(() => pastedPeople(text, inTeam), [text, inTeam]);
  const count = read.people.length;

  async function run() {
    return act(client.roster.addPeople, { people: [...read.people], courseIds: [...courseIds] }, `${peopleWords(count)} taken in`);
  }

  return (
    <Dialog
      title={title}
      onClose={onClose}
      submit={{ label: count === 0 ? 'Add people' : `Add ${peopleWords(count)}`, run, disabled: count === 0 }}
      size="wide"
    >
      {children}
      <TextArea
        label="People"
        hint="A line each: name; department; job role; contact. Cells copied from a spreadsheet work too, with their line of heads. People already in the roster are left out."
        rows={6}
        maxLength={MOST_CHARACTERS}
        autoFocus
        placeholder={'Anna Novak; Warehouse North; clerk; 4711'}
        value={text}
        onChange={setText}
      />
      {text.trim() !== '' && <ReadSoFar read={read} />}
    </Dialog>
  );
}

function ReadSoFar({ read }: { readonly read: PastedPeople }) {
  const lines = useMemo(() => read.people.map((person, at) => ({ id: String(at), person })), [read]);
  return (
    <>
      {read.problems.length > 0 && (
        <div>
          <Mark state="late">{read.problems.length === 1 ? '1 line is left out' : `${read.problems.length} lines are left out`}</Mark>
          <ul className="small q2">
            {read.problems.slice(0, MOST_PROBLEMS).map(({ line, reason, text }) => (
              <li key={line} className="cut" title={text}>
                Line <span className="f">{line}</span>: {reason}
              </li>
            ))}
            {read.problems.length > MOST_PROBLEMS && <li>and {read.problems.length - MOST_PROBLEMS} more</li>}
          </ul>
        </div>
      )}
      <div className={styles.preview}>
        <Table label="People as they were read" rows={lines} rowId={({ id }) => id} columns={columns} empty="Nobody yet." />
      </div>
    </>
  );
}

const MOST_PROBLEMS = 5;

const columns: readonly Column<{ readonly person: PastedPeople['people'][number] }>[] = [
  { key: 'name', head: 'Name', width: '2fr', cell: ({ person }) => person.name, className: 'name' },
  { key: 'department', head: 'Department', width: '2fr', cell: ({ person }) => person.department },
  { key: 'jobRole', head: 'Job role', width: '2fr', cell: ({ person }) => person.jobRole },
  { key: 'contact', head: 'Contact', width: '2fr', cell: ({ person }) => person.contact },
];

function peopleWords(count: number): string {
  return count === 1 ? '1 person' : `${count} people`;
}
