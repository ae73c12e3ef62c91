/** The pages on incidents, tickets and training. */
import { formatSpan } from '../../../shared/base/time-words.ts';
import type { ClosureReport } from '../../../shared/domain/closure/report.ts';
import { counted } from '../../../shared/domain/timeline/told.ts';
import { ticketChart } from '../charts/ticket-chart.ts';
import type { Block, Fact } from '../document.ts';
import { heading, leftOutNote, NONE, type PageWords, paragraph, status, subheading } from '../page-words.ts';

type Incident = ClosureReport['incidents']['incidents'][number];

export function incidentPages({ incidents }: ClosureReport, words: PageWords): Block[] {
  if (incidents.count === 0) return [heading('Incidents'), paragraph('No incident was declared.')];
  return [
    heading('Incidents'),
    {
      kind: 'table',
      columns: [
        { head: 'Mean time', width: 12 },
        { head: 'What it is taken between', width: 56 },
        { head: 'Incidents', width: 14, isFigure: true },
        { head: 'Mean', width: 18, isFigure: true },
      ],
      rows: incidents.times.map(({ name, definition, count, meanMs }) => ({ cells: [name, definition, String(count), span(meanMs)] })),
    },
    ...incidents.incidents.flatMap((incident) => incidentPage(incident, words)),
    ...leftOutNote(incidents.leftOut, 'incidents'),
  ];
}

function incidentPage(incident: Incident, words: PageWords): Block[] {
  const facts: Fact[] = [
    { label: 'Commander', value: incident.commander },
    { label: 'Held up', value: incident.task },
    { label: 'Impact', value: incident.impact },
    { label: 'Cause', value: incident.cause },
    { label: 'Resolution', value: incident.resolution },
    { label: 'Course', value: courseOf(incident, words) },
    { label: 'Took', value: timesOf(incident) },
  ].filter(({ value }) => value !== '');
  return [
    subheading(`${incident.ref} ${incident.title}`),
    {
      kind: 'status',
      status: status(incident.status),
      note: `SEV${incident.severity}, escalation level ${incident.level}, times ${words.zone}`,
    },
    { kind: 'facts', facts },
  ];
}

/** The day is said where it changes. Spaces inside an instant do not break. */
function courseOf({ milestones }: Incident, { when, clock }: PageWords): string {
  return milestones
    .map(({ name, at }, place) => {
      const before = milestones[place - 1];
      const said = before && clock.date(before.at) === clock.date(at) ? clock.time(at) : when(at);
      return `${place === 0 ? name : name.toLowerCase()} ${said.replaceAll(' ', '\u00a0')}`;
    })
    .join(', ');
}

function timesOf({ detectMs, acknowledgeMs, restoreMs }: Incident): string {
  const known = [
    ['to detect', detectMs],
    ['to acknowledge', acknowledgeMs],
    ['to restore', restoreMs],
  ] as const;
  return known.flatMap(([what, ms]) => (ms === null ? [] : [`${formatSpan(ms)} ${what}`])).join(', ');
}

export function ticketPages(report: ClosureReport, words: PageWords): Block[] {
  const { tickets } = report;
  if (tickets.count === 0) return [heading('Tickets'), paragraph('No ticket was logged.')];
  const chart = ticketChart(report, words.clock);
  const statuses = tickets.byStatus.filter(({ count }) => count > 0).map(({ name, count }) => `${count} ${name}`);
  return [
    heading('Tickets'),
    {
      kind: 'facts',
      facts: [
        { label: 'Logged', value: `${counted(tickets.count, 'ticket')}: ${statuses.join(', ')}` },
        {
          label: 'First reply',
          value: tickets.medianFirstReplyMs === null ? NONE : `${formatSpan(tickets.medianFirstReplyMs)} after opening (median)`,
        },
        {
          label: 'Resolved',
          value: tickets.medianResolveMs === null ? NONE : `${formatSpan(tickets.medianResolveMs)} after opening (median)`,
        },
      ],
    },
    ...(chart ? [{ kind: 'chart', chart } as const] : []),
    {
      kind: 'table',
      columns: [
        { head: 'Priority and category', width: 60 },
        { head: 'Logged', width: 20, isFigure: true },
        { head: 'Open', width: 20, isFigure: true },
      ],
      rows: [
        ...tickets.byPriority.map(({ name, count, open }) => ({ cells: [name, String(count), openCount(open)] })),
        { group: 'By category, largest first' },
        ...tickets.byCategory.map(({ name, count, open }) => ({ cells: [name, String(count), openCount(open)] })),
      ],
    },
    ...leftOutNote(tickets.categoriesLeftOut, 'categories'),
    ...oldestOpen(report, words),
  ];
}

function openCount(open: number) {
  return { text: String(open), tone: open === 0 ? 'quiet' : 'ink' } as const;
}

function oldestOpen({ tickets }: ClosureReport, words: PageWords): Block[] {
  if (tickets.oldestOpen.length === 0) return [];
  return [
    subheading('Tickets that have been open longest'),
    {
      kind: 'table',
      columns: [
        { head: 'Ref', width: 11 },
        { head: 'Ticket', width: 46 },
        { head: 'Priority', width: 9, isFigure: true },
        { head: 'Status', width: 14 },
        { head: `Opened, ${words.zone}`, width: 15, isFigure: true },
        { head: 'Age', width: 11, isFigure: true },
      ],
      rows: tickets.oldestOpen.map(({ ref, title, priority, status: word, openedAt, ageMs }) => ({
        cells: [ref, title, String(priority), word, words.when(openedAt), formatSpan(ageMs)],
      })),
    },
  ];
}

export function trainingPages({ training }: ClosureReport): Block[] {
  if (training.courses.length === 0) return [];
  const reached =
    training.reachedPercent === null
      ? 'Nobody needed a required course.'
      : `Required courses reached ${training.reachedPercent} % of the people who need them. The target was ${training.targetPercent} %.`;
  return [
    heading('Training'),
    paragraph(reached),
    {
      kind: 'table',
      columns: [
        { head: 'Ref', width: 9 },
        { head: 'Course', width: 43 },
        { head: 'Required', width: 12 },
        { head: 'Need it', width: 10, isFigure: true },
        { head: 'Attended', width: 12, isFigure: true },
        { head: 'Booked', width: 10, isFigure: true },
        { head: 'No seat', width: 10, isFigure: true },
      ],
      rows: [
        ...training.courses.map(({ ref, title, isRequired, needed, attended, booked, noSeat }) => ({
          cells: [ref, title, isRequired ? 'yes' : 'no', String(needed), String(attended), openCount(booked), openCount(noSeat)],
        })),
        ...(training.departments.length > 0 ? [{ group: 'Required courses by department, most missing first' }] : []),
        ...training.departments.map(({ name, needed, attended }) => ({ cells: ['', name, '', String(needed), String(attended), '', ''] })),
      ],
    },
  ];
}

function span(ms: number | null): string {
  return ms === null ? NONE : formatSpan(ms);
}
