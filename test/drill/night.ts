/** The whole acceptance night: a room with the plan, a drill made of it, twelve people, and what came of it. */
import { rmSync } from 'node:fs';
import type { Browser } from '@playwright/test';
import { openRecord } from '../../electron/record/open.ts';
import { keysIn } from '../../electron/transport/guard.ts';
import { isTheirs } from '../../shared/domain/runbook/work/mine.ts';
import { type Room, startRoom, stopRoom } from '../e2e/support.ts';
import { cutoverPlan } from './cutover-plan.ts';
import { type ForecastFigures, forecastFigures } from './errors-of-forecasts.ts';
import { type Played, playCutover } from './play.ts';
import { copyOf, roomClient } from './room-copy.ts';
import { type PersonScreen, sitDown } from './screens.ts';

export interface NightWish {
  readonly file: string;
  readonly browser: Browser;
  /** `ahead` jumps when nobody has anything to do; `60` waits at sixty times the real speed. */
  readonly pace: 'ahead' | '60';
  readonly seed: number;
  /** Tasks of the plan; 1,000 unless told. */
  readonly tasks?: number;
  readonly screenEvery: number;
  readonly say: (line: string) => void;
}

export interface Night extends Played {
  readonly errors: ForecastFigures;
  readonly trouble: { readonly struck: number; readonly noticed: number; readonly mended: number };
  readonly verification: { readonly entries: number; readonly rows: number; readonly faults: readonly string[] };
  readonly pageErrors: readonly string[];
  /** People whose screen shows every task of theirs as the host has it at the end. */
  readonly screensAgree: number;
}

const TROUBLE = { count: 14, kinds: ['failure', 'delay', 'absence', 'lost connection'] as const };

export async function playNight({ file, browser, pace, seed, tasks, screenEvery, say }: NightWish): Promise<Night> {
  const plan = planInto(file, seed, tasks);
  const room = await startRoom(file);
  try {
    return await playIn(room, plan.goLiveId);
  } finally {
    await stopRoom(room);
  }

  async function playIn(open: Room, realId: string): Promise<Night> {
    const keys = keysIn(`${file}.keys`);
    const manager = roomClient(open.port, keys.manager);
    const real = await manager.client.live.snapshot.query({ goLiveId: realId });
    if (!real.ok) throw new Error(real.refusal.reason);
    const tZeroAt = Number(real.rows.goLive?.[0]?.tZeroAt);
    const made = await manager.client.rehearsal.create.mutate({ goLiveId: realId, kind: 'drill', tZeroAt });
    if (!made.ok) throw new Error(made.refusal.reason);
    const { goLiveId, ref } = made;
    await manager.client.drill.generate.mutate({ goLiveId, seed, count: TROUBLE.count, kinds: [...TROUBLE.kinds] });
    await manager.close();
    const copy = await copyOf(open.port, keys.manager, goLiveId);
    const screens = new Map<string, PersonScreen>();
    const sitting = [...copy.rows().person.keys()].map(async (personId) => {
      const seat = { address: open.address, key: keys.member, goLiveId, goLiveRef: ref };
      screens.set(personId, await sitDown(browser, seat, personId));
    });
    await Promise.all(sitting);
    say(`${screens.size} people sit before their screens`);
    if (pace === '60') await copy.client.drill.setSpeed.mutate({ goLiveId, speed: 60 });
    const reach = async (at: number) => {
      if (pace === '60') return void (await new Promise((go) => setTimeout(go, Math.max(20, (at - copy.now()) / 60))));
      const jumped = await copy.client.drill.jump.mutate({ goLiveId, to: at });
      if (!jumped.ok) throw new Error(jumped.refusal.reason);
      await copy.has(jumped.seq);
    };
    const played = await playCutover({ room: copy, screens, screenEvery, reach, seed, holdAtHour: 12, rollBackAfter: 12, say });
    const live = await copy.client.goLive.declareLive.mutate({ goLiveId });
    if (!live.ok) throw new Error(live.refusal.reason);
    const debrief = await copy.client.drill.debrief.query({ goLiveId });
    const lessons = debrief.ok ? debrief.lessons.filter(({ injection }) => injection.struckAt !== null) : [];
    const verification = await copy.client.record.verify.query({});
    const agree = await Promise.all([...screens].map(([personId, screen]) => agrees(screen, copy.rows(), personId)));
    const night: Night = {
      ...played,
      errors: forecastFigures(played.forecasts),
      trouble: {
        struck: lessons.length,
        noticed: lessons.filter(({ noticedAt }) => noticedAt !== null).length,
        mended: lessons.filter(({ mendedAt }) => mendedAt !== null).length,
      },
      verification,
      pageErrors: [...screens.values()].flatMap(({ errors }) => errors),
      screensAgree: agree.filter(Boolean).length,
    };
    await copy.close();
    return night;
  }
}

/** A new record at `file` with the plan in it. */
function planInto(file: string, seed: number, tasks?: number) {
  rmSync(file, { force: true });
  const now = Date.now();
  const opened = openRecord(file, now);
  if (!opened.ok) throw new Error(opened.refusal.reason);
  const plan = cutoverPlan(now - (now % 3_600_000) + 3_600_000, seed, tasks);
  const entry = { goLiveId: plan.goLiveId, at: now, occurredAt: now, actor: 'Planner', action: 'plan.import', note: '', undoes: null };
  opened.value.commit({ ...entry, changes: plan.changes });
  opened.value.close();
  return plan;
}

/** The person's screen says how many tasks of theirs are closed; the host knows. */
async function agrees(
  { page }: PersonScreen,
  rows: ReturnType<Awaited<ReturnType<typeof copyOf>>['rows']>,
  personId: string,
): Promise<boolean> {
  const closed = [...rows.task.values()].filter((task) => task.kind !== 'group' && isTheirs(task, new Set([personId]))).length;
  const said = page.getByText(`${closed} closed.`, { exact: true });
  return said.waitFor({ timeout: 15_000 }).then(
    () => true,
    () => false,
  );
}
