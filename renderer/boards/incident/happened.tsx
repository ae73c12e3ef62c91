/** The right side of an incident: what it is, what can be done, the procedure that answers it, and all that happened. */
import { useMemo } from 'react';
import { isOpen } from '../../../shared/domain/incident/figures.ts';
import { procedureSteps } from '../../../shared/domain/incident/procedure.ts';
import type { Incident } from '../../../shared/domain/incident/schema.ts';
import { type Told, useAbout } from '../../store/about.ts';
import { useTable } from '../../store/live.ts';
import { Button } from '../../ui/button.tsx';
import type { KeyBinding } from '../../ui/keys.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Time, ZoneName } from '../../ui/time.tsx';
import { OpenFor, Severity } from './columns.tsx';
import styles from './incident.module.css';
import { ProcedureSteps } from './procedure-steps.tsx';

interface HappenedProps {
  readonly incident: Incident;
  /** What can be done now, with its keys. */
  readonly acts: readonly KeyBinding[];
  /** Settles a step; undefined for who may only look. */
  readonly onStep: ((stepId: string) => void) | undefined;
}

export function Happened({ incident, acts, onStep }: HappenedProps) {
  return (
    <div className={`${styles.happened} split`}>
      <Head incident={incident} acts={acts} />
      <ProcedureSteps incident={incident} onStep={onStep} />
      <Log incident={incident} />
    </div>
  );
}

function Head({ incident, acts }: Omit<HappenedProps, 'onStep'>) {
  const { ref, title, status, level, impact, cause, resolution } = incident;
  return (
    <section className={styles.head} aria-label={`${ref} ${title}`}>
      <div className={styles.titleline}>
        <Severity incident={incident} />
        <span className="f">{ref}</span>
        <h2>{title}</h2>
      </div>
      <p className="q2">
        {isOpen(incident) ? `${status}, level ${level}, for ` : `${status}, was open `}
        <OpenFor incident={incident} />
      </p>
      <div className={styles.words}>
        {impact && <Said name="Impact" words={impact} />}
        {cause && <Said name="Cause" words={cause} />}
        {resolution && <Said name="Resolution" words={resolution} />}
      </div>
      <div className={`btns ${styles.acts}`}>
        {acts
          .filter(({ when, foot }) => when !== false && foot !== false)
          .map(({ key, label, run }) => (
            <Button key={key} hint={key} onClick={run}>
              {label.charAt(0).toUpperCase() + label.slice(1)}
            </Button>
          ))}
      </div>
    </section>
  );
}

function Said({ name, words }: { readonly name: string; readonly words: string }) {
  return (
    <p>
      <span className="q">{name}</span> {words}
    </p>
  );
}

/** As many rows as can be asked about at once. */
const MOST_STEPS = 50;

function Log({ incident }: { readonly incident: Incident }) {
  const procedureStep = useTable('procedureStep');
  const steps = procedureSteps({ procedureStep }, incident.id)
    .slice(-MOST_STEPS)
    .map(({ id }) => id);
  const { told, state } = useAbout([incident.id, ...(incident.taskId === null ? [] : [incident.taskId]), ...steps]);
  const lines = useMemo(() => told.toSorted((a, b) => b.occurredAt - a.occurredAt), [told]);
  return (
    <Panel title="What happened" quiet="to it and to the task it holds up, newest first; N writes a note" className={styles.log} ruled>
      <Table label={`What happened to ${incident.ref}`} rows={lines} columns={columns} rowId={({ id }) => id} empty={emptyWords[state]} />
    </Panel>
  );
}

const emptyWords = {
  loading: 'Reading the journal.',
  there: 'Nothing is recorded about it.',
  failed: 'The journal cannot be read now. It is safe; this tries again with the next act.',
} as const;

const milestoneWords: Readonly<Record<string, string>> = {
  'incident.declare': 'Detected',
  'incident.acknowledge': 'Acknowledged',
  'incident.mitigate': 'Mitigated',
  'incident.resolve': 'Resolved',
  'incident.close': 'Closed',
};

const kindMarks: Readonly<Record<Told['kind'], MarkState>> = {
  act: 'act',
  note: 'note',
  machine: 'machine',
  gate: 'gate',
  incident: 'late',
  undo: 'rolled-back',
};

const columns: readonly Column<Told>[] = [
  { key: 'time', head: <ZoneName />, width: 142, align: 'number', cell: ({ occurredAt }) => <Time at={occurredAt} /> },
  { key: 'kind', head: '', hiddenHead: 'Kind', width: 30, cell: ({ kind }) => <Mark state={kindMarks[kind]} bare /> },
  { key: 'text', head: 'What happened', width: '1fr', min: 160, cell: wordsOf, title: wordsOf },
  { key: 'by', head: 'By', width: 92, cell: ({ actor }) => actor, title: ({ actor }) => actor, className: 'q2' },
  { key: 'milestone', head: 'Milestone', width: 116, cell: (told) => <Milestone told={told} />, className: 'q2' },
];

function wordsOf({ text, note }: Told): string {
  return note ? `${text}. ${note}` : text;
}

function Milestone({ told: { action, writtenAt } }: { readonly told: Told }) {
  if (writtenAt !== null) {
    return (
      <span className="q">
        written <Time at={writtenAt} />
      </span>
    );
  }
  return <b className="name">{milestoneWords[action] ?? ''}</b>;
}
