/** The verified deployment checklist as a document: phases with their checks and tasks, and room to sign. Nothing is computed here. */
import type { DeploymentChecklist } from '../../../shared/domain/runbook/checklist.ts';
import { assembled } from '../assemble.ts';
import type { Block, MarkedText, ReportDocument, TableRow } from '../document.ts';
import { heading, NONE, type PageWords, pageWords, paragraph, quiet, status, subheading } from '../page-words.ts';

type Phase = DeploymentChecklist['phases'][number];

export function checklistDocument(report: DeploymentChecklist): ReportDocument {
  const words = pageWords(report.head);
  const cover = { kind: 'Verified deployment checklist', outcome: outcomeOf(report), outcomeNote: report.summary[0] ?? '' };
  return assembled(report, words, cover, [
    ...report.phases.flatMap((phase, at) => phasePages(phase, at === 0, words)),
    ...(report.phases.length === 0 ? [heading('Checks and tasks'), paragraph('This go-live has neither checks nor tasks.')] : []),
    ...signaturePages(report),
  ]);
}

function outcomeOf({ phases }: DeploymentChecklist): MarkedText {
  const checks = phases.flatMap((phase) => phase.checks).filter(({ status: word }) => word !== 'not applicable');
  if (checks.some(({ status: word }) => word === 'failed')) return { text: 'Checks have failed', mark: 'stop' };
  if (checks.some(({ status: word }) => word !== 'passed' && word !== 'waived')) return { text: 'Not complete', mark: 'wait' };
  if (checks.some(({ status: word }) => word === 'waived')) return { text: 'Complete, with waivers', mark: 'conditions' };
  return { text: checks.length === 0 ? 'No check applies' : 'Complete', mark: checks.length === 0 ? 'calm' : 'good' };
}

function phasePages({ name, checks, tasks }: Phase, isFirst: boolean, words: PageWords): Block[] {
  return [
    { kind: 'heading', level: 2, text: name, startsPage: isFirst },
    ...(checks.length === 0 ? [] : [subheading('Checks'), checkTable(checks, words)]),
    ...(tasks.length === 0 ? [] : [subheading('Tasks'), taskTable(tasks, words)]),
  ];
}

function checkTable(checks: Phase['checks'], words: PageWords): Block {
  const areas = Map.groupBy(checks, ({ area }) => area);
  return {
    kind: 'table',
    columns: [
      { head: 'State', width: 14 },
      { head: 'Ref', width: 8 },
      { head: 'Check', width: 32 },
      { head: `Done by, ${words.zone}`, width: 16 },
      { head: `Verified by, ${words.zone}`, width: 16 },
      { head: 'Evidence', width: 20 },
    ],
    rows: [...areas].flatMap(([area, own]): TableRow[] => [{ group: area }, ...own.map((check) => checkRow(check, words))]),
  };
}

function checkRow(check: Phase['checks'][number], words: PageWords): TableRow {
  const { ref, title, status: word, criticality, owner, doneBy, doneAt, reason, waiverApprover, waivedUntil, evidence } = check;
  const waived =
    word === 'waived' &&
    `Waived${waiverApprover ? `, approved by ${waiverApprover}` : ''}${waivedUntil === null ? '' : `, until ${words.when(waivedUntil)}`}`;
  return {
    cells: [
      status(word),
      ref,
      [title, criticality === 'critical' ? 'Critical.' : '', waived, reason].filter(Boolean).join('\n'),
      doneBy ? signed(doneBy, doneAt, words) : { text: owner ? `owner ${owner}` : 'nobody', tone: 'quiet' },
      verifiedCell(check, words),
      evidence.join('\n') || NONE,
    ],
  };
}

function verifiedCell({ needsVerification, verifiedBy, verifiedAt, status: word }: Phase['checks'][number], words: PageWords) {
  if (verifiedBy) return signed(verifiedBy, verifiedAt, words);
  if (!needsVerification) return { text: 'not needed', tone: 'quiet' } as const;
  return word === 'waived' || word === 'not applicable' ? NONE : ({ text: 'Awaited', mark: 'wait', tone: 'warn' } as const);
}

function taskTable(tasks: Phase['tasks'], words: PageWords): Block {
  return {
    kind: 'table',
    columns: [
      { head: 'State', width: 18 },
      { head: 'Ref', width: 8 },
      { head: 'Task', width: 30 },
      { head: 'Owner', width: 14 },
      { head: `Planned end, ${words.zone}`, width: 14, isFigure: true },
      { head: `Ended by, ${words.zone}`, width: 18 },
    ],
    rows: tasks.map(({ status: word, ref, title, reason, owners, plannedEnd, endedBy, endedAt }) => ({
      cells: [
        status(word),
        ref,
        [title, reason].filter(Boolean).join('\n'),
        owners || NONE,
        words.when(plannedEnd),
        endedAt === null && !endedBy ? NONE : signed(endedBy, endedAt, words),
      ],
    })),
  };
}

function signed(who: string, at: number | null, words: PageWords): string {
  return [who, at === null ? '' : words.when(at)].filter(Boolean).join('\n');
}

function signaturePages({ signatures }: DeploymentChecklist): Block[] {
  const lines =
    signatures.length > 0
      ? signatures
      : [
          { role: 'Deployment lead', holders: '' },
          { role: 'Verified by', holders: '' },
        ];
  return [
    heading('Signatures'),
    quiet('Who signs has seen that the checks above were done and verified as written.'),
    {
      kind: 'table',
      columns: [
        { head: 'Role', width: 26 },
        { head: 'Name', width: 26 },
        { head: 'Date and signature', width: 48 },
      ],
      rows: lines.map(({ role, holders }) => ({ hasRoomToSign: true, cells: [role, holders, ''] })),
    },
  ];
}
