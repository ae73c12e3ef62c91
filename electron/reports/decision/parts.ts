/** The parts of a decision record: criteria with what proves them, the sealed polls, what was known, and the evidence. */
import type { DecisionRecord } from '../../../shared/domain/gate/report.ts';
import type { Block, TableRow } from '../document.ts';
import { count, heading, NONE, type PageWords, paragraph, quiet, status, subheading } from '../page-words.ts';

type Gate = DecisionRecord['gate'];

export function criteriaPages({ gate: { criteria, decision } }: DecisionRecord, words: PageWords): Block[] {
  if (criteria.length === 0) return [heading('Criteria'), paragraph('This gate has no criteria.')];
  return [
    heading('Criteria'),
    quiet(
      decision === null
        ? 'As they stand now.'
        : 'State and reason as known at the decision; what proves them as it stands when this record is made.',
    ),
    {
      kind: 'table',
      columns: [
        { head: 'State', width: 14 },
        { head: 'Criterion', width: 34 },
        { head: 'Go when, no-go when', width: 26 },
        { head: 'Rests on', width: 26 },
      ],
      rows: criteria.map((criterion) => criterionRow(criterion, words)),
    },
  ];
}

function criterionRow(criterion: Gate['criteria'][number], words: PageWords): TableRow {
  const { title, status: word, reason, goWhen, noGoWhen, isUnwaivable, judgedBy, judgedAt, provenBy } = criterion;
  const judged = judgedBy ? [judgedBy, judgedAt === null ? '' : words.when(judgedAt)].filter(Boolean).join(', ') : '';
  return {
    cells: [
      status(word),
      [title, isUnwaivable ? 'Nobody may waive it.' : ''].filter(Boolean).join('\n'),
      [goWhen && `Go: ${goWhen}`, noGoWhen && `No-go: ${noGoWhen}`].filter(Boolean).join('\n') || NONE,
      [reason, judged, provenWords(provenBy)].filter(Boolean).join('\n') || NONE,
    ],
  };
}

/** `C-001, C-002 passed; TST-03 failed`. */
function provenWords(provenBy: Gate['criteria'][number]['provenBy']): string {
  const byStatus = Map.groupBy(provenBy, ({ status: word }) => word);
  return [...byStatus].map(([word, of]) => `${of.map(({ ref }) => ref).join(', ')} ${word}`).join('; ');
}

export function pollPages({ gate: { polls } }: DecisionRecord, words: PageWords): Block[] {
  if (polls.length === 0) return [];
  return [heading('Sealed polls'), ...polls.flatMap((poll, at) => pollPage(poll, at, words))];
}

function pollPage(poll: Gate['polls'][number], at: number, { zone, when, whenFull }: PageWords): Block[] {
  const said = new Map(poll.calls.map((call) => [call.position, call]));
  return [
    subheading(`Poll ${at + 1}`),
    { kind: 'status', status: status(poll.state), note: `Opened by ${poll.openedBy} on ${whenFull(poll.openedAt)}` },
    {
      kind: 'facts',
      facts: [
        { label: 'Closes', value: poll.closesAt === null ? 'when every position is in' : whenFull(poll.closesAt) },
        { label: 'Revealed', value: whenFull(poll.revealedAt) },
        ...(poll.seal ? [{ label: 'Seal, SHA-256', value: poll.seal }] : []),
        ...(poll.openedKey
          ? [{ label: 'Key', value: `${poll.openedKey} opens the sealed calls in the record, so that anyone can compare them.` }]
          : []),
      ],
    },
    {
      kind: 'table',
      columns: [
        { head: 'Position', width: 26 },
        { head: 'Person', width: 22 },
        { head: `Call came in, ${zone}`, width: 20 },
        { head: 'Call', width: 32 },
      ],
      rows: poll.seats.map(({ position, person, inAt }) => {
        const call = said.get(position);
        const unsaid = { text: poll.state === 'sealed' && inAt !== null ? 'sealed' : 'none', tone: 'quiet' } as const;
        const words = call?.call ? status(call.call, [call.call, call.reason].filter(Boolean).join(': ')) : unsaid;
        return { cells: [position, person || NONE, inAt === null ? 'not in' : when(inAt), words] };
      }),
    },
  ];
}

export function knownPages({ gate: { knownThen, tests, decision } }: DecisionRecord): Block[] {
  return [
    heading('What was known'),
    knownThen.length > 0
      ? { kind: 'facts', facts: knownThen.map((line, at) => ({ label: knownLabels[at] ?? '', value: line.replace(/^Checks: /, '') })) }
      : paragraph(decision === null ? 'Nothing is frozen before a decision.' : 'Nothing was kept with this decision.'),
    ...(tests.length === 0 ? [] : [subheading('Tests'), testTable(tests)]),
  ];
}

const knownLabels = ['Checks', 'Incidents', 'Tasks', 'Journal'] as const;

function testTable(tests: Gate['tests']): Block {
  return {
    kind: 'table',
    columns: [
      { head: 'Last result', width: 18 },
      { head: 'Ref', width: 10 },
      { head: 'Test', width: 42 },
      { head: 'Measured', width: 16, isFigure: true },
      { head: 'Critical open', width: 14, isFigure: true },
    ],
    rows: tests.map(({ ref, title, result, measured, criticalOpen }) => ({
      cells: [
        result === null ? { text: 'Not run', mark: 'wait', tone: 'quiet' } : status(result),
        ref,
        title,
        measured || NONE,
        count(criticalOpen, 'stop'),
      ],
    })),
  };
}

export function evidencePages({ gate: { evidence, decision } }: DecisionRecord): Block[] {
  if (evidence.length === 0) return [heading('Evidence'), paragraph('No evidence is at the checks that prove its criteria.')];
  return [
    heading('Evidence'),
    quiet(
      decision === null
        ? 'At the checks that prove the criteria, as it is now.'
        : 'At the checks that prove the criteria, frozen with the decision. A file is known by the hash of its bytes.',
    ),
    {
      kind: 'table',
      columns: [
        { head: 'Check', width: 9 },
        { head: 'Kind', width: 8 },
        { head: 'What it says, or the name of the file', width: 45 },
        { head: 'SHA-256', width: 38 },
      ],
      rows: evidence.map(({ check, kind, content, sha256 }) => ({ cells: [check, kind, content, sha256 || NONE] })),
    },
  ];
}
