/** A decision record in a few sentences and figures, most important first. */
import type { Figure } from '../../closure/report/schema-support.ts';
import { listed } from '../../timeline/told.ts';
import { zonedWords } from '../../timeline/zoned-words.ts';
import type { DecisionRecord } from './schema.ts';

type Parts = Omit<DecisionRecord, 'summary' | 'figures' | 'report' | 'version'>;

export function summaryOf({ head, gate, entry }: Parts): string[] {
  const clock = zonedWords(head.zone);
  const full = (at: number) => `${clock.full(at)} ${clock.zoneName(at)}`;
  const { decision, criteria, approvals, conditions, polls } = gate;
  const last = polls.filter(({ state }) => state === 'revealed').at(-1);
  return [
    decision
      ? `${gate.ref} ${gate.title}: ${decision.decision}, decided by ${decision.by} on ${full(decision.at)}.`
      : `${gate.ref} ${gate.title} is not decided. ${gate.decider} decides.`,
    criteria.length === 0 ? '' : `Criteria: ${tally(criteria.map(({ status }) => status))}.`,
    approvals.length === 0 ? '' : `Approvals: ${tally(approvals.map((approval) => approval.decision ?? 'awaited'))}.`,
    gate.calls.length === 0 ? '' : `Calls: ${tally(gate.calls.map(({ call }) => call ?? 'not in'))}.`,
    last?.revealedAt == null ? '' : `The calls were sealed until ${full(last.revealedAt)} and revealed together.`,
    conditions.length === 0 ? '' : `Conditions: ${tally(conditions.map(({ status }) => status))}.`,
    gate.earlier.length === 0
      ? ''
      : `It was decided ${gate.earlier.length === 1 ? 'once' : `${gate.earlier.length} times`} before: ${listed(gate.earlier.map((each) => each.decision))}.`,
    entry === null ? '' : `The decision is entry ${entry.seq} of the record, hash ${entry.hash.slice(0, 16)}…`,
  ].filter((sentence) => sentence !== '');
}

export function figuresOf({ gate }: Parts): Figure[] {
  const { criteria, approvals, calls, tests, evidence, conditions } = gate;
  const of = (words: readonly (string | null)[], word: string | null) => words.filter((each) => each === word).length;
  const statuses = criteria.map(({ status }) => status);
  const unmet = of(statuses, 'failed') + of(statuses, 'open');
  const said = calls.map(({ call }) => call);
  const refused = of(
    approvals.map(({ decision }) => decision),
    'refused',
  );
  const failed = of(
    tests.map(({ result }) => result),
    'failed',
  );
  const critical = tests.reduce((sum, { criticalOpen }) => sum + criticalOpen, 0);
  return [
    {
      label: 'Criteria met',
      value: `${of(statuses, 'met')} of ${criteria.length}`,
      note: `${unmet} not, ${of(statuses, 'waived')} waived`,
      tone: unmet > 0 ? 'warn' : 'plain',
    },
    {
      label: 'Approvals',
      value: `${approvals.filter(({ decision }) => decision === 'approved').length} of ${approvals.length}`,
      note: `${refused} refused`,
      tone: refused > 0 ? 'stop' : 'plain',
    },
    {
      label: 'Calls for a go',
      value: `${of(said, 'go') + of(said, 'go with conditions')} of ${calls.length}`,
      note: `${of(said, 'no-go')} no-go, ${of(said, null)} not in`,
      tone: of(said, 'no-go') > 0 ? 'warn' : 'plain',
    },
    {
      label: 'Conditions',
      value: String(conditions.length),
      note: `${conditions.filter(({ status }) => status === 'met').length} met`,
      tone: 'plain',
    },
    { label: 'Tests known', value: String(tests.length), note: `${failed} failed`, tone: failed > 0 ? 'warn' : 'plain' },
    { label: 'Critical open', value: String(critical), note: 'defects, as known', tone: critical > 0 ? 'stop' : 'plain' },
    { label: 'Evidence', value: String(evidence.length), note: 'pieces frozen with it', tone: 'plain' },
    { label: 'Earlier decisions', value: String(gate.earlier.length), note: 'on this gate', tone: 'plain' },
  ];
}

/** `7 met, 1 waived and 1 open`, most first. */
function tally(words: readonly string[]): string {
  const groups = [...Map.groupBy(words, (word) => word)].map(([word, of]) => [word, of.length] as const);
  return listed(groups.sort((a, b) => b[1] - a[1]).map(([word, count]) => `${count} ${word}`));
}
