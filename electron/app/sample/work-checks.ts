/** How checks went: settled in the days before, some verified by a second person, two waived, one failed, three held by something. */
import night from '../../../assets/sample/night.json' with { type: 'json' };
import { addBlocker } from '../../../shared/domain/readiness/blocker-rules.ts';
import { AddBlocker, SettleCheck, VerifyCheck } from '../../../shared/domain/readiness/commands.ts';
import type { Check } from '../../../shared/domain/readiness/schema.ts';
import { settleCheck, verifyCheck } from '../../../shared/domain/readiness/settle-rules.ts';
import type { Rows } from '../../../shared/domain/tables.ts';
import { cellsOf, rowWhere, type Scene } from './stage.ts';

const DAY = 24 * 60;
const HOUR_MS = 3_600_000;
const waivers: Readonly<Record<string, string>> = night.waivers;
const failures: Readonly<Record<string, string>> = night.failures;
/** The waiver that ends, how long after T-0, and who gave it. */
const ending = { title: 'Nine of ten people hold their required course', after: 31 * HOUR_MS, approver: 'R. Lang' };

export function checkScenes(rows: Rows): readonly Scene[] {
  const wanted = new Map(night.checks.map(cellsOf).map(([title, , , , status]) => [title, status as Check['status']]));
  const settled = [...rows.check.values()].flatMap((check, index) => {
    const isLast = check.title.startsWith('Critical user flows');
    const status = wanted.get(check.title) ?? (isLast ? 'in work' : 'passed');
    return status === 'open' || check.status === 'not applicable' ? [] : scenesOf(rows, check, status, index);
  });
  return [...settled, ...blockerScenes];
}

function scenesOf(rows: Rows, check: Check, status: Check['status'], index: number): readonly Scene[] {
  const actor = rows.person.get(check.ownerId ?? '')?.name ?? 'E. Moreau';
  const minute = status === 'in work' ? 40 + index : status === 'failed' ? 76 : -10 * DAY + index * 200;
  const reason = waivers[check.title] ?? failures[check.title] ?? '';
  const isEnding = check.title === ending.title;
  const until = isEnding ? rowWhere(rows.goLive, 'id', check.goLiveId).tZeroAt + ending.after : undefined;
  const settlement = SettleCheck.parse({
    checkId: check.id,
    status: status === 'to verify' ? 'passed' : status,
    reason,
    until,
    approver: isEnding ? ending.approver : undefined,
  });
  const settle: Scene = { minute, actor, play: (now, act) => settleCheck(now, settlement, act) };
  if (!check.needsVerification || status !== 'passed') return [settle];
  const verifier = actor === 'E. Moreau' ? 'A. Kaya' : 'E. Moreau';
  return [
    settle,
    { minute: minute + 90, actor: verifier, play: (now, act) => verifyCheck(now, VerifyCheck.parse({ checkId: check.id }), act) },
  ];
}

const blockerScenes: readonly Scene[] = [
  blockerScene(-9 * DAY, 'S. Patel', 'Opening stock agrees by bin', (rows) => ({
    kind: 'task',
    blockedById: rowWhere(rows.task, 'title', 'Stock value equals the old ERP').id,
  })),
  blockerScene(-2 * DAY, 'C. Munro', 'Short guides lie at every workplace', () => ({
    kind: 'risk',
    content: 'The printer of plant South may not be replaced before the first shift',
  })),
  blockerScene(79, 'L. Costa', 'Bank certificate is accepted by the bank', (rows) => ({
    kind: 'incident',
    blockedById: rowWhere(rows.incident, 'ref', 'INC-003').id,
  })),
];

function blockerScene(minute: number, actor: string, title: string, blocker: (rows: Rows) => object): Scene {
  const play: Scene['play'] = (rows, act) =>
    addBlocker(rows, AddBlocker.parse({ checkId: rowWhere(rows.check, 'title', title).id, ...blocker(rows) }), act);
  return { minute, actor, play };
}
