/** The selected person, or the selected role nobody holds: what they are, hold and have to do. */
import { type RoleLine, roleLines } from '../../../shared/domain/roster/roles.ts';
import type { Person } from '../../../shared/domain/roster/schema.ts';
import { noWork, openWork, type Work } from '../../../shared/domain/roster/work.ts';
import { useRows } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { PinOf } from './pin-of.tsx';
import styles from './roster.module.css';
import { TrainingOf } from './training-of.tsx';

interface DetailProps {
  readonly person: Person | null;
  /** Shown when there is no person. */
  readonly role: RoleLine | null;
  readonly mayAct: boolean;
  readonly onEdit: () => void;
  readonly onAssign: () => void;
  readonly onRelease: (role: string) => void;
}

export function Detail({ person, role, mayAct, onEdit, onAssign, onRelease }: DetailProps) {
  if (person) return <OfPerson person={person} mayAct={mayAct} onEdit={onEdit} onAssign={onAssign} onRelease={onRelease} />;
  if (role) return <OfRole role={role} mayAct={mayAct} onAssign={onAssign} />;
  return (
    <Panel title="Nobody selected" className="split" pad>
      <p className="q2">Choose a person to see what they hold and have to do.</p>
    </Panel>
  );
}

function OfPerson({ person, mayAct, onEdit, onAssign, onRelease }: Omit<DetailProps, 'role' | 'person'> & { readonly person: Person }) {
  const rows = useRows();
  const held = roleLines(rows).filter(({ holders }) => holders.some(({ id }) => id === person.id));
  const work = openWork(rows).get(person.id) ?? noWork;
  return (
    <Panel title={person.name} quiet={person.inTeam ? 'in the team' : 'not in the team'} className="split" pad>
      <dl className={styles.facts}>
        <Fact name="Department" words={person.department} />
        <Fact name="Job role" words={person.jobRole} />
        <Fact name="Contact" words={person.contact} />
      </dl>
      <h3 className={styles.head}>Roles</h3>
      {held.length === 0 && <p className="q2">None.</p>}
      {held.map((role) => (
        <div key={role.key} className={styles.role}>
          <span className="name">{role.title}</span>
          {mayAct && (
            <button type="button" className="link" onClick={() => onRelease(role.key)}>
              Release<span className="sr"> the role {role.title}</span>
            </button>
          )}
          {role.duties.length > 0 && <p className="q2 small">{role.duties.join('. ')}</p>}
        </div>
      ))}
      <OpenList title="Tasks" board="runbook" list={work.tasks} />
      <OpenList title="Checks" board="readiness" list={work.checks} />
      <OpenList title="Tickets" board="ticket" list={work.tickets} />
      <OpenList title="Incidents" board="incident" list={work.incidents} />
      <TrainingOf personId={person.id} />
      {person.inTeam && <PinOf person={person} mayAct={mayAct} />}
      {mayAct && (
        <div className={`btns ${styles.acts}`}>
          <Button hint="E" onClick={onEdit}>
            Edit
          </Button>
          <Button hint="R" onClick={onAssign}>
            Assign role
          </Button>
        </div>
      )}
    </Panel>
  );
}

function OfRole({ role, mayAct, onAssign }: { readonly role: RoleLine; readonly mayAct: boolean; readonly onAssign: () => void }) {
  return (
    <Panel title={role.title} quiet={role.isRequired ? 'required role' : 'role'} className="split" pad>
      <p>{role.isRequired ? <Mark state="late">Nobody holds it</Mark> : <span className="q2">Nobody holds it.</span>}</p>
      {role.duties.length > 0 && (
        <>
          <h3 className={styles.head}>Duties</h3>
          <ul className="q2">
            {role.duties.map((duty) => (
              <li key={duty}>{duty}</li>
            ))}
          </ul>
        </>
      )}
      {mayAct && (
        <div className={`btns ${styles.acts}`}>
          <Button hint="R" primary onClick={onAssign}>
            Assign role
          </Button>
        </div>
      )}
    </Panel>
  );
}

function Fact({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <>
      <dt className="q small">{name}</dt>
      <dd className="cut" title={words}>
        {words || <span className="q">not given</span>}
      </dd>
    </>
  );
}

const MOST_LISTED = 8;

function OpenList({ title, board, list }: { readonly title: string; readonly board: string; readonly list: Work[keyof Work] }) {
  if (list.length === 0) return null;
  return (
    <>
      <h3 className={styles.head}>
        {title} <span className="f q">{list.length}</span>
      </h3>
      <ul>
        {list.slice(0, MOST_LISTED).map(({ id, ref, title: words }) => (
          <li key={id} className={styles.work}>
            <button type="button" className="link f" onClick={() => go(board, ref)}>
              {ref}
            </button>
            <span className="cut" title={words}>
              {words}
            </span>
          </li>
        ))}
        {list.length > MOST_LISTED && <li className="q small">and {list.length - MOST_LISTED} more</li>}
      </ul>
    </>
  );
}
