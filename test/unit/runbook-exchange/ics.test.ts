/** Calendar files, checked by a strict reader of RFC 5545 of the test's own. */
import { expect, it } from 'vitest';
import { calendarFile } from '../../../shared/domain/runbook/exchange/ics.ts';
import { taskEvents } from '../../../shared/domain/runbook/exchange/task-calendar.ts';
import { scheduleOf } from '../../../shared/domain/runbook/schedule.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { aGoLive, aPerson, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';
import { link, task } from './plans.ts';

interface Component {
  readonly name: string;
  readonly values: Readonly<Record<string, string>>;
  readonly inside: readonly Component[];
}

/** Throws on whatever the standard forbids: bare line ends, lines over 75 octets, unescaped text, properties twice, missing ones, no event. */
function strictlyRead(file: string): Component {
  if (!file.endsWith('\r\n')) throw new Error('the last line has no end');
  const lines = file.slice(0, -2).split('\r\n');
  for (const line of lines) {
    if (/[\r\n]/.test(line)) throw new Error('a line end that is not CRLF');
    if (new TextEncoder().encode(line).length > 75) throw new Error(`a line of more than 75 octets: ${line}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is forbidden
    if (/[\u0000-\u0008\u000a-\u001f\u007f]/.test(line)) throw new Error('a control character');
    if (!line.isWellFormed()) throw new Error('half a letter');
  }
  const unfolded = file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  let at = 0;
  const component = (): Component => {
    const name = /^BEGIN:([A-Z]+)$/.exec(unfolded[at] ?? '')?.[1];
    if (!name) throw new Error(`no BEGIN at ${unfolded[at]}`);
    const values: Record<string, string> = {};
    const inside: Component[] = [];
    for (at += 1; unfolded[at] !== `END:${name}`; at += 1) {
      const line = unfolded[at];
      if (line === undefined) throw new Error(`${name} does not end`);
      if (line.startsWith('BEGIN:')) {
        inside.push(component());
        continue;
      }
      const [, property, value] = /^([A-Z-]+):(.*)$/.exec(line) ?? [];
      if (property === undefined || value === undefined) throw new Error(`no property: ${line}`);
      if (property in values) throw new Error(`${property} twice`);
      values[property] = textProperties.has(property) ? unescapedText(value) : value;
    }
    const wanted = required[name] ?? [];
    for (const property of wanted) if (!values[property]) throw new Error(`${name} without ${property}`);
    return { name, values, inside };
  };
  const whole = component();
  if (whole.inside.length === 0) throw new Error('a calendar without a component');
  // RFC 5546: what has a method is a message, and needs who sends it.
  if ('METHOD' in whole.values && whole.inside.some(({ values }) => !values.ORGANIZER)) throw new Error('a METHOD without an ORGANIZER');
  for (const { name, values } of whole.inside) if (name === 'VEVENT') checkTimes(values);
  if (at !== unfolded.length - 1) throw new Error('something stands behind the end');
  return whole;
}

function checkTimes({ UID = '', DTSTAMP = '', DTSTART = '', DTEND, SEQUENCE = '', CATEGORIES = '' }: Component['values']): void {
  for (const moment of [DTSTAMP, DTSTART, ...(DTEND === undefined ? [] : [DTEND])])
    if (!/^\d{8}T\d{6}Z$/.test(moment)) throw new Error(`no moment in UTC: ${moment}`);
  if (DTEND !== undefined && DTEND <= DTSTART) throw new Error(`${UID} ends before it starts`);
  if (!/^\d{1,10}$/.test(SEQUENCE) || Number(SEQUENCE) > 2_147_483_647) throw new Error(`no sequence: ${SEQUENCE}`);
  for (const category of CATEGORIES.split(/(?<!\\),/)) unescapedText(category);
}

const textProperties = new Set(['SUMMARY', 'DESCRIPTION', 'UID', 'X-WR-CALNAME']);
const required: Readonly<Record<string, readonly string[]>> = {
  VCALENDAR: ['VERSION', 'PRODID'],
  VEVENT: ['UID', 'DTSTAMP', 'DTSTART', 'SUMMARY', 'SEQUENCE', 'STATUS'],
  VALARM: ['ACTION', 'TRIGGER', 'DESCRIPTION'],
};

function unescapedText(value: string): string {
  if (/(?<!\\)(?:\\\\)*[;,]/.test(value) || /\\(?![\\;,nN])/.test(value.replaceAll('\\\\', '')))
    throw new Error(`text not escaped: ${value}`);
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

const title = `Sichern; prüfen, 👩‍🚒 "melden" \\ ${'ěščřžýáíé 漢字 '.repeat(9)}`.trim();
const rows: Rows = rowsWith({
  goLive: [aGoLive({ zone: 'Europe/Prague', name: 'ERP; wave, 1' })],
  person: [aPerson({ id: idOf(901), name: 'L. Costa' })],
  task: [
    task(1, { title, detail: 'Line one\r\nLine two\u0007, end;', startOffset: 0, ownerIds: [idOf(901)], stream: 'Data' }),
    task(2, { startOffset: 30 * MINUTE, ownerIds: [idOf(901)], stream: 'Apps', status: 'skipped', reason: 'not needed' }),
    task(3, { startOffset: HOUR, stream: 'Data', kind: 'milestone', durationMs: 0 }),
    task(4, { startOffset: HOUR, ownerIds: [idOf(901)], runIn: 'mock only' }),
    task(5, { startOffset: 2 * HOUR, kind: 'communication', title: 'Tell the departments' }),
    task(6, { kind: 'group', ownerIds: [idOf(901)] }),
    task(7, { startOffset: -HOUR, ownerIds: [idOf(901)], status: 'finished', actualStart: T_ZERO - HOUR, actualEnd: T_ZERO }),
  ],
  link: [link(11, 7, 1)],
});
const goLive = [...rows.goLive.values()][0] as ReturnType<typeof aGoLive>;
const now = T_ZERO + 10 * MINUTE;
const schedule = scheduleOf(rows, goLive, now);
const eventsOf = (of: Parameters<typeof taskEvents>[3], times: 'planned' | 'forecast' = 'planned', seq = 42) =>
  taskEvents(rows, goLive, schedule, of, times, seq);

it('the tasks of a person are events that a strict reader takes, with texts as they were', () => {
  const calendar = strictlyRead(calendarFile('GL-001 L. Costa; team', eventsOf({ personId: idOf(901) }), now));
  expect(calendar.values).toMatchObject({ VERSION: '2.0', 'X-WR-CALNAME': 'GL-001 L. Costa; team' });
  expect(calendar.inside.map(({ values }) => values.SUMMARY)).toEqual([`T-001 ${title}`, 'T-002 Task 2', 'T-007 Task 7']);
  const [first, skipped, finished] = calendar.inside;
  expect(first?.values).toMatchObject({
    UID: `${idOf(1)}@gantry`,
    DTSTAMP: '20261121T211000Z',
    DTSTART: '20261121T210000Z',
    DTEND: '20261121T213000Z',
    SEQUENCE: '42',
    STATUS: 'CONFIRMED',
  });
  expect(first?.values.DESCRIPTION).toContain('T+00:00, 2026-11-21 22:00 CET\nOwners: L. Costa\nAfter: T-007\nLine one\nLine two, end;');
  expect(first?.inside.map(({ name, values }) => [name, values.TRIGGER])).toEqual([['VALARM', '-PT15M']]);
  expect(skipped?.values.STATUS).toBe('CANCELLED');
  expect(skipped?.inside).toEqual([]);
  expect(finished?.inside).toEqual([]);
});

it('a stream and the communication tasks have calendars of their own; a milestone has no end', () => {
  const stream = strictlyRead(calendarFile('Data', eventsOf({ stream: 'Data' }), now));
  expect(stream.inside.map(({ values }) => [values.SUMMARY?.slice(0, 5), 'DTEND' in values])).toEqual([
    ['T-001', true],
    ['T-003', false],
  ]);
  const told = strictlyRead(calendarFile('Communication', eventsOf('communication'), now));
  expect(told.inside.map(({ values }) => values.SUMMARY)).toEqual(['T-005 Tell the departments']);
});

it('forecast times follow the night, and a later export has the same ids with a higher sequence', () => {
  const [planned] = eventsOf({ personId: idOf(901) });
  const [forecast] = eventsOf({ personId: idOf(901) }, 'forecast', 57);
  expect(forecast).toMatchObject({ uid: planned?.uid, sequence: 57, start: now, end: now + 30 * MINUTE });
});

it('a line of letters of several octets is folded at 75 octets at the most, and never inside a letter', () => {
  const [event] = eventsOf({ personId: idOf(901) });
  if (!event) throw new Error('no event');
  for (const letter of ['a', 'ž', '漢', '👩']) {
    for (let length = 60; length < 160; length += 1) {
      const file = calendarFile('Data', [{ ...event, summary: letter.repeat(length) }], now);
      expect(strictlyRead(file).inside[0]?.values.SUMMARY).toBe(letter.repeat(length));
    }
  }
});
