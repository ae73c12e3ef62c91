/** What a playbook says for when things go wrong, and what is watched so that it shows. */
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import type { Part } from './part.ts';
import { lengthWords, type Names, spanWords, told } from './words.ts';

export function answerParts(playbook: Playbook, names: Names): readonly Part[] {
  const group = 'When it goes wrong';
  const open = { board: 'incident', label: 'Open incidents' };
  return [
    ...playbook.procedures.map((procedure) => ({
      key: `procedure-${procedure.key}`,
      title: procedure.title,
      group,
      detail: procedure.detail,
      ids: procedure.ids,
      open,
      facts: [
        ['When', procedure.when],
        ['Ends with', names.report(procedure.report)],
      ] as const,
      sections: [
        {
          title: 'Steps, in order',
          isOrdered: true,
          lines: procedure.steps.map((step) => ({ ...step, facts: [step.isIfNeeded ? 'if needed' : ''] })),
        },
        {
          title: 'Which way',
          lines: procedure.branches.map(({ when, ids, goTo }) => ({
            title: when,
            ids,
            facts: [told('go to:', procedure.steps.find(({ key }) => key === goTo)?.title ?? '')],
          })),
        },
      ],
    })),
    {
      key: 'rollbacks',
      title: 'Ways back',
      group,
      sections: playbook.rollbacks.map((rollback) => ({
        ...rollback,
        facts: [rollback.kind, names.role(rollback.role)],
        isOrdered: true,
        lines: rollback.steps.map((step) => ({ ...step, facts: [spanWords(step.minutes)] })),
      })),
    },
    {
      key: 'escalation',
      title: 'Escalation',
      group,
      open,
      sections: playbook.escalation.map((level) => ({
        ...level,
        facts: [`level ${level.level} of 4`, level.afterMinutes === null ? '' : `the next level after ${spanWords(level.afterMinutes)}`],
        lines: level.actions.map((action) => ({ ...action, facts: [names.role(action.role)] })),
      })),
    },
    {
      key: 'incident-stages',
      title: 'Handling an incident',
      group,
      open,
      sections: [
        {
          title: 'Stages, in order',
          isOrdered: true,
          lines: playbook.incidentStages.map((stage) => ({ ...stage, facts: [stage.roles.map(names.role).join(', ')] })),
        },
      ],
    },
    {
      key: 'risks',
      title: 'Risks',
      group,
      sections: [
        { title: 'Known risks', lines: playbook.risks.known },
        { title: 'Mitigations', lines: playbook.risks.mitigations },
        { title: 'Contingency plans', lines: playbook.risks.contingencies },
      ],
    },
    {
      key: 'monitoring',
      title: 'Monitoring',
      group: 'Watching and success',
      sections: [
        ...playbook.monitoring.areas.map((area) => ({
          ...area,
          facts: ['area', names.role(area.role)],
          lines: area.metrics.map((metric) => ({ ...metric, facts: [told('in', metric.unit)] })),
        })),
        {
          title: 'Checks that come round',
          lines: playbook.monitoring.routines.map((routine) => ({
            ...routine,
            facts: [names.role(routine.role), routine.everyMinutes === null ? '' : `every ${spanWords(routine.everyMinutes)}`],
          })),
        },
        {
          title: 'Watch windows',
          lines: playbook.monitoring.watches.map((watch) => ({ ...watch, facts: [lengthWords(watch)] })),
        },
      ],
    },
  ];
}
