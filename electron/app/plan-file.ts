/** Plans as files that can be brought in. */
import { formatInstant, formatSpan } from '../../shared/base/time-words.ts';
import { type PlanField, planFields, recognisePlan } from '../../shared/domain/runbook/import/fields.ts';
import { importPlan, planEffect } from '../../shared/domain/runbook/import/import-plan.ts';
import { type PlanPreview, planContext } from '../../shared/domain/runbook/import/plan.ts';
import { readPlan } from '../../shared/domain/runbook/import/read-plan.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import { planLimits } from '../exchange/limits.ts';
import { type ImportKind, importRequests } from './import-file.ts';

const planKind: ImportKind<PlanField, PlanPreview> = {
  limits: planLimits,
  fields: planFields,
  recognise: recognisePlan,
  read: (sheet, mapping, rows, goLiveId) => {
    const context = planContext(rows, goLiveId);
    if (!context) throw new Error('a plan is read for a go-live that is not there');
    return readPlan(sheet, mapping, context);
  },
  count: ({ tasks }) => tasks.length,
  shown: (read, rows, most) => read.tasks.slice(0, most).map((task) => shownTask(task, zoneOf(rows))),
  decide: (rows, read, skipRefused, replaceOthers, act) => importPlan(rows, { preview: read, skipRefused, replaceOthers }, act),
  effect: (rows, read, verdict) => effectWords(planEffect(rows, read, verdict.value.changes)),
};

export const planFile = importRequests(planKind);

function shownTask(task: PlanPreview['tasks'][number], zone: string) {
  return {
    Row: String(task.row),
    Id: task.sourceId,
    Task: task.title,
    Phase: task.phase,
    Stream: task.stream,
    Owners: task.owners.join(', '),
    Start: task.plannedStart === null ? '' : formatInstant(task.plannedStart, zone),
    Length: task.durationMs === 0 ? '' : formatSpan(task.durationMs),
    After: task.predecessors.map(({ sourceId, kind }) => (kind === 'FS' ? sourceId : `${sourceId} ${kind}`)).join(', '),
    Status: task.status,
  };
}

function zoneOf(rows: Rows): string {
  for (const { zone } of rows.goLive.values()) return zone;
  return 'UTC';
}

function effectWords({ added, updated, linksAdded, linksRemoved, newPeople, notInFile }: ReturnType<typeof planEffect>): readonly string[] {
  return [
    `${added} tasks are added, ${updated} are updated.`,
    `${linksAdded} links are added, ${linksRemoved} are removed.`,
    ...(newPeople.length > 0
      ? [`${newPeople.length} people join the roster: ${newPeople.slice(0, 8).join(', ')}${newPeople.length > 8 ? ' and others' : ''}.`]
      : []),
    ...(notInFile.length > 0 ? [`${notInFile.length} tasks of an earlier import are not in this file; they stay.`] : []),
  ];
}
