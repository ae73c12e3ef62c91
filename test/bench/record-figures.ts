/** What the record, the rules and the contract take, in this process and over the room's WebSocket. */
import { join } from 'node:path';
import { createTRPCClient } from '@trpc/client';
import Database from 'better-sqlite3';
import type { AppRouter } from '../../electron/app/router.ts';
import { directLink } from '../../electron/transport/direct-link.ts';
import { keysIn } from '../../electron/transport/guard.ts';
import { openRoom } from '../../electron/transport/room-server.ts';
import { scheduleOf } from '../../shared/domain/runbook/schedule.ts';
import { enterRoom, orThrow } from './enter-room.ts';
import { type Figure, inMs, median, medianOf, timed } from './figure.ts';
import { hostWith, largePlan, planCsv, planXlsx } from './large-plan.ts';

const WARM = 50;

/** One row into a table of its own, durably: what everything else is compared with. */
export async function rawCommit(folder: string): Promise<number> {
  const db = new Database(join(folder, 'raw.sqlite'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = FULL');
  db.exec('CREATE TABLE mark (id INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT');
  const insert = db.prepare('INSERT INTO mark (word) VALUES (?)');
  for (let warm = 0; warm < WARM; warm += 1) insert.run('warm');
  const ms = await medianOf(500, () => insert.run('one row of an ordinary length'));
  db.close();
  return ms;
}

export async function recordFigures(folder: string): Promise<readonly Figure[]> {
  const acts = largePlan(1_000, { linked: false });
  const goLiveId = acts.goLive.id;
  const host = hostWith(join(folder, 'acts.gantry'), acts);
  const client = createTRPCClient<AppRouter>({ links: [directLink(host.contextFor({ id: 'bench', role: 'manager', name: 'Bench' }))] });
  const taskAt = (at: number) => acts.tasks[at]?.id ?? '';
  const start = async (at: number) => orThrow(await client.runbook.startTask.mutate({ goLiveId, taskId: taskAt(at) }));
  for (let warm = 0; warm < WARM; warm += 1) await start(warm);
  const act = inMs('one act, rule to durable entry (startTask, 1,000 tasks)', await medianOf(300, (run) => start(WARM + run)));

  const keys = keysIn(join(folder, 'keys'));
  const room = await openRoom(host, { port: 0, webRoot: folder, keys });
  const [here, there] = [enterRoom(room.port, keys.manager), enterRoom(room.port, keys.manager)];
  const received = new Map<number, () => void>();
  const following = there.client.live.entries.subscribe({ goLiveId }, { onData: ({ data }) => received.get(data.seq)?.() });
  await there.client.live.snapshot.query({ goLiveId });
  const taken: number[] = [];
  for (let at = 400; at < 600; at += 1) {
    const next = host.record.journal.last().seq + 1;
    const receipt = new Promise<void>((resolve) => received.set(next, resolve));
    taken.push(await timed(() => Promise.all([here.client.runbook.startTask.mutate({ goLiveId, taskId: taskAt(at) }), receipt])));
  }
  following.unsubscribe();
  const relayed = inMs('one act over WebSocket, until another screen has it', median(taken), 50);
  const small = inMs('snapshot of 1,000 tasks over WebSocket', await medianOf(9, () => here.client.live.snapshot.query({ goLiveId })));
  await Promise.all([here.leave(), there.leave()]);
  await room.close();
  await host.close();
  return [act, relayed, small, await largeSnapshot(folder), await schedule(), await verifying(folder)];
}

async function largeSnapshot(folder: string): Promise<Figure> {
  const plan = largePlan(15_000);
  const host = hostWith(join(folder, 'large.gantry'), plan);
  const keys = keysIn(join(folder, 'keys'));
  const room = await openRoom(host, { port: 0, webRoot: folder, keys });
  const { client, leave } = enterRoom(room.port, keys.manager);
  const ms = await medianOf(5, () => client.live.snapshot.query({ goLiveId: plan.goLive.id }));
  await leave();
  await room.close();
  await host.close();
  return inMs('snapshot of 15,000 tasks over WebSocket', ms);
}

async function schedule(): Promise<Figure> {
  const { goLive, tasks, links } = largePlan(10_000);
  const rows = { task: new Map(tasks.map((row) => [row.id, row])), link: new Map(links.map((row) => [row.id, row])) };
  return inMs('schedule of 10,000 tasks', await medianOf(15, () => scheduleOf({ ...rows }, goLive, Date.now())));
}

async function verifying(folder: string): Promise<Figure> {
  const plan = largePlan(10);
  const host = hostWith(join(folder, 'verify.gantry'), plan);
  const [task] = plan.tasks;
  if (!task) throw new Error('the plan has no task');
  const now = Date.now();
  host.record.commitAll(
    Array.from({ length: 5_000 }, (_, at) => {
      const [set, was] = [{ comments: `Note ${at + 1}` }, { comments: at === 0 ? task.comments : `Note ${at}` }];
      const changes = [{ table: 'task', id: task.id, set, was }];
      return { goLiveId: plan.goLive.id, at: now, occurredAt: now, actor: 'Bench', action: 'task.edit', note: '', undoes: null, changes };
    }),
  );
  const ms = await medianOf(5, () => {
    const { faults } = host.record.verify();
    if (faults.length > 0) throw new Error(faults.join('\n'));
  });
  await host.close();
  return inMs('verify of 5,000 entries', ms);
}

/** A plan of 1,000 tasks as base64 to its entry in the journal. */
export async function importFigures(folder: string): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [kind, bytes] of [
    ['xlsx', planXlsx(1_000)],
    ['csv', planCsv(1_000)],
  ] as const) {
    const taken: number[] = [];
    for (let run = 0; run < 3; run += 1) {
      const plan = largePlan(0);
      const host = hostWith(join(folder, `import-${kind}-${run}.gantry`), plan);
      const client = createTRPCClient<AppRouter>({ links: [directLink(host.contextFor({ id: 'bench', role: 'manager', name: 'Bench' }))] });
      const file = { goLiveId: plan.goLive.id, fileName: `plan.${kind}`, base64: Buffer.from(bytes).toString('base64') };
      taken.push(await timed(async () => orThrow(await client.runbook.importPlan.mutate(file))));
      if (host.record.rows(plan.goLive.id).task.size !== 1_000) throw new Error('the plan came in with other than 1,000 tasks');
      await host.close();
    }
    figures.push(inMs(`import of a plan of 1,000 tasks, ${kind}`, median(taken), 3_000));
  }
  return figures;
}
