/** The beginning of the sample: the go-live from its playbook, the team's plan, the checks of the trade. */
import night from '../../../assets/sample/night.json' with { type: 'json' };
import plan from '../../../assets/sample/plan.json' with { type: 'json' };
import { CreateGoLive } from '../../../shared/domain/go-live/commands.ts';
import { createGoLive } from '../../../shared/domain/go-live/create.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { AddCheck } from '../../../shared/domain/readiness/commands.ts';
import { addCheck } from '../../../shared/domain/readiness/rules.ts';
import { planFields } from '../../../shared/domain/runbook/import/fields.ts';
import { importPlan } from '../../../shared/domain/runbook/import/import-plan.ts';
import type { PlanTask } from '../../../shared/domain/runbook/import/plan.ts';
import { cellsOf, rowWhere, type Stage } from './stage.ts';
import { wayBackScenes } from './work-way-back.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * 60;

export interface Founding {
  readonly playbook: Playbook;
  readonly taken: readonly { readonly ref: string }[];
  readonly tZeroAt: number;
  readonly zone: string;
}

export function found(stage: Stage, { playbook, taken, tZeroAt, zone }: Founding): void {
  const people = night.team
    .map(cellsOf)
    .map(([name, department, jobRole, contact, role]) => ({ name, department, jobRole, contact, roles: role ? [role] : [] }));
  const command = CreateGoLive.parse({
    name: 'ERPNext v16, wave 1',
    system: 'ERPNext',
    release: '16.2',
    description: 'Three sites move from the old ERP to ERPNext in one night.',
    playbookKey: playbook.key,
    tZeroAt,
    tZeroMeans: 'Old ERP read-only',
    zone,
    windowStart: tZeroAt - 2 * HOUR,
    windowEnd: tZeroAt + 6 * HOUR,
    people,
  });
  stage.play({
    minute: -21 * DAY,
    actor: 'M. Okoro',
    play: (_rows, act) => createGoLive({ playbook, taken, isSample: true }, command, act),
  });
  stage.play({
    minute: -18 * DAY,
    actor: 'M. Okoro',
    play: (rows, act) => importPlan(rows, { preview: planPreview(tZeroAt), skipRefused: false, replaceOthers: false }, act),
  });
  wayBackScenes.forEach(stage.play);
  night.checks.forEach((line, index) => {
    const [title = '', area = '', phase = '', owner = '', , criticality, verified] = cellsOf(line);
    stage.play({
      minute: -17 * DAY + index,
      actor: 'M. Okoro',
      play: (rows, act) => {
        const dueOffset = phase === 'production-deployment' ? 4 * HOUR : -HOUR;
        const ownerId = rowWhere(rows.person, 'name', owner).id;
        const needsVerification = verified === 'verified';
        return addCheck(rows, AddCheck.parse({ title, area, phase, ownerId, dueOffset, criticality, needsVerification }), act);
      },
    });
  });
}

function planPreview(tZeroAt: number) {
  const tasks = plan.tasks.map((line, index): PlanTask => {
    const [sourceId = '', title = '', stream = '', phase = '', start, length, after = '', owner = ''] = cellsOf(line);
    return {
      row: index + 2,
      sourceId,
      title,
      detail: '',
      kind: stream === 'Communication' ? 'communication' : stream === 'Monitoring' ? 'health check' : 'task',
      phase,
      stream,
      owners: owner ? [owner] : [],
      plannedStart: tZeroAt + Number(start) * MINUTE,
      durationMs: Number(length) * MINUTE,
      status: 'planned',
      actualStart: null,
      actualEnd: null,
      predecessors: after.split(',').flatMap((id) => (id.trim() ? [{ sourceId: id.trim(), kind: 'FS' as const, lagMs: 0 }] : [])),
      comments: '',
      extra: {},
    };
  });
  return { tasks, problems: [], notes: [], cycle: null, fields: planFields, otherColumns: [] };
}
