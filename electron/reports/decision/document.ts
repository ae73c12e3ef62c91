/** The record of a gate's decision as a document: which pages there are and in which order. Nothing is computed here. */
import type { DecisionRecord } from '../../../shared/domain/gate/report.ts';
import { assembled } from '../assemble.ts';
import type { Block, ReportDocument } from '../document.ts';
import { approvalTable, callTable, conditionTable, decisionOf, earlierTable } from '../gate-pages.ts';
import { heading, NONE, type PageWords, pageWords, paragraph, quiet, status } from '../page-words.ts';
import { criteriaPages, evidencePages, knownPages, pollPages } from './parts.ts';

export function decisionDocument(report: DecisionRecord): ReportDocument {
  const words = pageWords(report.head);
  const { gate } = report;
  const cover = {
    kind: 'Decision record',
    title: `${gate.ref} ${gate.title}`,
    outcome: gate.decision === null ? status('open', 'Not decided') : status(gate.decision.decision),
    outcomeNote: gate.question,
    facts: [
      { label: 'Decides', value: gate.decider },
      { label: 'Planned for', value: words.whenFull(gate.plannedAt) },
      { label: 'Exit of', value: gate.phase || NONE },
      { label: 'Opens', value: gate.guards.join(', ') || NONE },
    ],
  };
  return assembled(report, words, cover, [
    ...decisionPages(report, words),
    ...criteriaPages(report, words),
    ...section('Approvals', approvalTable(gate, words), 'No approval is wanted before this gate.'),
    ...section('Calls', callTable(gate), 'No position is asked for its call.'),
    ...pollPages(report, words),
    ...section('Conditions', conditionTable(gate, words), 'The decision has no conditions.'),
    ...knownPages(report),
    ...evidencePages(report),
    ...(gate.earlier.length === 0 ? [] : [heading('Decided before'), ...earlierTable(gate, words)]),
  ]);
}

function decisionPages({ gate, entry }: DecisionRecord, words: PageWords): Block[] {
  return [
    { kind: 'heading', level: 2, text: 'Decision', startsPage: true },
    decisionOf(gate, words),
    gate.decision === null
      ? quiet('Everything below is as it stands when this record is made.')
      : paragraph(gate.decision.reasons || 'No reasons were written down.'),
    ...(entry === null
      ? []
      : [
          {
            kind: 'facts',
            facts: [
              { label: 'Entry', value: `${entry.seq}, written ${words.whenFull(entry.at)} by ${entry.actor}` },
              { label: 'Its hash', value: entry.hash },
              { label: 'Hash before it', value: entry.prev },
            ],
          } as const,
        ]),
  ];
}

function section(title: string, blocks: readonly Block[], none: string): Block[] {
  return [heading(title), ...(blocks.length === 0 ? [paragraph(none)] : blocks)];
}
