/** The incidents: worst first, and of the selected one who, when, what next, what it holds up and what happened. */
import { useEffect, useMemo, useState } from 'react';
import { formatSpan } from '../../../shared/base/time-words.ts';
import { incidentFigures, isOpen, timeWords, worstFirst } from '../../../shared/domain/incident/figures.ts';
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { useRole, useTable } from '../../store/live.ts';
import { select, useRoute } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { Panel } from '../../ui/panel.tsx';
import { PickSet } from '../../ui/pick-set.tsx';
import { Table } from '../../ui/table.tsx';
import { ToolLine } from '../../ui/tool-line.tsx';
import { incidentColumns } from './columns.tsx';
import { Facts } from './facts.tsx';
import { Happened } from './happened.tsx';
import styles from './incident.module.css';
import { QuickIncident } from './quick-incident.tsx';
import { useIncidentActs } from './use-incident-acts.tsx';

type Filter = 'open' | 'all';

export function IncidentBoard() {
  const incident = useTable('incident');
  const mayAct = useRole() !== 'viewer';
  const { selected: ref } = useRoute();
  const all = useMemo(() => [...incident.values()].sort(worstFirst), [incident]);
  const [filter, setFilter] = useState<Filter>('all');
  const shown = useMemo(() => (filter === 'open' ? all.filter(isOpen) : all), [all, filter]);
  const [isDeclaring, setDeclaring] = useState(false);
  const [declared, setDeclared] = useState<string | null>(null);
  // Nothing chosen means the worst: nobody should have to look for it.
  const selected = all.find((each) => each.ref === ref) ?? shown[0] ?? null;
  const selectedRef = selected?.ref ?? null;
  useEffect(() => {
    if (selectedRef !== null && selectedRef !== ref) select(selectedRef);
  }, [selectedRef, ref]);
  // Its row may reach this screen after the answer.
  const fresh = declared === null ? undefined : incident.get(declared);
  useEffect(() => {
    if (!fresh) return;
    select(fresh.ref);
    setDeclared(null);
  }, [fresh]);
  const { bindings, ask, dialog } = useIncidentActs(selected);

  useKeys('Incidents', [{ key: 'D', label: 'declare', run: () => setDeclaring(true), when: mayAct }, ...bindings]);

  const declare = (
    <Button primary hint="D" onClick={() => setDeclaring(true)}>
      Declare incident
    </Button>
  );
  return (
    <>
      <ToolLine
        title="Incidents"
        quiet="Worst first"
        end={
          <>
            <MeanTimes incidents={incident} />
            {mayAct && declare}
          </>
        }
      >
        <PickSet
          label="Which incidents"
          picks={[
            { value: 'open', label: 'Open', count: all.filter(isOpen).length },
            { value: 'all', label: 'All', count: all.length },
          ]}
          value={filter}
          onPick={setFilter}
        />
      </ToolLine>
      {selected === null && all.length === 0 ? (
        <Empty title="No incidents" step={mayAct && declare}>
          When something goes wrong that more than one person has to answer, declare it: who commands, when it began, what was done and when
          are then kept together, and the emergency procedures of the playbook are at hand.
        </Empty>
      ) : (
        <div className={styles.board}>
          <div className={styles.list}>
            <Table
              main
              label="Incidents"
              rows={shown}
              columns={incidentColumns}
              rowHeight={44}
              rowId={({ ref: id }) => id}
              selectedId={selected?.ref ?? null}
              onSelect={select}
              empty="No incident is open."
            />
          </div>
          {selected ? (
            <>
              <Facts incident={selected} />
              <Happened incident={selected} acts={bindings} onStep={mayAct ? (stepId) => ask({ step: stepId }) : undefined} />
            </>
          ) : (
            <Panel title="Nothing is open" className="split" pad />
          )}
        </div>
      )}
      {dialog}
      {isDeclaring && <QuickIncident onDeclared={setDeclared} onClose={() => setDeclaring(false)} />}
    </>
  );
}

/** The three mean times, each with what it is measured between in its title. */
function MeanTimes({ incidents }: { readonly incidents: ReadonlyMap<string, Incident> }) {
  const { times } = useMemo(() => incidentFigures({ incident: incidents }), [incidents]);
  return (
    <span className={`${styles.means} small q2`}>
      {(['detect', 'acknowledge', 'restore'] as const).map((what) => {
        const { short, words } = timeWords[what];
        const { meanMs, of } = times[what];
        return (
          <span key={what} title={`${short}: ${words}, mean of ${of}`}>
            {short} <span className="f">{meanMs === null ? 'none yet' : formatSpan(meanMs)}</span>
          </span>
        );
      })}
    </span>
  );
}
