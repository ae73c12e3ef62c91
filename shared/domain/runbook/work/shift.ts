/** What one shift tells the next: the facts as they stand, written by Gantry, and people's own words. */
import type { z } from 'zod';
import { insert, update } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import { isOpen } from '../../incident/figures.ts';
import type { Rows } from '../../tables.ts';
import type { Task } from '../schema.ts';
import { clock } from '../start-stops.ts';
import { isInRun, taskState } from '../task-state.ts';
import { shiftNote as notes } from '../work-schema.ts';
import type { ReadShiftNote, WriteShiftNote } from './commands.ts';

const HOUR = 3_600_000;
/** A shift nobody wrote a note in begins this long ago. */
const LONGEST_SHIFT_MS = 12 * HOUR;
const MOST_NAMED = 12;

export interface ShiftFacts {
  /** Since when decisions are told, UTC ms: the last note, at most twelve hours. */
  readonly since: number;
  /** Lines of words; empty where there is nothing of the kind. */
  readonly running: readonly string[];
  readonly blocked: readonly string[];
  readonly next: readonly string[];
  readonly incidents: readonly string[];
  readonly decisions: readonly string[];
}

/** How the go-live stands at `now` (UTC ms), for who takes over. */
export function shiftFacts(rows: Rows, now: number): ShiftFacts {
  const lastNote = Math.max(...[...rows.shiftNote.values()].map(({ at }) => at), now - LONGEST_SHIFT_MS);
  const [goLive] = rows.goLive.values();
  const tasks = [...rows.task.values()]
    .filter((task) => task.kind !== 'group' && (!goLive || isInRun(task, goLive)))
    .sort((a, b) => (a.startOffset ?? 0) - (b.startOffset ?? 0) || a.position - b.position);
  const named = (wanted: readonly Task[], words: (task: Task) => string) =>
    cut(wanted.map((task) => `${task.ref} ${task.title}${words(task)}`));
  const who = ({ workerId, ownerIds }: Task) => {
    const names = (workerId === null ? ownerIds : [workerId]).map((id) => rows.person.get(id)?.name ?? '').filter(Boolean);
    return names.length === 0 ? '' : `, ${names.join(' and ')}`;
  };
  const stopped = tasks.filter(({ status }) => status === 'blocked' || status === 'failed');
  const incidents = [...rows.incident.values()].filter((incident) => isOpen(incident) && incident.severity <= 2);
  return {
    since: lastNote,
    running: named(
      tasks.filter(({ status }) => status === 'in progress'),
      (task) => `${who(task)}, since ${clock(rows, task.actualStart)}`,
    ),
    blocked: named(stopped, (task) => {
      const clears = task.clearsAt === null ? '' : `, expected to go on ${clock(rows, task.clearsAt)}`;
      return `${who(task)}, ${task.status}: ${task.reason}${clears}`;
    }),
    next: named(
      tasks.filter((task) => task.kind !== 'rollback' && taskState(rows, task) === 'ready'),
      who,
    ),
    incidents: cut(
      incidents
        .sort((a, b) => a.severity - b.severity)
        .map(({ ref, title, severity, status }) => `${ref} SEV${severity} ${title}, ${status}`),
    ),
    decisions: cut(decisionsSince(rows, lastNote)),
  };
}

/** The same as one text, with a heading for each kind. */
export function shiftFactsText(facts: ShiftFacts): string {
  const parts = [
    ['Running', facts.running],
    ['Blocked or failed', facts.blocked],
    ['Ready to start', facts.next],
    ['Open SEV1 and SEV2', facts.incidents],
    ['Decided', facts.decisions],
  ] as const;
  return parts
    .map(([head, lines]) => (lines.length === 0 ? `${head}: none` : `${head}:\n${lines.map((line) => `- ${line}`).join('\n')}`))
    .join('\n')
    .slice(0, 8_000);
}

export function writeShiftNote(rows: Rows, { toId, content }: z.infer<typeof WriteShiftNote>, act: Act): Verdict {
  if (toId !== null && !rows.person.has(toId)) {
    return refuse('unknown-person', 'Who takes over is not in the roster of this go-live. Nothing was written. Choose again.');
  }
  if (toId !== null && toId === act.personId) {
    return refuse(
      'same-person',
      'A note to yourself tells nobody. Nothing was written. Choose who takes over, or leave it to whoever comes.',
    );
  }
  const added = insert(notes, {
    id: act.newId(),
    goLiveId: act.goLiveId,
    writtenBy: act.actor,
    fromId: act.personId,
    toId,
    content,
    facts: shiftFactsText(shiftFacts(rows, act.now)),
    at: act.now,
    readBy: '',
    readAt: null,
  });
  return decide('shift.write', [added], added.id);
}

export function readShiftNote(rows: Rows, { shiftNoteId }: z.infer<typeof ReadShiftNote>, act: Act): Verdict {
  const note = rows.shiftNote.get(shiftNoteId);
  if (!note) return refuse('unknown-note', 'There is no such shift note in this go-live. Reload the board.');
  if (note.readAt !== null) return refuse('read', `${note.readBy} has read this note already.`);
  if (note.toId !== null && act.personId !== note.toId) {
    const name = rows.person.get(note.toId)?.name ?? 'somebody else';
    return refuse('not-for-you', `This note is for ${name}. It stays unread. Say who sits before this screen, or leave it to them.`, [
      name,
    ]);
  }
  return decide('shift.read', update(notes, note, { readBy: act.actor, readAt: act.now }), note.id);
}

/** Gates, holds, rollbacks and waivers decided after `since`, in words, the earliest first. */
function decisionsSince(rows: Rows, since: number): readonly string[] {
  const found: { readonly at: number; readonly words: string }[] = [];
  const add = (at: number | null, words: string) => {
    if (at !== null && at > since) found.push({ at, words: `${clock(rows, at)} ${words}` });
  };
  for (const { ref, title, decision, decidedAt, decidedBy } of rows.gate.values())
    add(decidedAt, `${ref} ${title}: ${decision}, ${decidedBy}`);
  for (const { ref, reason, startedAt, calledBy } of rows.hold.values()) add(startedAt, `${ref} hold called by ${calledBy}: ${reason}`);
  for (const { ref, reason, decidedAt, decidedBy } of rows.rollback.values())
    add(decidedAt, `${ref} rollback decided by ${decidedBy}: ${reason}`);
  for (const { ref, title, status, decidedAt, decidedBy, reason } of rows.check.values())
    if (status === 'waived') add(decidedAt, `${ref} ${title} waived by ${decidedBy}: ${reason}`);
  return found.sort((a, b) => a.at - b.at).map(({ words }) => words);
}

function cut(lines: readonly string[]): readonly string[] {
  const short = lines.map((line) => (line.length > 240 ? `${line.slice(0, 239)}…` : line));
  return short.length <= MOST_NAMED ? short : [...short.slice(0, MOST_NAMED), `and ${short.length - MOST_NAMED} more`];
}
