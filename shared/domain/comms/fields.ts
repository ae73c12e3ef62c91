/** The fields an announcement may have in braces, and what they say at one moment. */
import { formatDay, formatTime, zoneName } from '../../base/time-words.ts';
import { holdNow } from '../go-live/hold.ts';
import { cutoverFinish } from '../go-live/milestones.ts';
import type { GoLive } from '../go-live/schema.ts';
import { type Schedule, scheduleOf } from '../runbook/schedule.ts';
import { countedTasks } from '../runbook/tally.ts';
import { hasEndedWell } from '../runbook/task-state.ts';
import type { Rows } from '../tables.ts';

/** Field → what it says, for people who write an announcement. */
export const fieldWords = {
  name: 'name of the go-live',
  system: 'the system',
  release: 'the release',
  tZero: 'T-0 with its day',
  tZeroDay: 'day of T-0',
  tZeroMeans: 'what T-0 marks',
  windowStart: 'start of the change window',
  windowEnd: 'end of the change window',
  forecastFinish: 'forecast finish',
  plannedFinish: 'planned finish',
  liveAt: 'when the system was declared live',
  milestone: 'the milestone reached last',
  progress: 'how many tasks are closed',
  reason: 'why it is rolled back, on hold or scrubbed',
  expectedEnd: 'expected end of the hold',
} as const;
export type FieldName = keyof typeof fieldWords;
/** Null where there is nothing to say yet. */
export type FieldValues = Readonly<Record<FieldName, string | null>>;

export interface Filled {
  readonly text: string;
  /** Names in braces that are no fields, in the order they stand. */
  readonly unknown: readonly string[];
  /** Fields that have nothing to say yet. */
  readonly empty: readonly FieldName[];
}

/** `text` with its fields filled; one that cannot be filled stays as it is written. */
export function fill(text: string, values: FieldValues): Filled {
  const unknown = new Set<string>();
  const empty = new Set<FieldName>();
  const filled = text.replace(/\{([A-Za-z][A-Za-z0-9]{0,39})\}/g, (written, name: string) => {
    if (!isField(name)) {
      unknown.add(name);
      return written;
    }
    const value = values[name];
    if (value === null) empty.add(name);
    return value ?? written;
  });
  return { text: filled, unknown: [...unknown], empty: [...empty] };
}

/** A message as it would go out. One of a rehearsal or drill says so first, so that nobody takes it for the real one. */
export function filledMessage(
  { subject, content }: { readonly subject: string; readonly content: string },
  values: FieldValues,
  { kind }: Pick<GoLive, 'kind'>,
): { readonly subject: Filled; readonly content: Filled } {
  if (kind === 'live') return { subject: fill(subject, values), content: fill(content, values) };
  const remark = `This message belongs to a ${kind}. Nothing is changed in production.`;
  return { subject: fill(`${kind.toUpperCase()}: ${subject}`, values), content: fill(`${remark}\n\n${content}`, values) };
}

/** What the fields say at `now`. `template` tells which reason is meant; without one that fits, the newest there is. */
export function fieldValues(rows: Rows, goLive: GoLive, now: number, template = '', known?: Schedule): FieldValues {
  const schedule = known ?? scheduleOf(rows, goLive, now);
  const { zone, secondZone } = goLive;
  const at = (instant: number | null | undefined) => {
    if (instant === null || instant === undefined) return null;
    const own = `${formatDay(instant, zone)} ${formatTime(instant, zone)} ${zoneName(instant, zone)}`;
    return secondZone ? `${own} (${formatTime(instant, secondZone)} ${zoneName(instant, secondZone)})` : own;
  };
  const finish = cutoverFinish(rows, goLive, schedule);
  const tasks = countedTasks(rows);
  const reached = tasks
    .filter(({ kind, actualEnd, status }) => kind === 'milestone' && actualEnd !== null && status !== 'skipped')
    .reduce<(typeof tasks)[number] | null>((a, b) => (a && (a.actualEnd ?? 0) > (b.actualEnd ?? 0) ? a : b), null);
  return {
    name: goLive.name,
    system: goLive.system,
    release: goLive.release || null,
    tZero: at(goLive.tZeroAt),
    tZeroDay: formatDay(goLive.tZeroAt, zone),
    tZeroMeans: goLive.tZeroMeans,
    windowStart: at(goLive.windowStart),
    windowEnd: at(goLive.windowEnd),
    forecastFinish: at(finish?.at),
    plannedFinish: at(finish?.plannedAt),
    liveAt: at(goLive.liveAt),
    milestone: reached?.title ?? null,
    progress: tasks.length === 0 ? null : `${tasks.filter(hasEndedWell).length} of ${tasks.length} tasks`,
    reason: reasonFor(rows, goLive, template),
    expectedEnd: at(holdNow(rows)?.expectedEndAt),
  };
}

function isField(name: string): name is FieldName {
  return Object.hasOwn(fieldWords, name);
}

/** Why, for a message made from `template`; null where there is none. */
export function reasonFor(rows: Rows, goLive: GoLive, template: string): string | null {
  const [rollback] = [...rows.rollback.values()].sort((a, b) => b.decidedAt - a.decidedAt);
  const reasons = {
    rollback: rollback?.reason,
    scrub: goLive.stage === 'scrubbed' ? goLive.outcomeNote : undefined,
    hold: holdNow(rows)?.reason,
  };
  const meant = Object.hasOwn(reasons, template)
    ? reasons[template as keyof typeof reasons]
    : reasons.scrub || reasons.rollback || reasons.hold;
  return meant || null;
}
