/** The pages on gate decisions. */
import type { ClosureReport } from '../../../shared/domain/closure/report.ts';
import type { Block, TableRow } from '../document.ts';
import { heading, NONE, type PageWords, paragraph, quiet, status, subheading } from './page-words.ts';

type Gate = ClosureReport['gates'][number];

export function gatePages({ gates }: ClosureReport, words: PageWords): Block[] {
  if (gates.length === 0) return [];
  return [heading('Gate decisions'), ...gates.flatMap((gate) => gatePage(gate, words))];
}

function gatePage(gate: Gate, words: PageWords): Block[] {
  const planned = gate.plannedAt === null ? '' : ` Planned for ${words.whenFull(gate.plannedAt)}.`;
  return [
    subheading(`${gate.ref} ${gate.title}`),
    ...(gate.question ? [quiet(`${gate.question}${planned}`)] : []),
    decisionOf(gate, words),
    ...(gate.decision?.reasons ? [paragraph(gate.decision.reasons)] : []),
    ...(gate.knownThen.length > 0
      ? [{ kind: 'facts', facts: [{ label: 'Known then', value: `${gate.knownThen.join('. ')}.` }] } as const]
      : []),
    ...criteriaTable(gate),
    ...callTable(gate),
    ...conditionTable(gate, words),
    ...earlierTable(gate, words),
  ];
}

function decisionOf({ decision, decider }: Gate, words: PageWords): Block {
  if (decision === null) return { kind: 'status', status: status('open', 'No decision stands'), note: `Decides: ${decider}` };
  return { kind: 'status', status: status(decision.decision), note: `Decided by ${decision.by} on ${words.whenFull(decision.at)}` };
}

function criteriaTable({ criteria }: Gate): Block[] {
  if (criteria.length === 0) return [];
  const rows = criteria.map((criterion): TableRow => ({ cells: [status(criterion.status), criterion.title, criterion.reason || NONE] }));
  return [
    {
      kind: 'table',
      columns: [
        { head: 'Status', width: 16 },
        { head: 'Criterion', width: 46 },
        { head: 'Reason', width: 38 },
      ],
      rows,
    },
  ];
}

function callTable({ calls }: Gate): Block[] {
  if (calls.length === 0) return [];
  const rows = calls.map(
    ({ position, person, call, reason }): TableRow => ({
      cells: [call === null ? { text: 'Not in', mark: 'wait', tone: 'quiet' } : status(call), position, person || NONE, reason || NONE],
    }),
  );
  return [
    {
      kind: 'table',
      columns: [
        { head: 'Call', width: 22 },
        { head: 'Position', width: 22 },
        { head: 'Person', width: 18 },
        { head: 'Reason', width: 38 },
      ],
      rows,
    },
  ];
}

function conditionTable({ conditions }: Gate, words: PageWords): Block[] {
  if (conditions.length === 0) return [];
  const rows = conditions.map(({ content, owner, dueAt, status: word, settledAt, note }): TableRow => {
    const fate = [settledAt === null ? '' : words.when(settledAt), note].filter(Boolean).join(': ');
    return { cells: [status(word), content, owner || NONE, words.when(dueAt), fate || NONE] };
  });
  return [
    {
      kind: 'table',
      columns: [
        { head: 'Status', width: 12 },
        { head: 'Condition', width: 36 },
        { head: 'Owner', width: 15 },
        { head: `Due, ${words.zone}`, width: 13, isFigure: true },
        { head: 'What became of it', width: 24 },
      ],
      rows,
    },
  ];
}

function earlierTable({ earlier }: Gate, words: PageWords): Block[] {
  if (earlier.length === 0) return [];
  const rows = earlier.map(
    ({ decision, by, at, reasons }): TableRow => ({ cells: [status(decision), words.whenFull(at), by, reasons || NONE] }),
  );
  return [
    {
      kind: 'table',
      columns: [
        { head: 'Decided before', width: 22 },
        { head: 'When', width: 24 },
        { head: 'By', width: 16 },
        { head: 'Reasons', width: 38 },
      ],
      rows,
    },
  ];
}
