/** What happens when people close a go-live: metrics, lessons, sign-offs, cleanup. */
import type { z } from 'zod';
import { insert, remove, update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { goLive as goLives } from '../go-live/schema.ts';
import type { Rows } from '../tables.ts';
import type { AddLesson, AddMetric, DecideCleanup, MeasureMetric, RemoveLesson, SettleCleanup, Sign } from './commands.ts';
import { needsBaseline } from './metric.ts';
import { cleanupAction as cleanupActions, lesson as lessons, metric as metrics, signOff as signOffs } from './schema.ts';

export function addMetric(rows: Rows, command: z.infer<typeof AddMetric>, act: Act): Verdict {
  const all = [...rows.metric.values()];
  const same = all.find(({ title }) => title.toLowerCase() === command.title.toLowerCase());
  if (same) return refuse('metric-exists', `There already is a metric called ${same.title}. Measure that one, or choose another name.`);
  const id = act.newId();
  const added = insert(metrics, {
    ...command,
    id,
    goLiveId: act.goLiveId,
    position: Math.max(-1, ...all.map(({ position }) => position)) + 1,
    actual: null,
    comment: '',
    measuredBy: '',
    measuredAt: null,
    catalogueIds: [],
  });
  return decide('metric.add', [added], id);
}

/** A metric that compares with a baseline needs one, else what was measured says nothing. */
export function measureMetric(rows: Rows, command: z.infer<typeof MeasureMetric>, act: Act): Verdict {
  const metric = rows.metric.get(command.metricId);
  if (!metric) return refuse('unknown-metric', 'There is no such metric in this go-live. It may have been taken back. Reload the board.');
  const baseline = command.baseline ?? metric.baseline;
  if (needsBaseline(metric.operator) && baseline === null) {
    return refuse('no-baseline', `${metric.title} is held against a baseline and has none. Nothing was saved. Enter the baseline too.`);
  }
  const measured = update(metrics, metric, { actual: command.actual, baseline, comment: command.comment });
  if (measured.length === 0) return refuse('nothing-changed', `${metric.title} already has that measurement.`);
  const changes = update(metrics, metric, {
    actual: command.actual,
    baseline,
    comment: command.comment,
    measuredBy: act.actor,
    measuredAt: act.occurredAt,
  });
  return decide('metric.measure', changes, metric.id, command.comment);
}

export function addLesson(_rows: Rows, command: z.infer<typeof AddLesson>, act: Act): Verdict {
  const id = act.newId();
  const added = insert(lessons, { ...command, id, goLiveId: act.goLiveId, addedBy: act.actor, addedAt: act.occurredAt });
  return decide('lesson.add', [added], id);
}

export function removeLesson(rows: Rows, command: z.infer<typeof RemoveLesson>, _act: Act): Verdict {
  const lesson = rows.lesson.get(command.lessonId);
  if (!lesson) return refuse('unknown-lesson', 'That lesson is not in this go-live any more.');
  return decide('lesson.remove', [remove(lessons, lesson)], lesson.id);
}

/** A decision can be changed by signing again; the journal keeps the earlier one. */
export function sign(rows: Rows, command: z.infer<typeof Sign>, act: Act): Verdict {
  const signOff = rows.signOff.get(command.signOffId);
  if (!signOff) return refuse('unknown-sign-off', 'There is no such sign-off in this go-live. Reload the board.');
  const { decision, remark: note } = command;
  if (decision === 'refused' && note === '') {
    return refuse('reason-missing', `A refusal of ${signOff.subject} needs a reason. Nothing was signed. Say what is missing.`);
  }
  const signedBy = command.signedBy ?? act.actor;
  if (update(signOffs, signOff, { decision, signedBy, note }).length === 0) {
    return refuse('already-signed', `${signOff.subject} is already ${decision} by ${signedBy}.`);
  }
  return decide('signOff.sign', update(signOffs, signOff, { decision, signedBy, note, signedAt: act.occurredAt }), signOff.id, note);
}

/** The choice can be changed until the first of its actions is settled. */
export function decideCleanup(rows: Rows, command: z.infer<typeof DecideCleanup>, act: Act): Verdict {
  const goLive = rows.goLive.get(act.goLiveId);
  if (!goLive) return refuse('unknown-go-live', 'There is no such go-live in this record. Choose it again.');
  const settled = [...rows.cleanupAction.values()].filter(({ option, status }) => option === goLive.cleanup && status !== 'open');
  if (goLive.cleanup !== command.option && settled.length > 0) {
    const reason = `Cleanup was decided as ${goLive.cleanup}, and ${settled.length} of its actions are settled. Take those back first.`;
    return refuse('cleanup-begun', reason, [goLive.ref]);
  }
  const changes = update(goLives, goLive, { cleanup: command.option, cleanupReason: command.reason });
  if (changes.length === 0)
    return refuse('nothing-changed', `Cleanup is already decided as ${command.option} for that reason.`, [goLive.ref]);
  return decide('cleanup.decide', changes, goLive.id, command.reason);
}

export function settleCleanup(rows: Rows, command: z.infer<typeof SettleCleanup>, act: Act): Verdict {
  const action = rows.cleanupAction.get(command.actionId);
  if (!action) return refuse('unknown-action', 'There is no such cleanup action in this go-live. Reload the board.');
  const decided = rows.goLive.get(act.goLiveId)?.cleanup ?? null;
  if (decided !== action.option) {
    const now = decided === null ? 'Cleanup is not decided yet' : `Cleanup was decided as ${decided}`;
    return refuse('not-decided', `${now}, and "${action.title}" belongs to ${action.option}. Nothing was changed.`);
  }
  if (action.status !== 'open') return refuse('already-settled', `"${action.title}" is already ${action.status}.`);
  const { status, remark: note } = command;
  if (status === 'skipped' && note === '') {
    return refuse('reason-missing', `Skipping "${action.title}" needs a reason. Nothing was changed. Say why it is left out.`);
  }
  const changes = update(cleanupActions, action, { status, note, finishedBy: act.actor, finishedAt: act.occurredAt });
  return decide('cleanup.settle', changes, action.id, note);
}
