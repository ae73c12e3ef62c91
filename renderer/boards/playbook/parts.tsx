/** The parts a playbook is read in. A part without content is left out. */
import type { ReactNode } from 'react';
import { formatOffset } from '../../../shared/base/time-words.ts';
import { thresholdText } from '../../../shared/domain/closure/metric.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { go } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Facts, type Line, Lines } from './lines.tsx';
import { lengthWords, PhasePart } from './phase-part.tsx';

export interface Part {
  readonly key: string;
  readonly title: string;
  readonly group: string;
  readonly content: ReactNode;
}

const MINUTE = 60_000;

export function partsOf(playbook: Playbook): readonly Part[] {
  const title = (role: string) => playbook.roles.find(({ key }) => key === role)?.title ?? role;
  return [
    ...playbook.phases.map(
      (phase): Part => ({ key: phase.key, title: phase.title, group: 'Phases', content: <PhasePart playbook={playbook} phase={phase} /> }),
    ),
    ...playbook.procedures.map(
      (procedure): Part => ({
        key: procedure.key,
        title: procedure.title,
        group: 'Emergencies',
        content: (
          <>
            <p>{procedure.when || procedure.detail}</p>
            <Lines
              title="Steps, in order"
              isOrdered
              of={procedure.steps.map((step) => ({ ...step, more: step.isIfNeeded ? 'If needed.' : undefined }))}
            />
            <Lines
              title="Which way"
              of={procedure.branches.map(({ when, ids, goTo }) => ({
                title: when,
                ids,
                more: procedure.steps.find(({ key }) => key === goTo)?.title,
              }))}
            />
            <p className="btns">
              <Button onClick={() => go('incident')}>Open incidents</Button>
            </p>
          </>
        ),
      }),
    ),
    ...listParts([
      [
        'gates',
        'Gates',
        playbook.gates.map((gate) => ({
          ...gate,
          detail: gate.question,
          more: `${title(gate.decider)} decides. ${gate.criteria.map((criterion) => criterion.title).join('. ')}.`,
        })),
      ],
      ['metrics', 'Success metrics', playbook.metrics.map((metric) => ({ ...metric, more: thresholdText({ ...metric, baseline: null }) }))],
      ['delivery', 'Delivery metrics', playbook.deliveryMetrics],
      [
        'roles',
        'Roles',
        playbook.roles.map((role) => ({
          ...role,
          more: [role.isRequired ? 'Required.' : 'Optional.', ...role.duties.map(({ title: duty }) => duty)].join(' '),
        })),
      ],
      [
        'escalation',
        'Escalation',
        playbook.escalation.map((level) => ({
          ...level,
          title: `Level ${level.level}: ${level.title}`,
          more: level.actions.map((action) => action.title).join('. '),
        })),
      ],
      [
        'rollbacks',
        'Rollback',
        playbook.rollbacks.map((rollback) => ({ ...rollback, more: rollback.steps.map((step) => step.title).join('. ') })),
      ],
      ['checklists', 'Checklists', playbook.checklists.flatMap((list) => list.points.map((point) => ({ ...point, more: list.title })))],
      [
        'strategies',
        'Strategies',
        playbook.strategies.map((strategy) => ({ ...strategy, more: strategy.stages.map((stage) => stage.title).join(' → ') })),
      ],
    ]),
    { key: 'variations', title: 'Variations', group: 'Lists', content: <Variations playbook={playbook} /> },
    { key: 'cleanup', title: 'Cleanup decision', group: 'Lists', content: <Cleanup playbook={playbook} /> },
    { key: 'about', title: 'About this playbook', group: 'Lists', content: <About playbook={playbook} /> },
  ];
}

function listParts(lists: readonly (readonly [string, string, readonly Line[]])[]): readonly Part[] {
  return lists
    .filter(([, , lines]) => lines.length > 0)
    .map(([key, title, lines]) => ({ key, title, group: 'Lists', content: <Lines title={`${lines.length} in all`} of={lines} /> }));
}

function Variations({ playbook }: { readonly playbook: Playbook }) {
  return (
    <Lines
      title={playbook.variation ? 'The one this go-live follows is named at the top' : 'This go-live follows the playbook as it is'}
      of={playbook.variations.map((variation) => ({
        ...variation,
        ids: [...variation.ids, ...(variation.duration?.ids ?? []), ...variation.focus.flatMap(({ ids }) => ids)],
        more: [lengthWords(variation.duration), ...variation.focus.map(({ title }) => title), ...changeWords(variation)]
          .filter(Boolean)
          .join('. '),
      }))}
    />
  );
}

function changeWords(variation: Playbook['variations'][number]): readonly string[] {
  return [
    ...variation.removesPhases.map(({ phase }) => `Leaves out ${phase}`),
    ...variation.addsPhases.map(({ phase }) => `Adds ${phase.title}`),
    ...variation.addsSteps.map(({ step }) => `Adds ${step.title}`),
    ...(variation.removesSteps.length > 0 ? [`Leaves out ${variation.removesSteps.length} steps`] : []),
  ];
}

function Cleanup({ playbook }: { readonly playbook: Playbook }) {
  const { cleanup } = playbook.closing;
  if (!cleanup) return <p className="q">This playbook names no cleanup.</p>;
  return (
    <>
      <p>{cleanup.detail || cleanup.title}</p>
      {cleanup.options.map((option) => (
        <section key={option.option}>
          <Lines title={option.title} of={[{ title: option.when || option.detail, ids: option.ids, more: lengthWords(option.duration) }]} />
          <Lines title="Actions" isOrdered of={option.actions} />
          <Lines title="Resources" of={option.resources} />
        </section>
      ))}
      <Lines title="Resources" of={cleanup.resources} />
    </>
  );
}

function About({ playbook }: { readonly playbook: Playbook }) {
  const { closing, training, support, handover, monitoring, risks } = playbook;
  const lists: readonly (readonly [string, readonly Line[]])[] = [
    ['Objectives', playbook.objectives],
    ['Inputs', playbook.inputs.map((input) => ({ ...input, more: input.isRequired ? 'Required.' : 'Optional.' }))],
    ['Conditions', playbook.conditions],
    ['Rules', playbook.rules],
    ['Triggers', playbook.triggers],
    ['How it fits with other work', playbook.relations.map((relation) => ({ ...relation, more: relation.kind }))],
    ['Deliverables', playbook.deliverables],
    ['Advice', playbook.advice],
    ['Reports', playbook.reports.map((report) => ({ ...report, more: report.sections.map(({ title }) => title).join(', ') }))],
    ['Resources', playbook.resources],
    ['Incident stages', playbook.incidentStages],
    ['Monitoring', monitoring.areas.map((area) => ({ ...area, more: area.metrics.map(({ title }) => title).join(', ') }))],
    ['Health routines', monitoring.routines],
    ['Risks', risks.known],
    ['Mitigations', risks.mitigations],
    ['Contingencies', risks.contingencies],
    ['Lesson categories', closing.lessonCategories],
    ['Sign-offs', closing.signOffs.map((signOff) => ({ ...signOff, more: signOff.role }))],
    ['Closing activities', closing.activities],
    ...Object.entries({ ...training, ...support, ...handover }).flatMap(([name, value]) =>
      Array.isArray(value) ? [[name, value as readonly Line[]] as const] : [],
    ),
  ];
  return (
    <>
      <p>{playbook.detail}</p>
      <Facts
        of={[
          ['Code', playbook.code],
          ['Complexity', playbook.complexity],
          ['Length', lengthWords(playbook.duration)],
          ['T-0 marks', playbook.tZeroMeans],
          ['Starts at', formatOffset(firstMinute(playbook) * MINUTE)],
          ['Serves', [...playbook.ids, ...(playbook.duration?.ids ?? [])].join(' ')],
        ]}
      />
      {lists.map(([title, of]) => (
        <Lines key={title} title={title} of={of} />
      ))}
    </>
  );
}

function firstMinute(playbook: Playbook): number {
  const starts = playbook.phases.flatMap(({ steps }) =>
    steps.flatMap(({ task }) => (task?.startMinutes == null ? [] : [task.startMinutes])),
  );
  return Math.min(0, ...starts);
}
