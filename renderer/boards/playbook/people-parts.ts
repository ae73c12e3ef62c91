/** People and the time after: roles, training, support, handover, success, reports and how the run ends. */
import { thresholdText } from '../../../shared/domain/closure/metric.ts';
import { metricLevels } from '../../../shared/domain/playbook/closing.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import type { Line, Part, Section } from './part.ts';
import { lengthWords, type Names, told } from './words.ts';

export function rolesPart(playbook: Playbook): Part {
  return {
    key: 'roles',
    title: 'Roles',
    group: 'Playbook',
    open: { board: 'roster', label: 'Open roster' },
    sections: playbook.roles.map((role) => ({
      ...role,
      facts: [role.isRequired ? 'required' : 'optional', role.team],
      lines: role.duties,
    })),
  };
}

export function peopleParts({ training, support, handover }: Playbook): readonly Part[] {
  const group = 'People and handover';
  return [
    {
      key: 'training',
      title: 'Training',
      group,
      open: { board: 'training', label: 'Open training' },
      sections: [
        {
          title: 'Courses',
          lines: training.courses.map((course) => ({
            ...course,
            facts: [course.isRequired ? 'required' : 'optional', told('for', course.audience), course.format],
          })),
        },
        { title: 'Who is trained', lines: training.audiences },
        { title: 'Formats', lines: training.formats },
        { title: 'Materials', lines: training.materials },
      ],
    },
    {
      key: 'support',
      title: 'Support',
      group,
      sections: [
        { title: 'Support plan', lines: support.components },
        { title: 'Categories of tickets', lines: support.ticketCategories },
        { title: 'Roles of the support team', lines: support.roles },
        { title: 'Procedures', lines: support.procedures },
        { title: 'Maintenance', lines: support.maintenance },
      ],
    },
    {
      key: 'handover',
      title: 'Handover',
      group,
      sections: [
        { title: 'Documents', lines: handover.documents },
        { title: 'Knowledge to pass on', lines: handover.knowledgeAreas },
      ],
    },
  ];
}

export function successPart({ metrics, deliveryMetrics }: Playbook): Part {
  const ofLevel = (level: (typeof metricLevels)[number]) => metrics.filter((metric) => metric.level === level);
  return {
    key: 'metrics',
    title: 'Success metrics',
    group: 'Watching and success',
    open: { board: 'closure', label: 'Open closure' },
    sections: [
      ...metricLevels.map((level) => ({
        title: `${level[0]?.toUpperCase()}${level.slice(1)} success`,
        lines: ofLevel(level).map((metric) => ({ ...metric, facts: [thresholdText({ ...metric, baseline: null })] })),
      })),
      { title: 'Delivery measures', lines: deliveryMetrics.map((metric) => ({ ...metric, facts: [metric.measure] })) },
    ],
  };
}

export function endParts({ closing, reports }: Playbook, names: Names): readonly Part[] {
  const group = 'The end';
  const open = { board: 'closure', label: 'Open closure' };
  return [
    {
      key: 'reports',
      title: 'Reports',
      group,
      sections: reports.map((report) => ({ ...report, facts: [names.phase(report.phase)], lines: report.sections })),
    },
    {
      key: 'closing',
      title: 'Closing',
      group,
      open,
      sections: [
        { title: 'Closing activities', lines: closing.activities },
        { title: 'Sign-offs', lines: closing.signOffs.map((signOff) => ({ ...signOff, facts: [signOff.role] })) },
        { title: 'Areas of the evaluation', lines: closing.evaluationAreas },
        { title: 'Categories of lessons', lines: closing.lessonCategories },
        { title: 'Areas to improve', lines: closing.improvementAreas },
        { title: 'To consider for the future', lines: closing.futureConsiderations },
      ],
    },
    ...(closing.cleanup ? [{ ...cleanupPart(closing.cleanup, names), group, open }] : []),
  ];
}

function cleanupPart(cleanup: NonNullable<Playbook['closing']['cleanup']>, names: Names): Omit<Part, 'group'> {
  return {
    key: 'cleanup',
    title: 'Cleanup decision',
    ids: cleanup.ids,
    detail: [cleanup.title, cleanup.detail].filter(Boolean).join(' '),
    facts: [['Decides', names.role(cleanup.role)]],
    sections: [
      ...cleanup.options.flatMap((option): readonly Section[] => [
        {
          ...option,
          ids: [...option.ids, ...(option.duration?.ids ?? []), ...(option.cadence?.ids ?? [])],
          more: [option.when],
          facts: [told('takes', lengthWords(option.duration)), told('comes every', lengthWords(option.cadence))],
          isOrdered: true,
          lines: option.actions,
        },
        { title: `${option.title}: where to look`, lines: option.resources.map(resourceLine) },
      ]),
      { title: 'Where to look', lines: cleanup.resources.map(resourceLine) },
    ],
  };
}

export function resourceLine(resource: Playbook['resources'][number]): Line {
  return { ...resource, facts: resource.address === '' ? ['address not filled in'] : [] };
}
