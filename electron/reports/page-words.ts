/** How reports say instants, statuses and lists that were cut. */
import type { ReportHead } from '../../shared/domain/closure/report/head.ts';
import { type ZonedWords, zonedWords } from '../../shared/domain/timeline/zoned-words.ts';
import type { Block, Cell, Mark, MarkedText } from './document.ts';

export interface PageWords {
  readonly clock: ZonedWords;
  /** Name of the zone at T-0; column heads carry it. */
  readonly zone: string;
  /** `21 Nov 22:30`, with the zone's name where it is another one than at T-0; `–` for null. */
  readonly when: (at: number | null) => string;
  /** `21 Nov 2026 22:30 CET`; `–` for null. */
  readonly whenFull: (at: number | null) => string;
}

export const NONE = '–';

export function pageWords({ zone: zoneOfTimes, tZeroAt }: ReportHead): PageWords {
  const clock = zonedWords(zoneOfTimes);
  const zone = clock.zoneName(tZeroAt);
  return {
    clock,
    zone,
    when: (at) => (at === null ? NONE : `${clock.short(at)}${clock.zoneName(at) === zone ? '' : ` ${clock.zoneName(at)}`}`),
    whenFull: (at) => (at === null ? NONE : `${clock.full(at)} ${clock.zoneName(at)}`),
  };
}

const marks: Readonly<Record<string, Mark>> = {
  finished: 'good',
  passed: 'good',
  met: 'good',
  accepted: 'good',
  approved: 'good',
  ready: 'good',
  revealed: 'good',
  go: 'good',
  successful: 'good',
  resolved: 'good',
  closed: 'good',
  'finished by workaround': 'warn',
  'successful with issues': 'warn',
  waived: 'warn',
  'ready with reservations': 'conditions',
  'retest wanted': 'warn',
  mitigated: 'warn',
  'go with conditions': 'conditions',
  failed: 'stop',
  missed: 'stop',
  refused: 'stop',
  blocked: 'stop',
  'no-go': 'stop',
  'not ready': 'stop',
  'rolled back': 'stop',
  scrubbed: 'stop',
  hold: 'wait',
  'in progress': 'run',
  'in work': 'run',
  open: 'wait',
  skipped: 'calm',
  cancelled: 'calm',
  withdrawn: 'calm',
  'not applicable': 'calm',
};

/** A word of status with its shape. Words without one of their own get the ring that stands for waiting. */
export function status(word: string, text = word): MarkedText {
  return { text: text.charAt(0).toUpperCase() + text.slice(1), mark: marks[word] ?? 'wait' };
}

/** Says how many rows a list does not show; nothing when it shows all. */
export function leftOutNote(count: number, what: string): Block[] {
  if (count === 0) return [];
  return [
    { kind: 'paragraph', tone: 'quiet', text: `${count.toLocaleString('en-US')} more ${what} not shown here; the record holds them.` },
  ];
}

export function heading(text: string): Block {
  return { kind: 'heading', level: 2, text };
}

export function subheading(text: string): Block {
  return { kind: 'heading', level: 3, text };
}

export function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}

export function quiet(text: string): Block {
  return { kind: 'paragraph', tone: 'quiet', text };
}

/** A count of zero recedes. */
export function count(value: number, tone: 'ink' | 'warn' | 'stop' | 'quiet'): Cell {
  return { text: String(value), tone: value === 0 ? 'quiet' : tone };
}
