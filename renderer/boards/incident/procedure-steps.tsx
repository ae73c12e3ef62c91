/** The steps of the emergency procedure that is worked on an incident. A press on an open step settles it. */
import { useMemo } from 'react';
import { procedureSteps, proceduresOf } from '../../../shared/domain/incident/procedure.ts';
import type { Incident, ProcedureStep } from '../../../shared/domain/incident/schema.ts';
import { useTable } from '../../store/live.ts';
import { Mark, type MarkState } from '../../ui/mark.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Time } from '../../ui/time.tsx';
import styles from './incident.module.css';

interface ProcedureStepsProps {
  readonly incident: Incident;
  readonly onStep: ((stepId: string) => void) | undefined;
}

const marks: Readonly<Record<ProcedureStep['status'], MarkState>> = { open: 'ready', finished: 'finished', skipped: 'skipped' };

export function ProcedureSteps({ incident, onStep }: ProcedureStepsProps) {
  const procedureStep = useTable('procedureStep');
  const playbookCopy = useTable('playbookCopy');
  const steps = useMemo(() => procedureSteps({ procedureStep }, incident.id), [procedureStep, incident.id]);
  if (steps.length === 0) return null;
  const title = proceduresOf({ playbookCopy }).find(({ key }) => key === incident.procedure)?.title ?? 'Emergency procedure';
  const settled = steps.filter(({ status }) => status !== 'open').length;
  return (
    <Panel title={title} quiet={`${settled} of ${steps.length} steps settled`} className={styles.procedure} pad>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <Step key={step.id} step={step} onSettle={incident.status === 'closed' ? undefined : onStep} />
        ))}
      </ol>
    </Panel>
  );
}

function Step({ step, onSettle }: { readonly step: ProcedureStep; readonly onSettle: ((stepId: string) => void) | undefined }) {
  const { id, position, title, status, note, finishedBy, finishedAt } = step;
  const words = (
    <>
      <Mark state={marks[status]} bare />
      <span className="f q">{position + 1}</span>
      <span className={status === 'open' ? 'cut' : 'cut q2'} title={note ? `${title}. ${note}` : title}>
        {title}
        {note && <span className="q">. {note}</span>}
      </span>
    </>
  );
  return (
    <li>
      {status === 'open' && onSettle ? (
        <button type="button" onClick={() => onSettle(id)}>
          {words}
        </button>
      ) : (
        words
      )}
      {finishedAt !== null && (
        <span className={`q small ${styles.end}`}>
          {finishedBy} <Time at={finishedAt} withZone />
        </span>
      )}
    </li>
  );
}
