/** The parts of the invented night that do not grow with it: checks, gates, incidents, training, and how it was closed. */
import { type Row, tables } from '../../shared/domain/tables.ts';
import { anIncident, aTicket, goLiveId, HOUR, idOf, MINUTE, T_ZERO } from './builders.ts';

const DAY = 24 * HOUR;
export const names = ['M. Okoro', 'L. Costa', 'Jiří Novák', 'Zoë Müller', 'Paweł Wójcik', 'Sörén Haas', 'E. Moreau', 'Ș. Popescu'];
export const objects = [
  'order book',
  'stock balances',
  'bank connector',
  'price lists',
  'users and roles',
  'print formats',
  'open invoices',
];

export function nightCheck(at: number): Row<'check'> {
  const status = at === 17 ? 'waived' : at === 29 ? 'failed' : at === 33 ? 'not applicable' : 'passed';
  return {
    id: idOf(20_000 + at),
    goLiveId,
    ref: `C-${String(at + 1).padStart(3, '0')}`,
    title: `${['Restore tried', 'Load test passed', 'Roles reviewed', 'Support rota staffed'][at % 4]}: ${objects[at % 7]}`,
    detail: '',
    area: ['Technical', 'Data', 'People', 'Business'][at % 4] ?? '',
    phase: '',
    position: at,
    ownerId: idOf(100 + (at % 8)),
    dueOffset: null,
    status,
    reason: status === 'passed' ? '' : 'The tool is replaced next month; finance accepts the gap until then.',
    decidedBy: names[at % 8] ?? '',
    decidedAt: T_ZERO - 3 * DAY,
    condition: '',
    catalogueIds: [],
    ...tables.check.added,
  };
}

export function gateRows() {
  const known: NonNullable<Row<'gate'>['known']> = {
    criteria: [
      { title: 'Rollback rehearsed within five minutes', status: 'met', reason: '' },
      { title: 'All critical tests pass', status: 'met', reason: '' },
      { title: 'Every site has a super-user on shift', status: 'waived', reason: 'Graz has its super-user on call, ten minutes away.' },
    ],
    calls: [
      { position: 'Business owner', person: 'M. Okoro', call: 'go', reason: '' },
      { position: 'Deployment operator', person: 'Jiří Novák', call: 'go', reason: '' },
      {
        position: 'Finance lead',
        person: 'Zoë Müller',
        call: 'go with conditions',
        reason: 'Statement must be there before the shift begins.',
      },
      { position: 'Tester', person: '', call: null, reason: '' },
    ],
    checks: { passed: 36, waived: 1, inWork: 1, open: 1, failed: 0, notApplicable: 1, toVerify: 0 },
    approvals: [],
    tests: [],
    evidence: [],
    openIncidents: [{ ref: 'INC-001', title: 'Delta extract ran long', severity: 3 }],
    lateTasks: 4,
    blockedTasks: 1,
    lastSeq: 412,
  };
  const gate = (at: number, given: Partial<Row<'gate'>>): Row<'gate'> => ({
    id: idOf(30_000 + at),
    goLiveId,
    ref: `G-${at + 1}`,
    title: 'Point of no return',
    question: 'May the new system be opened to all three sites?',
    position: at,
    phase: '',
    guards: [],
    deciderRole: 'business-owner',
    positions: ['business-owner', 'tester'],
    plannedOffset: 2 * HOUR,
    decision: null,
    decidedBy: '',
    decidedAt: null,
    reasons: '',
    known: null,
    liveForMs: null,
    isPointOfNoReturn: false,
    catalogueIds: [],
    ...given,
  });
  const condition = (at: number, given: Partial<Row<'condition'>>): Row<'condition'> => ({
    id: idOf(31_000 + at),
    goLiveId,
    gateId: idOf(30_000),
    content: 'First bank statement reconciled before 06:00',
    ownerId: idOf(103),
    dueAt: T_ZERO + 8 * HOUR,
    status: 'met',
    settledAt: T_ZERO + 7 * HOUR,
    note: 'By hand, the connector followed at noon',
    ...given,
  });
  const decided = { decision: 'go with conditions', decidedBy: 'M. Okoro', decidedAt: T_ZERO + 2 * HOUR + 9 * MINUTE, known } as const;
  return {
    gate: [
      gate(0, { ...decided, reasons: 'The bank fault is understood and has a way round it. Turning back now would cost the window.' }),
      gate(1, { title: 'End of hypercare', question: 'May support go over to the service desk?', plannedOffset: 13 * DAY }),
    ],
    condition: [
      condition(0, {}),
      condition(1, { content: 'Label printing in Graz works again', ownerId: idOf(105), status: 'missed', note: 'A day late, new driver' }),
    ],
  };
}

export function incidents(): Row<'incident'>[] {
  const at = (minutes: number) => T_ZERO + minutes * MINUTE;
  return [
    anIncident({
      impact: 'No payment leaves the new system; the first statement cannot be fetched.',
      cause: 'The bank pinned the certificate of the old connector. Its renewal was on nobody’s list.',
      resolution: 'The bank added the new chain at 00:15. The statement was fetched by hand before.',
      status: 'closed',
      level: 3,
      impactAt: at(58),
      detectedAt: at(64),
      acknowledgedAt: at(66),
      mitigatedAt: at(111),
      resolvedAt: at(135),
      closedAt: at(600),
      commanderId: idOf(100),
      taskId: idOf(10_021),
    }),
    anIncident({
      id: idOf(301),
      ref: 'INC-001',
      title: 'Delta extract ran long',
      severity: 3,
      status: 'closed',
      detectedAt: at(12),
      acknowledgedAt: at(15),
      resolvedAt: at(70),
      closedAt: at(80),
      commanderId: idOf(102),
      cause: 'An index was missing on the old order table.',
    }),
    anIncident({ id: idOf(302), ref: 'INC-003', title: 'Label printer of Graz silent', severity: 4, detectedAt: at(400) }),
  ];
}

export function nightTicket(at: number): Row<'ticket'> {
  const openedAt = T_ZERO + 5 * HOUR + Math.floor(((at * 37) % 60) ** 1.55) * 32 * MINUTE + (at % 13) * MINUTE;
  const isOpen = at % 12 === 5;
  return aTicket({
    id: idOf(500_000 + at),
    ref: `TKT-${String(at + 1).padStart(4, '0')}`,
    title: `${['Sign-in loop', 'Wrong price', 'Missing role', 'Label prints empty', 'Slow search'][at % 5]} on ${objects[at % 7]}`,
    status: isOpen ? 'in progress' : at % 3 === 0 ? 'closed' : 'resolved',
    priority: (at % 4) + 1,
    category: ['Access', 'Data', 'Printing', 'How-to', 'Performance', ''][at % 6] ?? '',
    openedAt,
    repliedAt: openedAt + (4 + (at % 9) * 6) * MINUTE,
    resolvedAt: isOpen ? null : openedAt + (1 + (at % 11)) * 3 * HOUR,
  });
}

export function trainingRows() {
  const titles = ['Order to cash', 'Warehouse on scanners', 'Month end', 'First aid for super-users'];
  const course = titles.map((title, position) => ({
    id: idOf(40_000 + position),
    goLiveId,
    ref: `CRS-0${position + 1}`,
    title,
    audience: '',
    format: '',
    detail: '',
    position,
    isRequired: position < 3,
  }));
  const seat = course.flatMap(({ id: courseId }, at) =>
    names.map((_, person) => ({
      id: idOf(41_000 + at * 100 + person),
      goLiveId,
      courseId,
      personId: idOf(100 + person),
      sessionId: null,
      status: (at + person) % 9 === 0 ? ('absent' as const) : ('attended' as const),
      note: '',
    })),
  );
  return { course, seat };
}

export function closingRows() {
  const metric = (at: number, given: Partial<Row<'metric'>>): Row<'metric'> => ({
    id: idOf(50_000 + at),
    goLiveId,
    title: 'Downtime',
    unit: 's',
    position: at,
    operator: '<',
    target: 30,
    baseline: null,
    actual: 22,
    comment: '',
    measuredBy: 'Jiří Novák',
    measuredAt: T_ZERO + 2 * DAY,
    catalogueIds: [],
    ...given,
  });
  const lesson = (at: number, category: string, happened: string, learned: string): Row<'lesson'> => ({
    id: idOf(51_000 + at),
    goLiveId,
    category,
    happened,
    learned,
    addedBy: names[at % 8] ?? '',
    addedAt: T_ZERO + 5 * DAY + at * HOUR,
  });
  const signOff = (at: number, given: Partial<Row<'signOff'>>): Row<'signOff'> => ({
    id: idOf(52_000 + at),
    goLiveId,
    subject: 'Closure report',
    role: 'Business owner',
    position: at,
    decision: 'accepted',
    signedBy: 'M. Okoro',
    signedAt: T_ZERO + 13 * DAY,
    note: '',
    catalogueIds: [],
    ...given,
  });
  const action = (at: number, given: Partial<Row<'cleanupAction'>>): Row<'cleanupAction'> => ({
    id: idOf(53_000 + at),
    goLiveId,
    option: 'completion',
    position: at,
    title: 'Extract all lessons from the whole journal',
    status: 'finished',
    finishedBy: 'E. Moreau',
    finishedAt: T_ZERO + 13 * DAY,
    note: '',
    catalogueIds: [],
    ...given,
  });
  return {
    metric: [
      metric(0, {}),
      metric(1, { title: 'Error rate', unit: '%', operator: 'no increase', baseline: 0.4, actual: 0.6, comment: 'Label printing.' }),
      metric(2, { title: 'Response time', unit: 'ms', operator: 'within percent of baseline', target: 10, baseline: 420, actual: 431 }),
      metric(3, { title: 'Rollback time', unit: 'min', target: 5, actual: null, measuredBy: '', measuredAt: null }),
    ],
    lesson: [
      lesson(0, 'Technical', 'The bank had pinned the old certificate.', 'Ask every partner for pinned certificates six weeks before.'),
      lesson(1, 'Technical', 'One index was missing on the old order table.', 'Run the delta extract once on a copy at full size.'),
      lesson(2, 'Process', 'The gate waited nine minutes for one position.', 'Name a deputy for each position of a gate.'),
      lesson(3, 'Team', 'Super-users answered half of the calls on the floor.', ''),
    ],
    signOff: [
      signOff(0, {}),
      signOff(1, {
        role: 'Finance lead',
        decision: 'refused',
        signedBy: 'Zoë Müller',
        note: 'Label printing in Graz is still done by hand.',
      }),
      signOff(2, { role: 'Service desk', subject: 'Handover to support', decision: null, signedBy: '', signedAt: null }),
    ],
    cleanupAction: [action(0, {}), action(1, { title: 'Archive all tracking records', status: 'open', finishedBy: '', finishedAt: null })],
  };
}
