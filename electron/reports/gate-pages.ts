/** The pages on gate decisions. */
import type { GatePart } from '../../shared/domain/closure/report/schema-work.ts';
import type { Block, MarkedText, TableRow } from './document.ts';
import { heading, NONE, type PageWords, paragraph, quiet, status, subheading } from './page-words.ts';

export function gatePages(gates: readonly GatePart[], words: PageWords): Block[] {
  if (gates.length === 0) return [];
  return [heading('Gate decisions'), ...gates.flatMap((gate) => gatePage(gate, words))];
}

function gatePage(gate: GatePart, words: PageWords): Block[] {
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
    ...approvalTable(gate, words),
    ...callTable(gate),
    ...conditionTable(gate, words),
    ...earlierTable(gate, words),
  ];
}

export function decisionOf({ decision, decider }: Pick<GatePart, 'decision' | 'decider'>, words: PageWords): Block {
  if (decision === null) return { kind: 'status', status: status('open', 'No decision stands'), note: `Decides: ${decider}` };
  return { kind: 'status', status: status(decision.decision), note: `Decided by ${decision.by} on ${words.whenFull(decision.at)}` };
}

function criteriaTable({ criteria }: GatePart): Block[] {
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

export function approvalTable({ approvals }: Pick<GatePart, 'approvals'>, words: PageWords): Block[] {
  if (approvals.length === 0) return [];
  const rows = approvals.map(({ title, role, decision, by, at, remark }, index): TableRow => {
    const given = [by, at === null ? '' : words.when(at)].filter(Boolean).join(', ');
    return {
      cells: [
        decision === null ? awaited : status(decision),
        `${index + 1}. ${title}`,
        role,
        [given, remark].filter(Boolean).join('. ') || NONE,
      ],
    };
  });
  return [
    {
      kind: 'table',
      columns: [
        { head: 'Approval', width: 16 },
        { head: 'What is approved, in this order', width: 32 },
        { head: 'Role', width: 20 },
        { head: `By whom and when, ${words.zone}`, width: 32 },
      ],
      rows,
    },
  ];
}

const awaited: MarkedText = { text: 'Awaited', mark: 'wait', tone: 'quiet' };

export function callTable({ calls }: Pick<GatePart, 'calls'>): Block[] {
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

export function conditionTable({ conditions }: Pick<GatePart, 'conditions'>, words: PageWords): Block[] {
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

export function earlierTable({ earlier }: Pick<GatePart, 'earlier'>, words: PageWords): Block[] {
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
