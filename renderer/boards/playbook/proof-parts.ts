/** What must be proven, and what is decided by it: checklists, tests, gates with their criteria and sign-offs. */
import { thresholdText } from '../../../shared/domain/closure/metric.ts';
import type { GateCriterion, PlaybookTest } from '../../../shared/domain/playbook/phase.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { testKinds } from '../../../shared/domain/readiness/test-schema.ts';
import type { Line, Part } from './part.ts';
import { listed, type Names, offsetWords, told } from './words.ts';

export function proofParts(playbook: Playbook, names: Names): readonly Part[] {
  const group = 'Proof';
  return [
    {
      key: 'checklists',
      title: 'Checklists',
      group,
      open: { board: 'readiness', label: 'Open readiness' },
      sections: playbook.checklists.map((list) => ({
        ...list,
        facts: [
          names.phase(list.phase),
          list.area,
          names.role(list.role),
          told('part of', playbook.checklists.find(({ key }) => key === list.partOf)?.title ?? ''),
          told('if', names.condition(list.condition)),
        ],
        lines: list.points.map((point) => ({
          ...point,
          source: point.key,
          facts: [
            point.criticality === 'normal' ? '' : point.criticality,
            point.isVerified ? 'verified by somebody else' : '',
            names.role(point.role),
            told('due', offsetWords(point.dueMinutes)),
            told('if', names.condition(point.condition)),
          ],
          more: [point.evidence && `Evidence: ${point.evidence}.`],
        })),
      })),
    },
    {
      key: 'tests',
      title: 'Tests',
      group,
      open: { board: 'test', label: 'Open tests' },
      sections: testKinds.map((kind) => ({
        title: `${kind[0]?.toUpperCase()}${kind.slice(1)}`,
        lines: playbook.tests.filter((test) => test.kind === kind).map((test) => testLine(test, names)),
      })),
    },
    ...playbook.gates.map((gate) => ({
      key: `gate-${gate.key}`,
      title: gate.title,
      group: 'Gates',
      detail: [gate.question, gate.detail].filter(Boolean).join(' '),
      ids: gate.ids,
      open: { board: 'gate', label: 'Open gates' },
      facts: [
        ['Decides', names.role(gate.decider)],
        ['Asked for their call', gate.positions.map(names.role).join(', ')],
        ['Planned', offsetWords(gate.plannedMinutes)],
        ['Exit of', names.phase(gate.phase)],
        ['Before a go nobody starts', gate.guards.map(names.phase).join(', ')],
      ] as const,
      sections: [
        {
          title: 'Sign-offs before a go, in this order',
          isOrdered: true,
          lines: gate.approvals.map((approval) => ({ ...approval, facts: [names.role(approval.role)] })),
        },
        { title: 'Criteria', lines: gate.criteria.map((criterion) => criterionLine(criterion, names)) },
      ],
    })),
  ];
}

export function criterionLine(criterion: GateCriterion, names: Names): Line {
  const { threshold } = criterion;
  return {
    ...criterion,
    ids: [...criterion.ids, ...(threshold?.ids ?? [])],
    facts: [
      criterion.neededToStart ? 'needed before the cutover starts' : criterion.neededToPass ? 'needed to pass the gate' : '',
      threshold ? thresholdText({ ...threshold, baseline: null }) : '',
      told('if', names.condition(criterion.condition)),
    ],
    more: [
      criterion.goWhen && `Go: ${criterion.goWhen}`,
      criterion.noGoWhen && `No-go: ${criterion.noGoWhen}`,
      listed('Proven by', criterion.provenBy.map(names.prover)) || 'A person judges it.',
    ],
  };
}

function testLine(test: PlaybookTest, names: Names): Line {
  const { operator, target, unit } = test;
  return {
    ...test,
    source: test.key,
    facts: [
      names.phase(test.phase),
      told('on', test.environment),
      names.role(test.role),
      operator !== null && target !== null ? `must be ${thresholdText({ operator, target, unit, baseline: null })}` : 'judged by a person',
      told('if', names.condition(test.condition)),
    ],
    more: [test.proves && `Proves: ${names.prover(test.proves)}.`],
  };
}
