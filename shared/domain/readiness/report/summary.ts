/** The readiness report in a few sentences and figures, most important first. */
import type { Figure } from '../../closure/report/schema-support.ts';
import { counted, listed } from '../../timeline/told.ts';
import { zonedWords } from '../../timeline/zoned-words.ts';
import type { ReadinessReport } from './schema.ts';

type Parts = Omit<ReadinessReport, 'summary' | 'figures' | 'report' | 'version'>;

export function summaryOf(parts: Parts): string[] {
  const { assessment, readiness } = parts;
  const verdict = {
    ready: 'Nothing stands against the go-live.',
    'ready with reservations': 'Nothing stands against the go-live, with reservations.',
  };
  return [
    assessment.verdict === 'not ready' ? `Against it: ${assessment.against.join('; ')}.` : verdict[assessment.verdict],
    assessment.reservations.length > 0 ? `To be known: ${assessment.reservations.join('; ')}.` : '',
    readiness.figure === null
      ? 'No check applies.'
      : `Readiness is ${readiness.figure} of 100 over ${counted(readiness.checkCount, 'check')}, weighted by criticality.`,
    testSentence(parts),
    performanceSentence(parts),
    gateSentence(parts),
  ].filter((sentence) => sentence !== '');
}

function testSentence({ tests: { tests } }: Parts): string {
  const applying = tests.filter(({ state }) => state !== 'not applicable');
  if (applying.length === 0) return 'No test is planned.';
  const found = sum(applying.map(({ defectsFound }) => defectsFound));
  const fixed = sum(applying.map(({ defectsFixed }) => defectsFixed));
  const defects =
    found === 0 ? 'No defect was found.' : `${fixed} of ${counted(found, 'defect')} found ${fixed === 1 ? 'is' : 'are'} fixed.`;
  return `${applying.filter(({ state }) => state === 'passed').length} of ${counted(applying.length, 'test')} passed. ${defects}`;
}

function performanceSentence({ performance }: Parts): string {
  if (performance.length === 0) return '';
  const met = performance.filter(({ verdict }) => verdict === 'met').length;
  const missed = performance.filter(({ verdict }) => verdict === 'missed').map(({ ref }) => ref);
  return `${met} of ${counted(performance.length, 'target')} met${missed.length > 0 ? `; missed by ${listed(missed)}` : ''}.`;
}

function gateSentence({ gates, head }: Parts): string {
  const clock = zonedWords(head.zone);
  const last = gates
    .flatMap(({ ref, decision }) => (decision ? [{ ref, ...decision }] : []))
    .sort((a, b) => a.at - b.at)
    .at(-1);
  if (!last) return gates.length === 0 ? '' : 'No gate is decided.';
  return `Last decided: ${last.ref} ${last.decision} by ${last.by} on ${clock.full(last.at)} ${clock.zoneName(last.at)}.`;
}

export function figuresOf({ assessment, tests: { tests }, performance, readiness, gates }: Parts): Figure[] {
  const applying = tests.filter(({ state }) => state !== 'not applicable');
  const passed = applying.filter(({ state }) => state === 'passed').length;
  const failed = applying.filter(({ state }) => state === 'failed').length;
  const defectsOpen = sum(applying.map((test) => test.defectsOpen));
  const critical = sum(applying.map((test) => test.criticalOpen));
  const met = performance.filter(({ verdict }) => verdict === 'met').length;
  const missed = performance.filter(({ verdict }) => verdict === 'missed').length;
  const decided = gates.filter(({ decision }) => decision !== null);
  const approvals = gates.flatMap((gate) => gate.approvals);
  const approved = approvals.filter(({ decision }) => decision === 'approved').length;
  const against = assessment.against.length;
  return [
    { label: 'Readiness', value: readiness.figure === null ? 'none' : String(readiness.figure), note: 'of 100, weighted', tone: 'plain' },
    { label: 'Against it', value: String(against), note: 'stand against going live', tone: against > 0 ? 'stop' : 'good' },
    { label: 'Tests passed', value: `${passed} of ${applying.length}`, note: `${failed} failed`, tone: failed > 0 ? 'stop' : 'plain' },
    {
      label: 'Defects open',
      value: String(defectsOpen),
      note: `${critical} critical`,
      tone: critical > 0 ? 'stop' : defectsOpen > 0 ? 'warn' : 'good',
    },
    { label: 'Targets met', value: `${met} of ${performance.length}`, note: `${missed} missed`, tone: missed > 0 ? 'stop' : 'plain' },
    {
      label: 'Checks waived',
      value: String(readiness.waivers.length),
      note: 'with reason and name',
      tone: readiness.waivers.length > 0 ? 'warn' : 'plain',
    },
    {
      label: 'Blockers',
      value: String(readiness.blockers.length),
      note: 'not cleared',
      tone: readiness.blockers.length > 0 ? 'warn' : 'plain',
    },
    {
      label: 'Gates decided',
      value: `${decided.length} of ${gates.length}`,
      note: `${approved} of ${counted(approvals.length, 'approval')} given`,
      tone: 'plain',
    },
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
