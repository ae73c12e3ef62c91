/** What went wrong in the night and what was written down: incidents, tickets, notes, first measurements. */
import night from '../../../assets/sample/night.json' with { type: 'json' };
import { addLesson, measureMetric } from '../../../shared/domain/closure/rules.ts';
import { acknowledgeIncident, closeIncident, mitigateIncident, resolveIncident } from '../../../shared/domain/incident/milestones.ts';
import { procedureSteps, settleStep } from '../../../shared/domain/incident/procedure.ts';
import { declareIncident, editIncident, escalateIncident } from '../../../shared/domain/incident/rules.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { moveTicket } from '../../../shared/domain/ticket/moves.ts';
import { assignTicket, logTicket } from '../../../shared/domain/ticket/rules.ts';
import type { TicketStatus } from '../../../shared/domain/ticket/schema.ts';
import { addNote } from '../../../shared/domain/timeline/rules.ts';
import { cellsOf, rowWhere, type Scene } from './stage.ts';

const MINUTE = 60_000;
const personId = (rows: Rows, name: string) => rowWhere(rows.person, 'name', name).id;
const incidentId = (rows: Rows, ref: string) => rowWhere(rows.incident, 'ref', ref).id;

export const incidentScenes: readonly Scene[] = [
  {
    minute: 19,
    actor: 'S. Patel',
    play: (rows, act) =>
      declareIncident(
        rows,
        {
          title: 'Delta extract runs long',
          severity: 3,
          impact: 'Loads start later; float of stream Data shrinks.',
          impactAt: act.now - 6 * MINUTE,
          commanderId: personId(rows, 'S. Patel'),
          taskId: rowWhere(rows.task, 'sourceId', 'D3').id,
        },
        act,
      ),
  },
  { minute: 21, actor: 'S. Patel', play: (rows, act) => acknowledgeIncident(rows, { incidentId: incidentId(rows, 'INC-001') }, act) },
  { minute: 33, actor: 'R. Haas', play: (rows, act) => mitigateIncident(rows, { incidentId: incidentId(rows, 'INC-001') }, act) },
  {
    minute: 47,
    actor: 'S. Patel',
    play: (rows, act) =>
      resolveIncident(
        rows,
        { incidentId: incidentId(rows, 'INC-001'), resolution: 'Backup traffic moved to the second line; extract finished.' },
        act,
      ),
  },
  {
    minute: 52,
    actor: 'T. Berg',
    play: (rows, act) =>
      declareIncident(
        rows,
        {
          title: 'Print queue of plant South rejects jobs',
          severity: 4,
          impact: 'Labels of plant South come out in plant North.',
          impactAt: null,
          commanderId: personId(rows, 'T. Berg'),
          taskId: null,
        },
        act,
      ),
  },
  { minute: 53, actor: 'T. Berg', play: (rows, act) => acknowledgeIncident(rows, { incidentId: incidentId(rows, 'INC-002') }, act) },
  {
    minute: 70,
    actor: 'T. Berg',
    play: (rows, act) =>
      resolveIncident(rows, { incidentId: incidentId(rows, 'INC-002'), resolution: 'Queue mounted anew with the right driver.' }, act),
  },
  { minute: 78, actor: 'M. Okoro', play: (rows, act) => closeIncident(rows, { incidentId: incidentId(rows, 'INC-002') }, act) },
  {
    minute: 75,
    actor: 'M. Okoro',
    play: (rows, act) =>
      declareIncident(
        rows,
        {
          title: 'Bank refuses our production certificate',
          severity: 2,
          impact: 'Payments and the first bank statement cannot run tonight without it.',
          impactAt: act.now - 7 * MINUTE,
          commanderId: personId(rows, 'M. Okoro'),
          taskId: rowWhere(rows.task, 'sourceId', 'A10').id,
          procedure: 'production-issue',
        },
        act,
      ),
  },
  {
    minute: 76,
    actor: 'M. Okoro',
    play: (rows, act) =>
      editIncident(
        rows,
        { incidentId: incidentId(rows, 'INC-003'), scribeId: personId(rows, 'A. Kaya'), liaisonId: personId(rows, 'H. Silva') },
        act,
      ),
  },
  { minute: 77, actor: 'M. Okoro', play: (rows, act) => acknowledgeIncident(rows, { incidentId: incidentId(rows, 'INC-003') }, act) },
  { minute: 80, actor: 'L. Costa', play: (rows, act) => settleFirstStep(rows, 'Error rate of everything else is at the baseline', act) },
  {
    minute: 90,
    actor: 'M. Okoro',
    play: (rows, act) =>
      escalateIncident(
        rows,
        { incidentId: incidentId(rows, 'INC-003'), level: 2, reason: 'The bank desk needs the integration team on the line' },
        act,
      ),
  },
  {
    minute: 95,
    actor: 'M. Okoro',
    play: (rows, act) => settleFirstStep(rows, 'No rollback: the old connector still runs and payments can wait until 06:00', act),
  },
];

function settleFirstStep(rows: Rows, comment: string, act: Parameters<Scene['play']>[1]) {
  const step = procedureSteps(rows, incidentId(rows, 'INC-003')).find(({ status }) => status === 'open');
  if (!step) throw new Error('the sample settles a step that is not there');
  return settleStep(rows, { stepId: step.id, status: 'finished', comment }, act);
}

const TICKETS = 60;
const desk = ['P. Dahl', 'N. Ito', 'T. Berg', 'L. Costa'];
const sites = ['North', 'South', 'head office'];

/** 60 tickets between T+8 and T+135, more towards the end; older ones further on their way. */
export function ticketScenes(): readonly Scene[] {
  return Array.from({ length: TICKETS }, (_, index) => index).flatMap((index) => {
    const [words = '', department = '', priority, category = ''] = cellsOf(night.tickets[index % night.tickets.length] ?? '');
    const title = index < night.tickets.length ? words : `${words}, ${sites[index % sites.length]}`;
    const minute = 8 + 127 * Math.sqrt((index + 0.5) / TICKETS);
    const assignee = desk[index % desk.length] ?? 'P. Dahl';
    const ref = `TKT-${String(index + 1).padStart(4, '0')}`;
    const move = (after: number, status: TicketStatus, reason = ''): Scene => ({
      minute: minute + after,
      actor: assignee,
      play: (rows, act) => moveTicket(rows, { ticketId: rowWhere(rows.ticket, 'ref', ref).id, status, reason, replied: false }, act),
    });
    const log: Scene = {
      minute,
      actor: 'P. Dahl',
      play: (rows, act) => {
        const isBank = words.startsWith('Payment run');
        const links = { assigneeId: null, taskId: null, incidentId: isBank && rows.incident.size > 2 ? incidentId(rows, 'INC-003') : null };
        return logTicket(rows, { title, detail: '', department, category, priority: Number(priority), reporter: '', ...links }, act);
      },
    };
    if (index % 9 === 8) return [log];
    const assign: Scene = {
      minute: minute + 2,
      actor: 'P. Dahl',
      play: (rows, act) => assignTicket(rows, { ticketId: rowWhere(rows.ticket, 'ref', ref).id, personId: personId(rows, assignee) }, act),
    };
    const taken = [log, assign, move(3 + (index % 5), 'triaged'), move(9 + (index % 7), 'in progress')];
    if (index % 6 === 5)
      return [
        ...taken,
        move(20, 'waiting', index % 2 ? 'The reporter is asked for a screenshot' : 'The change board decides in the morning'),
      ];
    const resolved = move(
      24 + (index % 8) * 6,
      'resolved',
      category === 'Training question' ? 'Shown on the phone, guide sent' : 'Setting corrected and seen to work',
    );
    return index % 4 === 0 ? [...taken, resolved, move(80 + (index % 8) * 6, 'closed')] : [...taken, resolved];
  });
}

export const noteScenes: readonly Scene[] = night.notes.map((line) => {
  const [minute, actor = '', content = ''] = cellsOf(line);
  return { minute: Number(minute), actor, play: (rows, act) => addNote(rows, { content, subject: null, subjectId: null }, act) };
});

/** The first figures of the night; the others wait for the end. */
export const metricScenes: readonly Scene[] = [
  measured(46, 'Downtime', 0, undefined, 'Health check never failed'),
  measured(60, 'Error rate', 0.4, 0.4, 'Per cent of requests, first hour'),
  {
    minute: 50,
    actor: 'S. Patel',
    play: (rows, act) =>
      addLesson(
        rows,
        {
          category: 'Technical',
          happened: 'The delta extract shared its line with the backup and took twice its time.',
          learned: 'Give the extract a line of its own, and rehearse it with the backup running.',
        },
        act,
      ),
  },
];

function measured(minute: number, title: string, actual: number, baseline: number | undefined, comment: string): Scene {
  return {
    minute,
    actor: 'T. Berg',
    play: (rows, act) =>
      measureMetric(
        rows,
        { metricId: rowWhere(rows.metric, 'title', title).id, actual, comment, ...(baseline === undefined ? {} : { baseline }) },
        act,
      ),
  };
}
