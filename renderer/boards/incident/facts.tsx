/** The facts of an incident: people, milestones with their times, escalation, what it holds up, tickets that belong to it. */
import type { ReactNode } from 'react';
import { formatSpan } from '../../../shared/base/time-words.ts';
import { escalationLevels, type LevelReached } from '../../../shared/domain/incident/escalation.ts';
import { isOpen, type TimeTo, timeTo, timeWords } from '../../../shared/domain/incident/figures.ts';
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { type Told, useAbout } from '../../store/about.ts';
import { useRows, useTable } from '../../store/live.ts';
import { Mark } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import { HoldsUp, LinkedTickets } from './belongings.tsx';
import styles from './incident.module.css';

interface OfIncident {
  readonly incident: Incident;
}

export function Facts({ incident }: OfIncident) {
  return (
    <div className={`${styles.column} split`}>
      <People incident={incident} />
      <Milestones incident={incident} />
      <Escalation incident={incident} />
      <HoldsUp incident={incident} />
      <LinkedTickets incident={incident} />
    </div>
  );
}

function People({ incident: { commanderId, scribeId, liaisonId } }: OfIncident) {
  const people = useTable('person');
  const named = { Commander: commanderId, Scribe: scribeId, Liaison: liaisonId };
  return (
    <Panel title="People" pad>
      <dl className={styles.pairs}>
        {Object.entries(named).map(([role, id]) => (
          <Pair key={role} name={role}>
            {(id && people.get(id)?.name) || <span className="q">nobody yet</span>}
          </Pair>
        ))}
      </dl>
    </Panel>
  );
}

const milestones = [
  { field: 'impactAt', word: 'Impact began', time: null, absent: 'not known' },
  { field: 'detectedAt', word: 'Detected', time: 'detect', absent: '' },
  { field: 'acknowledgedAt', word: 'Acknowledged', time: 'acknowledge', absent: 'not yet' },
  { field: 'mitigatedAt', word: 'Mitigated', time: null, absent: 'not yet' },
  { field: 'resolvedAt', word: 'Resolved', time: 'restore', absent: 'not yet' },
  { field: 'closedAt', word: 'Closed', time: null, absent: 'not yet' },
] as const;

function Milestones({ incident }: OfIncident) {
  const isEnded = !isOpen(incident);
  return (
    <Panel title="Milestones" className="above" pad>
      <dl className={styles.pairs}>
        {milestones.map(({ field, word, time, absent }) => {
          const at = incident[field];
          const skipped = field === 'mitigatedAt' && isEnded ? 'passed over' : absent;
          return (
            <Pair key={field} name={word} quiet={time && <Took incident={incident} what={time} />}>
              {at === null ? <span className="q">{skipped}</span> : <Time at={at} withZone />}
            </Pair>
          );
        })}
      </dl>
    </Panel>
  );
}

function Took({ incident, what }: OfIncident & { readonly what: TimeTo }) {
  const ms = timeTo(incident, what);
  if (ms === null) return null;
  const { short, words } = timeWords[what];
  return (
    <span className="q f" title={words}>
      {short} {formatSpan(ms)}
    </span>
  );
}

function Escalation({ incident }: OfIncident) {
  const rows = useRows();
  const { told } = useAbout([incident.id]);
  const levels = escalationLevels(rows, incident, reachedIn(told, incident.id));
  return (
    <Panel title="Escalation" className="above" pad>
      <dl className={styles.pairs}>
        {levels.map(({ level, title, actions, state, reachedAt, dueAt }) => (
          <Pair
            key={level}
            name={
              <Mark state={state === 'passed' ? 'finished' : state === 'present' ? 'in-progress' : 'not-ready'}>
                <span className={state === 'present' ? 'name cut' : 'cut'} title={[title, ...actions].join('\n')}>
                  {level} {title}
                </span>
              </Mark>
            }
          >
            {reachedAt !== null && <Time at={reachedAt} withZone />}
            {dueAt !== null && (
              <span className="q">
                due <Time at={dueAt} withZone />
              </span>
            )}
            {reachedAt === null && dueAt === null && <span className="q">{state === 'passed' ? 'passed over' : 'not yet'}</span>}
          </Pair>
        ))}
      </dl>
    </Panel>
  );
}

/** Escalations that were not taken back. */
function reachedIn(told: readonly Told[], incidentId: string): readonly LevelReached[] {
  const undone = new Set(told.map(({ undoes }) => undoes));
  return told
    .filter(({ action, seq }) => action === 'incident.escalate' && !undone.has(seq))
    .map(({ occurredAt, changes }) => ({ at: occurredAt, level: Number(changes.find(({ id }) => id === incidentId)?.set?.level) }))
    .reverse();
}

interface PairProps {
  readonly name: ReactNode;
  readonly quiet?: ReactNode;
  readonly children: ReactNode;
}

function Pair({ name, quiet, children }: PairProps) {
  return (
    <>
      <dt className="q2">
        {name}
        {quiet}
      </dt>
      <dd>{children}</dd>
    </>
  );
}
