import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../shared/base/change.ts';
import type { Entry } from '../../../shared/base/entry.ts';
import { type Rows, tableNames } from '../../../shared/domain/tables.ts';
import { knownActions, sentence } from '../../../shared/domain/timeline/words.ts';
import {
  anIncident,
  aPerson,
  aPlaybookCopy,
  aTask,
  aTicket,
  goLiveId,
  HOUR,
  idOf,
  MINUTE,
  rowsWith,
  T_ZERO,
} from '../../support/builders.ts';
import { closureNight } from '../../support/closure-night.ts';
import { anEntry } from '../../support/entries.ts';

const night = closureNight().rows;
const goLive = [...night.goLive.values()];
const gate = [...night.gate.values()];
const rows = rowsWith({
  goLive,
  gate,
  task: [aTask(), aTask({ id: idOf(201), ref: 'T-023', title: 'First statement' })],
  incident: [anIncident({ commanderId: idOf(100) })],
  ticket: [aTicket()],
  person: [aPerson(), aPerson({ id: idOf(101), name: 'Jiří Novák' })],
  check: [...night.check.values()],
  course: [...night.course.values()],
  condition: [...night.condition.values()],
  signOff: [...night.signOff.values()],
  metric: [...night.metric.values()],
  cleanupAction: [...night.cleanupAction.values()],
  playbookCopy: [
    aPlaybookCopy({
      roles: [{ key: 'business-owner', title: 'Business owner', isRequired: true }],
      procedures: [{ key: 'production-issue', title: 'Production issue' }],
    }),
  ],
});

function set(table: string, id: string, fields: Record<string, unknown>, was: Record<string, unknown> = {}): Change {
  return { table, id, set: fields, was };
}

function insert(table: string, row: Record<string, unknown> & { readonly id: string }): Change {
  return { table, id: row.id, set: row, was: null };
}

function told(action: string, changes: readonly Change[], given: Partial<Entry> = {}, of: Rows = rows): string {
  return sentence(anEntry(action, changes, given), of);
}

const task = idOf(200);
const incident = idOf(300);
const ticket = idOf(500);
const [firstCheck] = night.check.values();
const check = firstCheck?.id ?? '';

describe('the words of an entry', () => {
  test('say reference, what happened and the reason that was given', () => {
    expect(told('task.block', [set('task', task, { status: 'blocked', reason: 'certificate refused' })])).toBe(
      'T-022 blocked: certificate refused',
    );
    expect(told('task.start', [set('task', task, { status: 'in progress' })])).toBe('T-022 started: Bank connector');
    expect(told('task.finish', [set('task', task, { status: 'finished by workaround' })])).toBe(
      'T-022 finished by workaround: Bank connector',
    );
    expect(told('task.skip', [set('task', task, { status: 'skipped', reason: 'not needed' })])).toBe('T-022 skipped: not needed');
    expect(told('task.edit', [set('task', task, { title: 'Other', durationMs: 1, ownerIds: [] })])).toBe(
      'T-022 edited: title, duration and owners',
    );
  });

  test('name links by the tasks they join', () => {
    const link = { id: idOf(250), goLiveId, fromId: task, toId: idOf(201), lagMs: 0 };
    expect(told('link.add', [insert('link', { ...link, kind: 'FS' })])).toBe('T-023 follows T-022');
    expect(told('link.add', [insert('link', { ...link, kind: 'SS', lagMs: 10 * MINUTE })])).toBe(
      'T-023 starts with or after T-022, 10 m lag',
    );
    expect(told('link.remove', [{ ...insert('link', { ...link, kind: 'FS' }), set: null, was: link }])).toBe(
      'T-023 no longer waits for T-022',
    );
  });

  test('count what an import brought', () => {
    const tasks = Array.from({ length: 120 }, (_, at) =>
      insert('task', { ...aTask({ id: idOf(1_000 + at), stream: `Stream ${at % 6}` }) }),
    );
    expect(told('plan.import', tasks)).toBe('Plan imported: 120 tasks, 6 streams');
    const edited = [insert('task', aTask({ id: idOf(9_000), ref: 'T-050' })), set('task', task, { title: 'New' })];
    expect(told('plan.exchange', edited)).toBe('Plan edited in a file: 1 task added, T-050; 1 task changed, T-022');
    expect(told('plan.exchange', tasks)).toMatch(/^Plan edited in a file: 120 tasks added, (\S+, ){5}\S+ and others$/);
    expect(told('task.start', [set('task', task, {})], { note: 'The bank agreed' })).toBe('T-022 started all the same: Bank connector');
    expect(told('plan.import', [tasks[0] as Change, set('task', task, { title: 'New' })])).toBe(
      'Plan imported: 1 task, 1 stream, 1 task changed',
    );
    const state = (at: number) => insert('ticketState', { id: idOf(2_000 + at), ticketId: ticket });
    expect(told('ticket.import', [insert('ticket', { ...aTicket() }), state(0), state(1)])).toBe('Tickets imported: 1 ticket, 2 states');
  });

  test('tell where T-0 moved and whether the window moved too', () => {
    const move = (fields: Record<string, unknown>, from: number) =>
      told('goLive.move', [set('goLive', goLiveId, fields, { tZeroAt: from })]);
    const half = T_ZERO + 30 * MINUTE;
    expect(move({ tZeroAt: half, windowStart: 0, windowEnd: 1 }, T_ZERO)).toBe('T-0 moved from 22:00 to 22:30 CET, window moved with it');
    expect(move({ tZeroAt: half }, T_ZERO)).toBe('T-0 moved from 22:00 to 22:30 CET, window stays');
    expect(move({ tZeroAt: T_ZERO + 24 * HOUR }, T_ZERO)).toBe('T-0 moved from 21 Nov 2026 22:00 to 22 Nov 2026 22:00 CET, window stays');
  });

  test('tell gates, criteria, calls and conditions by the gate', () => {
    const id = gate[0]?.id ?? '';
    expect(
      told('gate.decide', [set('gate', id, { decision: 'go with conditions' }), insert('condition', { id: idOf(9), gateId: id })]),
    ).toBe('G-1 decided: go with conditions');
    const call = { id: idOf(8), gateId: id, position: 'business-owner', call: 'no-go', reason: 'no statement yet' };
    expect(told('gate.call', [insert('call', call)])).toBe('G-1 call of Business owner, no-go: no statement yet');
    const criterion = { id: idOf(7), gateId: id, title: 'Tests pass', status: 'waived', reason: 'one is flaky' };
    expect(told('criterion.judge', [insert('criterion', criterion)])).toBe('G-1 criterion waived: Tests pass (one is flaky)');
    const [condition] = night.condition.keys();
    expect(told('condition.settle', [set('condition', condition ?? '', { status: 'met' })])).toBe(
      'G-1 condition met: First bank statement reconciled before 06:00',
    );
  });

  test('tell checks and their evidence by the check', () => {
    expect(told('check.waive', [set('check', check, { status: 'waived', reason: 'accepted' })])).toBe('C-001 waived: accepted');
    expect(told('evidence.add', [insert('evidence', { id: idOf(6), checkId: check, content: 'log.txt' })])).toBe(
      'C-001 evidence added: log.txt',
    );
  });

  test('tell incidents with severity and commander, and the change of a severity', () => {
    expect(told('incident.declare', [insert('incident', { ...anIncident({ commanderId: idOf(100) }) })])).toBe(
      'INC-002 declared, SEV2, commander L. Costa: Bank refuses our production certificate',
    );
    expect(told('incident.edit', [set('incident', incident, { severity: 1 }, { severity: 2 })])).toBe('INC-002 raised from SEV2 to SEV1');
    expect(told('incident.edit', [set('incident', incident, { cause: 'x' }, { cause: '' })])).toBe('INC-002 edited: cause');
    expect(told('incident.escalate', [set('incident', incident, { level: 3 })])).toBe('INC-002 escalated to level 3, cross-functional');
    const step = (at: number) => insert('procedureStep', { id: idOf(700 + at), incidentId: incident, title: 'Stop', status: 'open' });
    expect(told('procedure.start', [set('incident', incident, { procedure: 'production-issue' }), step(0), step(1)])).toBe(
      'INC-002 procedure started: Production issue, 2 steps',
    );
  });

  test('tell tickets by what became of them', () => {
    expect(told('ticket.log', [insert('ticket', { ...aTicket() })])).toBe(
      'TKT-0012 logged, priority 3: Sign-in loop on shop-floor terminals',
    );
    expect(told('ticket.assign', [set('ticket', ticket, { assigneeId: idOf(101) })])).toBe('TKT-0012 assigned to Jiří Novák');
    expect(told('ticket.assign', [set('ticket', ticket, { assigneeId: null })])).toBe('TKT-0012 has nobody assigned now');
    expect(told('ticket.move', [set('ticket', ticket, { status: 'resolved', resolution: 'restarted' })])).toBe(
      'TKT-0012 resolved: restarted',
    );
    expect(told('ticket.move', [set('ticket', ticket, { repliedAt: 1 })])).toBe(
      'TKT-0012 first reply given: Sign-in loop on shop-floor terminals',
    );
    expect(told('ticket.edit', [set('ticket', ticket, { priority: 1 }, { priority: 3 })])).toBe(
      'TKT-0012 raised from priority 3 to priority 1',
    );
  });

  test('tell people, roles and training by name', () => {
    expect(told('person.add', [insert('person', { ...aPerson() })])).toBe('L. Costa added to the roster, IT');
    expect(told('person.add', [insert('person', { ...aPerson() }), insert('person', { ...aPerson({ id: idOf(5) }) })])).toBe(
      '2 people added to the roster',
    );
    expect(told('role.assign', [insert('assignment', { id: idOf(4), role: 'business-owner', personId: idOf(101) })])).toBe(
      'Jiří Novák takes the role Business owner',
    );
    const course = [...night.course.keys()][0] ?? '';
    const seat = { id: idOf(3), courseId: course, personId: idOf(101), sessionId: null };
    expect(told('seat.need', [insert('seat', { ...seat, status: 'needed' })])).toBe('Jiří Novák needs CRS-01');
    expect(told('seat.mark', [insert('seat', { ...seat, status: 'attended' })])).toBe('Jiří Novák attended CRS-01');
  });

  test('tell the acts of closing', () => {
    const [metric] = night.metric.keys();
    const [signOff] = night.signOff.keys();
    const [action] = night.cleanupAction.keys();
    expect(told('metric.measure', [set('metric', metric ?? '', { actual: 1_204.5 })])).toBe('Metric measured: Downtime 1,204.5 s');
    expect(
      told('signOff.sign', [set('signOff', signOff ?? '', { decision: 'refused', signedBy: 'Z. Müller', note: 'labels missing' })]),
    ).toBe('Closure report refused by Z. Müller, Business owner: labels missing');
    expect(told('cleanup.decide', [set('goLive', goLiveId, { cleanup: 'milestone', cleanupReason: 'wave 2 follows' })])).toBe(
      'Cleanup decided, milestone: wave 2 follows',
    );
    expect(told('cleanup.settle', [set('cleanupAction', action ?? '', { status: 'skipped' })])).toBe(
      'Cleanup action skipped: Extract all lessons from the whole journal',
    );
  });

  test('say what a note is about, and what was taken back', () => {
    const note = { id: idOf(2), content: 'Bank desk  says\nyes', subject: 'incident', subjectId: incident };
    expect(told('note.add', [insert('note', note)])).toBe('Note on INC-002: Bank desk says yes');
    expect(told('note.add', [insert('note', { ...note, subject: null, subjectId: null })])).toBe('Note: Bank desk says yes');
    expect(told('entry.undo', [set('task', task, { status: 'planned' })], { undoes: 412 })).toBe('Taken back: entry 412, T-022');
  });

  test('of an act nobody knows are its own word', () => {
    expect(told('radar.startNow', [set('task', task, {})])).toBe('T-022: radar start now');
    expect(told('radar.start', [])).toBe('Radar start');
  });

  test('speak of a row that is gone by what was known of it', () => {
    const gone = { table: 'task', id: idOf(999), set: null, was: { ref: 'T-099', title: 'Gone' } };
    expect(told('entry.undo', [gone], { undoes: 7 })).toBe('Taken back: entry 7, T-099');
  });

  test('keep a long reason to one short line', () => {
    const words = told('task.block', [set('task', task, { reason: 'the bank refuses it '.repeat(100) })]);
    expect(words.length).toBeLessThan(185);
    expect(words.endsWith('…')).toBe(true);
  });
});

test('every act a rule can decide on has words of its own', () => {
  const folder = new URL('../../../shared/domain/', import.meta.url);
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const decided = sources.flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/decide\(\s*'([^']+)'/g)].map(([, act]) => act),
  );
  expect(decided.length).toBeGreaterThan(40);
  expect(decided.filter((act) => !knownActions.includes(act ?? ''))).toEqual([]);
});

test('every act has words, whatever its changes hold', () => {
  const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.boolean(), fc.array(fc.string(), { maxLength: 2 }));
  const fields = fc.oneof(
    fc.constant(null),
    fc.dictionary(
      fc.constantFrom('ref', 'title', 'status', 'reason', 'personId', 'tZeroAt', 'subject', 'subjectId', 'actual', 'unit', 'zone'),
      value,
    ),
  );
  const change = fc.record({
    table: fc.constantFrom(...tableNames, 'later'),
    id: fc.constantFrom(idOf(200), idOf(1), 'x'),
    set: fields,
    was: fields,
  });
  const action = fc.oneof(fc.constantFrom(...knownActions), fc.string());
  fc.assert(
    fc.property(action, fc.array(change, { maxLength: 4 }), (act, changes) => {
      const words = told(act, changes);
      expect(words.trim()).not.toBe('');
      expect(words).not.toMatch(/undefined|NaN|\[object/);
    }),
    { numRuns: 1_500 },
  );
});
