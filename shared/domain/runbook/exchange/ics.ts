/** Calendar files as RFC 5545 writes them: lines folded at 75 octets, text escaped, times in UTC. Knows nothing of tasks. */
import { withoutControls } from '../../../base/without-controls.ts';

export interface CalendarEvent {
  /** Stays the same from one export to the next, so that calendars update instead of adding. */
  readonly uid: string;
  /** Never falls from one export to the next. */
  readonly sequence: number;
  readonly start: number;
  /** Not after the start for a moment without length. */
  readonly end: number;
  readonly summary: string;
  readonly description: string;
  readonly categories: readonly string[];
  readonly isCancelled: boolean;
  /** How long before the start to remind; null for not at all. */
  readonly alarmMs: number | null;
}

const OCTETS = 75;
const SECOND = 1_000;
/** Largest number a calendar program must take. */
const MOST_SEQUENCE = 2_147_483_647;

/**
 * The file's text; `events` are at least one, as the standard wants. `madeAt` is when it was made, UTC ms. Without a METHOD, which would
 * make each event a message that needs an organizer.
 */
export function calendarFile(name: string, events: readonly CalendarEvent[], madeAt: number): string {
  const lines = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Gantry//Runbook//EN', 'CALSCALE:GREGORIAN'],
    `X-WR-CALNAME:${textValue(name)}`,
    ...events.flatMap((event) => eventLines(event, madeAt)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, madeAt: number): readonly string[] {
  const { uid, sequence, start, end, summary, description, categories, isCancelled, alarmMs } = event;
  const hasLength = Math.floor(end / SECOND) > Math.floor(start / SECOND);
  return [
    'BEGIN:VEVENT',
    `UID:${textValue(uid)}`,
    `DTSTAMP:${utc(madeAt)}`,
    `SEQUENCE:${Math.min(sequence, MOST_SEQUENCE)}`,
    `DTSTART:${utc(start)}`,
    ...(hasLength ? [`DTEND:${utc(end)}`] : []),
    `SUMMARY:${textValue(summary)}`,
    ...(description === '' ? [] : [`DESCRIPTION:${textValue(description)}`]),
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(textValue).join(',')}`]),
    `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    ...(alarmMs === null || isCancelled ? [] : alarmLines(alarmMs, summary)),
    'END:VEVENT',
  ];
}

function alarmLines(alarmMs: number, summary: string): readonly string[] {
  return [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${textValue(summary)}`,
    `TRIGGER:-PT${Math.round(alarmMs / 60_000)}M`,
    'END:VALARM',
  ];
}

/** `20261121T214200Z`. */
function utc(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;
}

function textValue(text: string): string {
  return withoutControls(text)
    .replace(/\t/g, ' ')
    .replace(/[\\;,]/g, '\\$&')
    .replace(/\r\n?|\n/g, '\\n');
}

/** Parts of at most 75 octets, each but the first behind a space; a letter is never split. */
function folded(line: string): string {
  const parts: string[] = [];
  let part = '';
  let octets = 0;
  for (const letter of line) {
    const size = octetsOf(letter);
    if (octets + size > OCTETS) {
      parts.push(part);
      part = ' ';
      octets = 1;
    }
    part += letter;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}

function octetsOf(letter: string): number {
  const code = letter.codePointAt(0) ?? 0;
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
}
