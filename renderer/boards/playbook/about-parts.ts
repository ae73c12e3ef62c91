/** What a playbook is, when it applies, and what to read beside the work. */
import { applicabilityOf } from '../../../shared/domain/playbook/applicability.ts';
import { homes } from '../../../shared/domain/playbook/elements.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import type { Part } from './part.ts';
import { resourceLine, rolesPart } from './people-parts.ts';
import { lengthWords, listed, type Names, offsetWords, told } from './words.ts';

const group = 'Playbook';

export function aboutParts(playbook: Playbook, names: Names): readonly Part[] {
  return [about(playbook, names), applicability(playbook, names), rolesPart(playbook), advice(playbook)];
}

function about(playbook: Playbook, names: Names): Part {
  return {
    key: 'about',
    title: 'About',
    group,
    detail: playbook.detail,
    ids: [...playbook.ids, ...(playbook.duration?.ids ?? [])],
    facts: [
      ['Version', playbook.version],
      ['Code', playbook.code],
      ['Author', playbook.author],
      ['Created', playbook.createdOn ?? ''],
      ['Updated', playbook.updatedOn ?? ''],
      ['Written for', playbook.targetSystem],
      ['Complexity', playbook.complexity],
      ['Key focus', playbook.keyFocus.join(', ')],
      ['Variation', playbook.variations.find(({ key }) => key === playbook.variation)?.title ?? playbook.variation],
      ['Strategy', names.strategy(playbook.strategy)],
      ['Scaled for', playbook.scaledFor ?? ''],
      ['Length', lengthWords(playbook.duration)],
      ['T-0 marks', playbook.tZeroMeans],
      ['Starts at', offsetWords(firstMinute(playbook))],
      ['Areas', playbook.areas.join(', ')],
      ['Streams', playbook.streams.join(', ')],
    ],
    sections: [
      {
        title: 'Length by complexity',
        lines: playbook.durations.map((each) => ({
          ...each,
          facts: [each.complexity, lengthWords(each), playbook.plannedFor === each.complexity ? 'the planned times are for this' : ''],
        })),
      },
      { title: 'Objectives', lines: playbook.objectives },
      { title: 'What starts it', lines: playbook.triggers.map((trigger) => ({ ...trigger, facts: [names.role(trigger.role)] })) },
      { title: 'Rules', lines: playbook.rules },
      { title: 'Deliverables', lines: playbook.deliverables },
      { title: 'How it fits with other work', lines: playbook.relations.map((relation) => ({ ...relation, facts: [relation.kind] })) },
    ],
  };
}

function applicability(playbook: Playbook, names: Names): Part {
  const {
    applicability: { rules, needs, skips },
    conditions,
  } = playbook;
  const verdict = applicabilityOf(playbook);
  const answer = (kind: 'need' | 'skip', title: string) => verdict.why.find((one) => one.kind === kind && one.title === title)?.words ?? '';
  return {
    key: 'applicability',
    title: 'When it applies',
    group,
    detail: verdict.why.length > 0 ? verdict.says : '',
    sections: [
      { title: 'Rules', lines: rules },
      {
        title: 'What must hold',
        lines: needs.map((need) => ({
          ...need,
          facts: [listed('any of:', need.anyOf.map(names.condition))],
          more: [told('Here:', answer('need', need.title))],
        })),
      },
      {
        title: 'Reasons not to run it',
        lines: skips.map((skip) => ({
          ...skip,
          facts: [listed('all of:', skip.allOf.map(names.condition)), listed('none of:', skip.noneOf.map(names.condition))],
          more: [told('Here:', answer('skip', skip.title))],
        })),
      },
      {
        title: 'Conditions of this go-live',
        lines: conditions.map((condition) => ({
          ...condition,
          facts: [condition.holds === null ? 'not answered, counts as yes' : condition.holds ? 'yes' : 'no'],
          more: [condition.question, `If not: ${condition.otherwise}`],
        })),
      },
    ],
  };
}

/** Advice and resources below the board they are about. */
function advice(playbook: Playbook): Part {
  return {
    key: 'advice',
    title: 'Advice and resources',
    group,
    sections: homes.flatMap((home) => [
      { title: `Advice on ${homeWords[home]}`, lines: playbook.advice.filter(({ about: of }) => of === home) },
      { title: `Resources for ${homeWords[home]}`, lines: playbook.resources.filter(({ about: of }) => of === home).map(resourceLine) },
    ]),
  };
}

const homeWords: Readonly<Record<(typeof homes)[number], string>> = {
  playbook: 'planning',
  runbook: 'the runbook',
  readiness: 'readiness',
  gate: 'gates',
  incident: 'incidents',
  ticket: 'tickets',
  roster: 'people',
  training: 'training',
  monitoring: 'monitoring',
  risk: 'risks',
  handover: 'handover',
  closure: 'closing',
  report: 'reports',
  metrics: 'measuring success',
  settings: 'settings',
};

/** Of the earliest task; null when none has a time. */
function firstMinute(playbook: Playbook): number | null {
  const starts = playbook.phases.flatMap(({ steps }) =>
    steps.flatMap(({ task }) => (task?.startMinutes == null ? [] : [task.startMinutes])),
  );
  return starts.length === 0 ? null : Math.min(...starts);
}
