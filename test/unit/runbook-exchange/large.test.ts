/** The largest plan: 15,000 tasks and 40,000 links go out, come back through the worker within its bounds, and are compared. */
import { expect, it } from 'vitest';
import { exchangeLimits } from '../../../electron/exchange/limits.ts';
import { readSheetInWorker } from '../../../electron/exchange/read-in-worker.ts';
import { writeProject } from '../../../electron/exchange/write-project.ts';
import { projectTree } from '../../../shared/domain/runbook/exchange/project/write.ts';
import { takeFile } from '../../../shared/domain/runbook/exchange/take-file.ts';
import { scheduleOf } from '../../../shared/domain/runbook/schedule.ts';
import { aGoLive, anAct, aPerson, changesOf, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';
import { bytesOf, careful, diffOf, edited, link, SEQ, task } from './plans.ts';

const TASKS = 15_000;
const LINKS = 40_000;
const goLive = aGoLive({ zone: 'Europe/Prague' });
const plan = rowsWith({
  goLive: [goLive],
  person: Array.from({ length: 40 }, (_, n) => aPerson({ id: idOf(100_000_000 + n), name: `Person ${n}` })),
  task: Array.from({ length: TASKS }, (_, n) =>
    task(n + 1, {
      startOffset: n * MINUTE,
      stream: `Stream ${n % 12}`,
      ownerIds: [idOf(100_000_000 + (n % 40))],
      detail: `Step ${n}, in words`.repeat(4),
    }),
  ),
  link: Array.from({ length: LINKS }, (_, n) => {
    const to = 100 + (n % (TASKS - 100));
    return link(1_000_000 + n, to - 1 - Math.floor(n / (TASKS - 100)) * 7, to, {
      kind: n % 5 === 0 ? 'SS' : 'FS',
      lagMs: (n % 3) * MINUTE,
    });
  }),
});

it('as a workbook', async () => {
  const bytes = await bytesOf(plan, 'xlsx');
  expect(bytes.length).toBeLessThan(exchangeLimits.bytes);
  const sheet = await readSheetInWorker(bytes, 'plan.xlsx', exchangeLimits);
  if (!sheet.ok) throw new Error(sheet.refusal.reason);
  const diff = diffOf(plan, sheet.value);
  expect([diff.lines.length, diff.problems.length, diff.missing.length]).toEqual([0, 0, 0]);
  const all = edited(
    sheet.value,
    Array.from({ length: TASKS }, (_, n) => [n + 1, 'Title', `Renamed ${n}`] as const),
  );
  expect(changesOf(takeFile(plan, diffOf(plan, all), careful, '', anAct()))).toHaveLength(TASKS);
}, 60_000);

it('as a project it is a file that is small enough to come back', () => {
  const bytes = writeProject(projectTree(plan, goLive, scheduleOf(plan, goLive, T_ZERO), SEQ, null, T_ZERO));
  expect(bytes.length).toBeLessThan(exchangeLimits.bytes);
}, 60_000);
