/** What all reports have in common: the facts of the first page, numbered sections, the page on how to check it, and the foot. */
import type { ReportChain, ReportHead } from '../../shared/domain/closure/report/head.ts';
import type { Figure } from '../../shared/domain/closure/report/schema-support.ts';
import type { Block, Cover, Fact, MarkedText, ReportDocument, TableRow } from './document.ts';
import { heading, type PageWords, paragraph, status } from './page-words.ts';

interface Report {
  readonly head: ReportHead;
  readonly summary: readonly string[];
  readonly figures: readonly Figure[];
  readonly chain: ReportChain;
}

/** What is said on the first page besides the facts of the go-live. */
export type CoverWords = Pick<Cover, 'kind' | 'outcome' | 'outcomeNote'> & { readonly title?: string; readonly facts?: readonly Fact[] };

export function assembled(report: Report, words: PageWords, cover: CoverWords, blocks: readonly Block[]): ReportDocument {
  const { head, chain } = report;
  return {
    cover: coverOf(report, words, cover),
    blocks: numbered([...blocks, ...checkingPages(report, words)]),
    footer: `Chain ${chain.lastHash}`,
    madeAt: head.madeAt,
    madeBy: head.madeBy,
  };
}

function coverOf({ head, summary, figures }: Report, words: PageWords, { kind, title, outcome, outcomeNote, facts }: CoverWords): Cover {
  return {
    kind: head.kind === 'live' ? kind : `${kind} of a ${head.kind}`,
    title: title ?? head.name,
    subtitle: [...(title === undefined ? [] : [head.name]), [head.system, head.release].filter(Boolean).join(' '), head.ref].join(', '),
    outcome,
    outcomeNote,
    facts: [...(facts ?? []), ...factsOf(head, words)],
    figures: figures.map(({ label, value, note, tone }) => ({ label, value, note, tone: tone === 'plain' ? 'ink' : tone })),
    summary,
    notice: [head.isSample && 'This go-live is invented. It is the sample Gantry shows to try things out.', notices[head.kind]]
      .filter(Boolean)
      .join(' '),
  };
}

const notices: Readonly<Record<ReportHead['kind'], string>> = {
  live: '',
  rehearsal: 'This was a rehearsal, not the real go-live.',
  drill: 'This was a drill, not the real go-live: its clock was simulated and its trouble was made up.',
};

function factsOf(head: ReportHead, words: PageWords): Fact[] {
  const { playbook } = head;
  const variation = playbook?.variation ? `, ${playbook.variation}` : '';
  return [
    { label: 'T-0', value: `${words.whenFull(head.tZeroAt)}, ${head.tZeroMeans}` },
    { label: 'Change window', value: windowWords(head, words) },
    { label: 'Cutover started', value: words.whenFull(head.startedAt) },
    { label: 'Declared live', value: words.whenFull(head.liveAt) },
    { label: 'Closed', value: words.whenFull(head.closedAt) },
    { label: 'Playbook', value: playbook ? `${playbook.title} ${playbook.version}${variation}` : 'None' },
    { label: 'Zone of all times', value: head.zone },
    { label: 'Report made', value: `${words.whenFull(head.madeAt)} by ${head.madeBy}` },
  ];
}

function windowWords({ windowStart, windowEnd }: ReportHead, { clock, whenFull }: PageWords): string {
  const end = clock.date(windowStart) === clock.date(windowEnd) ? clock.time(windowEnd) : clock.short(windowEnd);
  return `${whenFull(windowStart)} to ${end} ${clock.zoneName(windowEnd)}`;
}

/** Numbers the sections, so that people can point at one. */
function numbered(blocks: readonly Block[]): Block[] {
  let section = 0;
  return blocks.map((block) => {
    if (block.kind !== 'heading' || block.level !== 2) return block;
    section += 1;
    return { ...block, text: `${section}  ${block.text}` };
  });
}

function checkingPages({ chain, head }: Report, words: PageWords): Block[] {
  return [
    heading('How to check this report'),
    paragraph(
      'Every act of this go-live is an entry in a journal whose entries are chained by SHA-256: changing an old entry changes every later hash. Run “gantry verify” on the record; it recomputes the chain and every row. The hash below is that of the last entry when the report was made.',
    ),
    {
      kind: 'facts',
      facts: [
        { label: 'Last hash', value: chain.lastHash },
        { label: 'Entries', value: `${chain.entryCount.toLocaleString('en-US')} of this go-live, the last is entry ${chain.lastSeq}` },
        { label: 'Times', value: `Zone ${head.zone}. Slip is actual end minus planned end; planned times follow T-0.` },
        { label: 'Report made', value: `${words.whenFull(head.madeAt)} by ${head.madeBy}` },
      ],
    },
  ];
}

export interface SignOffLine {
  readonly subject: string;
  readonly role: string;
  readonly decision: string | null;
  readonly signedBy: string;
  readonly signedAt: number | null;
  readonly note: string;
}

/** Who has not signed yet finds room to do it by hand. */
export function signOffPages(signOffs: readonly SignOffLine[], words: PageWords): Block[] {
  if (signOffs.length === 0) return [];
  return [
    heading('Sign-offs'),
    {
      kind: 'table',
      columns: [
        { head: 'Decision', width: 15 },
        { head: 'What is signed', width: 25 },
        { head: 'Role', width: 20 },
        { head: 'Name and date, or signature', width: 40 },
      ],
      rows: signOffs.map((line) => signOffRow(line, words)),
    },
  ];
}

function signOffRow({ decision, subject, role, signedBy, signedAt, note }: SignOffLine, words: PageWords): TableRow {
  const awaited: MarkedText = { text: 'Awaited', mark: 'wait', tone: 'quiet' };
  const said = [[signedBy, words.whenFull(signedAt)].join(', '), note].filter(Boolean).join('. ');
  return {
    hasRoomToSign: decision === null,
    cells: [decision === null ? awaited : status(decision), subject, role, decision === null ? '' : said],
  };
}
