/** Working an emergency procedure of the playbook on an incident, step by step. */
import type { z } from 'zod';
import { type Change, insert, update } from '../../base/change.ts';
import { ok, type Result, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Procedure } from '../playbook/answers.ts';
import type { Rows } from '../tables.ts';
import type { SettleStep, StartProcedure } from './commands.ts';
import { unknownIncident } from './milestones.ts';
import { incident as incidents, type ProcedureStep, procedureStep as steps } from './schema.ts';

export function startProcedure(rows: Rows, { incidentId, procedure }: z.infer<typeof StartProcedure>, act: Act): Verdict {
  const incident = rows.incident.get(incidentId);
  if (!incident) return unknownIncident();
  if (incident.status === 'closed') return refuse('wrong-status', `${incident.ref} is closed. Reopen it first.`, [incident.ref]);
  const open = procedureSteps(rows, incidentId).find(({ status }) => status === 'open');
  if (open)
    return refuse('procedure-running', `${incident.ref} still has the step "${open.title}" open. Finish or skip it first.`, [incident.ref]);
  const added = stepsOf(rows, procedure, incidentId, act);
  if (!added.ok) return added;
  return decide('procedure.start', [...update(incidents, incident, { procedure }), ...added.value], incidentId);
}

export function settleStep(rows: Rows, command: z.infer<typeof SettleStep>, act: Act): Verdict {
  const step = rows.procedureStep.get(command.stepId);
  const incident = step && rows.incident.get(step.incidentId);
  if (!step || !incident)
    return refuse('unknown-step', 'There is no such step in this go-live. It may have been taken back. Reload the board.');
  const about = [incident.ref];
  if (incident.status === 'closed') return refuse('wrong-status', `${incident.ref} is closed. Reopen it first.`, about);
  if (step.status !== 'open')
    return refuse('wrong-status', `The step "${step.title}" is already ${step.status}. Nothing was changed.`, about);
  if (act.occurredAt < incident.detectedAt) {
    return refuse('before-milestone', `${incident.ref} was detected after that time. The step stays open. Give a later time.`, about);
  }
  if (command.status === 'skipped' && command.comment === '') {
    return refuse('reason-needed', `Say why the step "${step.title}" is skipped. It stays open.`, about);
  }
  const earlier = procedureSteps(rows, incident.id).find(({ status, position }) => status === 'open' && position < step.position);
  if (earlier && command.despite === undefined) {
    return refuse(
      'out-of-order',
      `The step "${earlier.title}" comes first. Finish or skip it, or say why this one goes ahead all the same.`,
      about,
    );
  }
  const settled = { status: command.status, finishedBy: act.actor, finishedAt: act.occurredAt, note: command.comment };
  return decide('procedure.step', update(steps, step, settled), step.id, command.despite);
}

/** The steps worked on an incident, in order; empty when no procedure was started. */
export function procedureSteps(rows: Pick<Rows, 'procedureStep'>, incidentId: string): readonly ProcedureStep[] {
  return [...rows.procedureStep.values()].filter((step) => step.incidentId === incidentId).sort((a, b) => a.position - b.position);
}

/** The emergency procedures of the go-live's playbook, in its order. */
export function proceduresOf(rows: Pick<Rows, 'playbookCopy'>): readonly Procedure[] {
  return [...rows.playbookCopy.values()].flatMap(({ content }) => content.procedures);
}

/** The rows a procedure adds to an incident, after the steps it already has. */
export function stepsOf(rows: Rows, procedure: string, incidentId: string, act: Act): Result<readonly Change[]> {
  const found = proceduresOf(rows).find(({ key }) => key === procedure);
  if (!found)
    return refuse('unknown-procedure', 'The playbook of this go-live has no such emergency procedure. Nothing was changed. Choose again.');
  if (found.steps.length === 0)
    return refuse('no-steps', `The procedure "${found.title}" has no steps. Nothing was changed. Choose another.`);
  const from = procedureSteps(rows, incidentId).length;
  return ok(
    found.steps.map(({ title, ids }, index) =>
      insert(steps, {
        id: act.newId(),
        goLiveId: act.goLiveId,
        incidentId,
        position: from + index,
        title,
        status: 'open',
        finishedBy: '',
        finishedAt: null,
        note: '',
        catalogueIds: ids,
      }),
    ),
  );
}
