/** The roster: who is in the team and holds which role, and everybody by department. */
import { useMemo, useState } from 'react';
import { roleLines } from '../../../shared/domain/roster/roles.ts';
import { client } from '../../client/client.ts';
import { PastePeople } from '../../dialogs/paste-people.tsx';
import { actLoud } from '../../store/act.ts';
import { useRole, useRows } from '../../store/live.ts';
import { select, useRoute } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Mark } from '../../ui/mark.tsx';
import { PickSet } from '../../ui/pick-set.tsx';
import { Table } from '../../ui/table.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { peopleColumns, teamColumns } from './columns.tsx';
import { Detail } from './detail.tsx';
import { departmentGroups, partsOf, teamGroups } from './lines.ts';
import { PersonDialog } from './person-dialog.tsx';
import { RoleDialog } from './role-dialog.tsx';
import styles from './roster.module.css';

type View = 'team' | 'everyone';

export function RosterBoard() {
  const rows = useRows();
  const mayAct = useRole() !== 'viewer';
  const { selected } = useRoute();
  const [view, setView] = useState<View>('team');
  const [wanted, setWanted] = useState('');
  const [asking, setAsking] = useState<'add' | 'edit' | 'assign' | 'paste' | null>(null);
  const team = useMemo(() => teamGroups(rows), [rows]);
  const everyone = useMemo(() => departmentGroups(rows, wanted), [rows, wanted]);
  const { role, personId } = partsOf(selected);
  const person = rows.person.get(personId) ?? null;
  const emptyRole = person ? null : (roleLines(rows).find(({ key }) => key === role) ?? null);
  const unfilled = roleLines(rows).filter(({ isRequired, holders }) => isRequired && holders.length === 0).length;
  const teamSize = [...rows.person.values()].filter(({ inTeam }) => inTeam).length;

  const release = (key: string) => {
    if (person) void actLoud(client.roster.releaseRole, { role: key, personId: person.id }, `${person.name} gives the role up`);
  };
  const close = () => setAsking(null);

  useKeys('Roster', [
    { key: 'A', label: 'add person', run: () => setAsking('add'), when: mayAct },
    { key: 'P', label: 'paste people', run: () => setAsking('paste'), when: mayAct },
    { key: 'R', label: 'assign role', run: () => setAsking('assign'), when: mayAct },
    { key: 'E', label: 'edit', run: () => setAsking('edit'), when: mayAct && person !== null },
    { key: 'X', label: 'release role', run: () => release(role), when: mayAct && person !== null && role !== '' },
    { key: '1', label: 'team by role', run: () => setView('team'), foot: false },
    { key: '2', label: 'everyone', run: () => setView('everyone'), foot: false },
  ]);

  return (
    <>
      <ToolLine
        title="Roster"
        quiet={view === 'team' ? 'Required roles first' : 'By department'}
        end={
          <>
            {unfilled > 0 && (
              <Mark state="late">{unfilled === 1 ? '1 required role unfilled' : `${unfilled} required roles unfilled`}</Mark>
            )}
            {view === 'everyone' && (
              <input
                type="search"
                className={`in ${styles.search}`}
                aria-label="Find people"
                placeholder="Find people"
                value={wanted}
                onChange={(event) => setWanted(event.target.value)}
              />
            )}
            {mayAct && (
              <Button hint="A" onClick={() => setAsking('add')}>
                Add person
              </Button>
            )}
          </>
        }
      >
        <PickSet
          label="Who is shown"
          picks={[
            { value: 'team', label: 'Team by role', count: teamSize },
            { value: 'everyone', label: 'Everyone', count: rows.person.size },
          ]}
          value={view}
          onPick={setView}
        />
      </ToolLine>
      {rows.person.size === 0 && team.length === 0 ? (
        <Nobody mayAct={mayAct} onAdd={() => setAsking('add')} onPaste={() => setAsking('paste')} />
      ) : (
        <div className={styles.board}>
          <div className={styles.list}>
            {view === 'team' ? (
              <Table
                main
                label="Team by role"
                groups={team}
                columns={teamColumns}
                rowId={({ id }) => id}
                selectedId={lineOf(team, selected, personId)}
                onSelect={select}
                onOpen={() => mayAct && setAsking(person ? 'edit' : 'assign')}
                empty="Nobody is in the team yet."
              />
            ) : (
              <Table
                main
                label="People by department"
                groups={everyone}
                columns={peopleColumns}
                rowId={({ id }) => id}
                selectedId={personId}
                onSelect={select}
                onOpen={() => mayAct && setAsking('edit')}
                empty={wanted ? `Nobody matches ${wanted}.` : 'Nobody is in the roster yet.'}
              />
            )}
          </div>
          <Detail
            person={person}
            role={emptyRole}
            mayAct={mayAct}
            onEdit={() => setAsking('edit')}
            onAssign={() => setAsking('assign')}
            onRelease={release}
          />
        </div>
      )}
      {asking === 'add' && <PersonDialog person={null} onClose={close} />}
      {asking === 'edit' && person && <PersonDialog person={person} onClose={close} />}
      {asking === 'assign' && <RoleDialog role={person ? '' : role} personId={person?.id ?? ''} onClose={close} />}
      {asking === 'paste' && <PastePeople title="Add people" inTeam={view === 'team'} onClose={close} />}
    </>
  );
}

/** The selected line; for a person alone, the first line they stand in. */
function lineOf(team: ReturnType<typeof teamGroups>, selected: string | null, personId: string): string | null {
  const lines = team.flatMap((group) => group.rows);
  const line = lines.find(({ id }) => id === selected) ?? lines.find(({ person }) => person?.id === personId);
  return line?.id ?? null;
}

function Nobody({ mayAct, onAdd, onPaste }: { readonly mayAct: boolean; readonly onAdd: () => void; readonly onPaste: () => void }) {
  return (
    <Empty
      title="Nobody is in the roster yet"
      step={
        mayAct && (
          <>
            <Button primary hint="A" onClick={onAdd}>
              Add a person
            </Button>
            <Button hint="P" onClick={onPaste}>
              Paste people
            </Button>
          </>
        )
      }
    >
      The roster holds the go-live team with its roles, and everybody who has to be trained or may report something.
    </Empty>
  );
}
