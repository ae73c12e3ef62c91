/** One phase: who leads it, how long it takes, its steps with where each stands, and the gate it ends with. */
import { formatSpan } from '../../../shared/base/time-words.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { useTable } from '../../store/live.ts';
import { go } from '../../store/route.ts';
import { Facts, Lines } from './lines.tsx';
import css from './playbook.module.css';

type Phase = Playbook['phases'][number];
const MINUTE = 60_000;

export function PhasePart({ playbook, phase }: { readonly playbook: Playbook; readonly phase: Phase }) {
  const tasks = useTable('task');
  const checks = useTable('check');
  const title = (role: string) => playbook.roles.find(({ key }) => key === role)?.title ?? role;
  const names = (places: Phase['leads']) => places.map(({ role, part }) => (part ? `${title(role)} (${part})` : title(role))).join(', ');
  const ids = [
    ...phase.ids,
    ...phase.leads.flatMap((place) => place.ids),
    ...phase.support.flatMap((place) => place.ids),
    ...(phase.duration?.ids ?? []),
  ];
  const gate = playbook.gates.find((each) => each.phase === phase.key);
  /** The rows a step became, found by the catalogue ids they serve. */
  const rowsOf = (served: readonly string[]) => [
    ...[...tasks.values()]
      .filter((task) => task.catalogueIds.some((id) => served.includes(id)))
      .map(({ ref, status }) => ({ ref, status, board: 'runbook' })),
    ...[...checks.values()]
      .filter((check) => check.catalogueIds.some((id) => served.includes(id)))
      .map(({ ref, status }) => ({ ref, status, board: 'readiness' })),
  ];
  const steps = phase.steps.map((step) => ({
    ...step,
    more: (
      <>
        {[
          step.role && title(step.role),
          step.audience && `to ${step.audience}`,
          step.condition && `if ${conditionTitle(playbook, step.condition)}`,
        ]
          .filter(Boolean)
          .join(', ')}{' '}
        {rowsOf(step.ids).map(({ ref, status, board }) => (
          <button key={ref} type="button" className={`link ${css.row}`} onClick={() => go(board, ref)}>
            <span className="f">{ref}</span> {status}
          </button>
        ))}
      </>
    ),
  }));
  return (
    <>
      <p>{phase.detail}</p>
      <Facts
        of={[
          ['Lead', names(phase.leads) || 'nobody named'],
          ['Support', names(phase.support)],
          ['Length', lengthWords(phase.duration)],
          ['Parallel with', phase.parallelWith.map((key) => playbook.phases.find((each) => each.key === key)?.title ?? key).join(', ')],
          ['Serves', ids.join(' ')],
        ]}
      />
      <Lines title="Objective" of={phase.objectives} />
      <Lines title="Emphasis" of={phase.emphasis} />
      <Lines
        title="Needed before"
        of={playbook.inputs
          .filter((input) => input.phase === phase.key)
          .map((input) => ({ ...input, more: input.isRequired ? 'Required.' : 'Optional.' }))}
      />
      <Lines title="Steps" isOrdered of={steps} />
      <Lines title="Rules" of={phase.rules} />
      <Lines title="Deliverables" of={phase.deliverables} />
      {gate && (
        <Lines
          title={`Success criteria, decided at the gate "${gate.title}" by ${title(gate.decider)}`}
          of={gate.criteria.map((criterion) => ({
            ...criterion,
            more: criterion.neededToStart ? 'Needed before the cutover may start.' : undefined,
          }))}
        />
      )}
    </>
  );
}

/** `15 m to 20 m`; empty without a range. */
export function lengthWords(range: { readonly minMinutes: number; readonly maxMinutes: number } | null): string {
  if (!range) return '';
  const { minMinutes, maxMinutes } = range;
  const longest = formatSpan(maxMinutes * MINUTE);
  return minMinutes === maxMinutes ? longest : `${formatSpan(minMinutes * MINUTE)} to ${longest}`;
}

function conditionTitle(playbook: Playbook, condition: string): string {
  return playbook.conditions.find(({ key }) => key === condition)?.title ?? condition;
}
