/** Plays a cutover to its end: people start, finish, mend, hold, roll back and go on, by the clock of the drill. */
import { drawsFrom } from '../../shared/domain/drill/generate.ts';
import { troubleOf } from '../../shared/domain/drill/trouble.ts';
import type { Gate } from '../../shared/domain/gate/schema.ts';
import { type ForecastError, forecastErrors } from '../../shared/domain/runbook/forecasts.ts';
import type { Task } from '../../shared/domain/runbook/schema.ts';
import { isClosed, isGo, whatHolds } from '../../shared/domain/runbook/task-state.ts';
import { endToldLate, startToldLate } from '../../shared/domain/runbook/work/told-late.ts';
import type { RoomCopy } from './room-copy.ts';
import type { PersonScreen } from './screens.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** What one person works on at the same time. */
const AT_ONCE = 3;
/** How long a failure or an absence goes unnoticed. */
const NOTICED_AFTER = 20 * MINUTE;
const PHASES = ['prepare', 'freeze', 'extract', 'load', 'switch', 'validate', 'stabilise'];

export interface Playing {
  readonly room: RoomCopy;
  /** By person. */
  readonly screens: ReadonlyMap<string, PersonScreen>;
  /** Of every how many acts of a person one goes through their screen. */
  readonly screenEvery: number;
  /** Brings the clock of the drill to that instant: by jumping, or by waiting. */
  readonly reach: (at: number) => Promise<void>;
  readonly seed: number;
  /** Hours since the start at which the clock is held. */
  readonly holdAtHour: number;
  /** The rollback is decided once so many tasks that can be taken back were finished. */
  readonly rollBackAfter: number;
  readonly say: (line: string) => void;
}

export interface Played {
  readonly acts: number;
  readonly onScreens: number;
  readonly screenMisses: readonly string[];
  readonly forecasts: readonly ForecastError[];
  readonly startedAt: number;
  readonly finishedAt: number;
  readonly failures: number;
  readonly rolledBack: number;
}

type Answer =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly refusal: { readonly code: string; readonly reason: string } };

export async function playCutover({ room, screens, screenEvery, reach, seed, holdAtHour, rollBackAfter, say }: Playing): Promise<Played> {
  const { client, rows, goLive, now } = room;
  const goLiveId = goLive().id;
  const draw = drawsFrom(seed);
  const endsAt = new Map<string, number>();
  const misses: string[] = [];
  const known = { acts: 0, onScreens: 0, rolledBack: 0, failures: 0 };
  const seen = new Set<string>();
  const done = { hold: false, resumed: false, rollback: false, recovered: false };
  let turn = 0;
  const pressing = new Set<string>();
  let rolledBackAt = 0;
  let lastHour = 0;

  const must = async (answer: Promise<Answer>): Promise<boolean> => {
    const said = await answer;
    if (said.ok) {
      known.acts += 1;
      await room.has(said.seq);
    } else if (!['not-reached', 'away', 'held', 'on-hold', 'rolling-back', 'nothing-ahead'].includes(said.refusal.code)) {
      throw new Error(`${said.refusal.code}: ${said.refusal.reason}`);
    }
    return said.ok;
  };
  const lengthOf = ({ shortestMs, durationMs, longestMs }: Task) => {
    const [low, high] = [shortestMs ?? durationMs, longestMs ?? durationMs];
    const share = (durationMs - low) / Math.max(1, high - low); // triangular, by inversion
    const at = draw();
    const span = high - low;
    const took = at < share ? low + Math.sqrt(at * share) * span : high - Math.sqrt((1 - at) * (1 - share)) * span;
    return Math.max(MINUTE, took);
  };
  const isAway = (personId: string) => troubleOf(rows(), personId, 'absence', 'lost connection') !== null;
  const actorOf = ({ ownerIds, workerId }: Task) =>
    [workerId, ...ownerIds].find((id) => id !== null && id !== undefined && !isAway(id)) ?? null;
  const onScreen = async (task: Task, verb: 'Start' | 'Finish', personId: string) => {
    const before = rows().task.get(task.id)?.status;
    try {
      await screens.get(personId)?.press(task, verb);
      for (let wait = 0; rows().task.get(task.id)?.status === before; wait += 1) {
        if (wait > 320) throw new Error('the act did not arrive');
        await new Promise((go) => setTimeout(go, 25));
      }
      known.acts += 1;
      known.onScreens += 1;
      return true;
    } catch (error) {
      misses.push(`${verb} ${task.ref}: ${(error as Error).message.split('\n')[0]}`);
      return false;
    }
  };
  const work = async (task: Task, verb: 'Start' | 'Finish', personId: string) => {
    turn += 1;
    const toldLate = verb === 'Start' ? startToldLate : endToldLate;
    const mayPress =
      turn >= screenEvery &&
      !pressing.has(personId) &&
      task.ownerIds.includes(personId) &&
      toldLate(rows(), task, goLive(), now()) === null;
    if (mayPress) {
      turn = 0;
      pressing.add(personId);
      const isPressed = await onScreen(task, verb, personId);
      pressing.delete(personId);
      if (isPressed) return true;
    }
    const asked = { goLiveId, taskId: task.id, as: personId };
    if (verb === 'Start') return must(client.runbook.startTask.mutate(asked));
    return must(client.runbook.finishTask.mutate({ ...asked, takeOver: true }));
  };

  const startedAt = now();
  await must(client.goLive.startCutover.mutate({ goLiveId }));
  const sinceStart = () => (now() - startedAt) / HOUR;
  const [lead = ''] = rows().person.keys();

  /** Does all that people do at this moment, side by side as people do; true when anything was done. */
  const workNow = async (): Promise<boolean> => {
    const at = now();
    const jobs: Promise<boolean>[] = [];
    for (const task of rows().task.values()) {
      const actor = actorOf(task);
      if (actor === null) continue;
      const of = { goLiveId, taskId: task.id, as: actor };
      if (task.status === 'in progress' && (endsAt.get(task.id) ?? Number.POSITIVE_INFINITY) <= at) {
        jobs.push(work(task, 'Finish', actor));
      } else if (task.status === 'failed' && (task.actualEnd ?? at) + NOTICED_AFTER <= at) {
        known.failures += 1;
        endsAt.set(task.id, at + lengthOf(task) / 2);
        jobs.push(must(client.runbook.reopenTask.mutate({ ...of, reason: 'Cause mended' })));
      } else if (task.status === 'blocked' && (task.clearsAt ?? at) <= at) {
        endsAt.set(task.id, at + lengthOf(task) / 3);
        jobs.push(must(client.runbook.unblockTask.mutate({ ...of, takeOver: true })));
      }
    }
    const isBusy = (await Promise.all(jobs)).some(Boolean);
    return (await decideGates()) || (await standIn()) || (await startReady()) || isBusy;
  };

  const decideGates = async () => {
    for (const gate of rows().gate.values()) {
      if (isGo(gate) || !isReadyFor(gate)) continue;
      await must(
        client.gate.decideGate.mutate({ goLiveId, gateId: gate.id, decision: 'go', reasons: 'All that comes before is finished' }),
      );
      say(`${clockOf(at(now()))} ${gate.ref} decided go`);
      return true;
    }
    return false;
  };
  const at = (instant: number) => instant - startedAt;
  const isReadyFor = ({ guards }: Gate) => {
    const first = Math.min(...guards.map((phase) => PHASES.indexOf(phase)));
    return [...rows().task.values()].every((task) => task.kind === 'rollback' || PHASES.indexOf(task.phase) >= first || isClosed(task));
  };

  /** Somebody stands in for who is absent, and gives back when they return. */
  const standIn = async () => {
    for (const trouble of rows().injection.values()) {
      if (trouble.kind !== 'absence' || trouble.personId === null || trouble.struckAt === null) continue;
      const own = [...rows().substitution.values()].find(({ fromId, endedAt }) => fromId === trouble.personId && endedAt === null);
      if (trouble.endedAt === null && !seen.has(trouble.id) && trouble.struckAt + NOTICED_AFTER <= now()) {
        seen.add(trouble.id);
        const to = [...rows().person.keys()].find((id) => id !== trouble.personId && !isAway(id));
        if (!to || own) continue;
        return must(
          client.work.substitute.mutate({
            goLiveId,
            fromId: trouble.personId,
            toId: to,
            reason: trouble.says,
            as: lead === trouble.personId ? to : lead,
          }),
        );
      }
      if (trouble.endedAt !== null && own && seen.has(trouble.id))
        return must(client.work.giveBack.mutate({ goLiveId, substitutionId: own.id }));
    }
    return false;
  };

  const startReady = async () => {
    const jobs: Promise<boolean>[] = [];
    const running = new Map<string, number>();
    for (const { status, workerId } of rows().task.values())
      if (status === 'in progress' && workerId) running.set(workerId, (running.get(workerId) ?? 0) + 1);
    const held = [...rows().hold.values()].some(({ endedAt }) => endedAt === null);
    const isBack = [...rows().rollback.values()].some(({ endedAt }) => endedAt === null);
    for (const task of rows().task.values()) {
      if (task.status !== 'planned' || task.kind === 'group' || (task.kind === 'rollback') !== isBack) continue;
      if ((held && task.kind !== 'rollback') || whatHolds(rows(), task).length > 0) continue;
      const owner = actorOf(task) ?? (task.ownerIds.length === 0 ? lead : null);
      if (owner === null || isAway(owner) || ((running.get(owner) ?? 0) >= AT_ONCE && !isBack)) continue;
      running.set(owner, (running.get(owner) ?? 0) + 1);
      endsAt.set(task.id, now() + lengthOf(task));
      jobs.push(work(task, 'Start', owner));
    }
    return (await Promise.all(jobs)).some(Boolean);
  };

  /** The turns of the night nobody planned: a hold, and a rollback that is given up for going on. */
  const turns = async () => {
    const hour = sinceStart();
    if (!done.hold && hour >= holdAtHour) {
      done.hold = await must(
        client.hold.callHold.mutate({ goLiveId, reason: 'The network team sees errors on both lines', expectedEndAt: now() + HOUR }),
      );
      say(`${clockOf(at(now()))} held`);
    } else if (done.hold && !done.resumed && hour >= holdAtHour + 1) {
      done.resumed = await must(client.hold.resumeHold.mutate({ goLiveId, moveWindow: true }));
      say(`${clockOf(at(now()))} resumed`);
    } else if (done.resumed && !done.rollback && [...rows().task.values()].filter(canGoBack).length >= rollBackAfter) {
      rolledBackAt = hour;
      done.rollback = await must(
        client.rollback.start.mutate({ goLiveId, kind: 'manual', reason: 'Balances do not agree after the load', as: lead }),
      );
      say(`${clockOf(at(now()))} rollback decided`);
    } else if (done.rollback && !done.recovered && hour >= rolledBackAt + 1.5) {
      const running = [...rows().rollback.values()].find(({ endedAt }) => endedAt === null);
      done.recovered = running
        ? await must(client.rollback.giveUp.mutate({ goLiveId, rollbackId: running.id, reason: 'Cause found, fix forward' }))
        : true;
      const back = [...rows().task.values()].filter(({ status }) => status === 'rolled back');
      known.rolledBack = back.length;
      for (const task of back) {
        await must(client.runbook.reopenTask.mutate({ goLiveId, taskId: task.id, reason: 'Done again after the rollback was given up' }));
        endsAt.set(task.id, now() + lengthOf(task));
      }
      say(`${clockOf(at(now()))} rollback given up, ${back.length} tasks done again`);
    }
  };

  const nextMoment = () => {
    let next = startedAt + (Math.floor(sinceStart()) + 1) * HOUR; // a forecast is looked at each hour
    const look = (when: number) => {
      if (when > now() && when < next) next = when;
    };
    for (const task of rows().task.values()) {
      if (task.status === 'in progress') look(endsAt.get(task.id) ?? Number.POSITIVE_INFINITY);
      if (task.status === 'failed') look((task.actualEnd ?? 0) + NOTICED_AFTER);
      if (task.status === 'blocked') look(task.clearsAt ?? now() + NOTICED_AFTER);
    }
    return Math.min(
      startedAt + Math.ceil((next - startedAt) / (5 * MINUTE)) * 5 * MINUTE,
      startedAt + (Math.floor(sinceStart()) + 1) * HOUR,
    );
  };

  /** Gantry keeps the forecast of a full hour once its odds are simulated. */
  const keptForecast = async (fullHour: number) => {
    for (let wait = 0; wait < 200 && ![...rows().forecast.values()].some(({ at: kept }) => kept >= fullHour); wait += 1)
      await new Promise((go) => setTimeout(go, 25));
  };

  for (;;) {
    await turns();
    while (await workNow());
    const hour = Math.floor(sinceStart());
    if (hour > lastHour) {
      lastHour = hour;
      await keptForecast(startedAt + hour * HOUR);
      if (hour % 6 === 0) say(`${clockOf(at(now()))} ${known.acts} acts, ${known.onScreens} on screens, ${misses.length} missed`);
    }
    if ([...rows().task.values()].every((task) => isClosed(task) && task.status !== 'failed')) break;
    if (hour > 120) throw new Error('the cutover does not come to an end');
    await reach(nextMoment());
  }
  const finishedAt = Math.max(...[...rows().task.values()].map(({ actualEnd }) => actualEnd ?? 0));
  return { ...known, screenMisses: misses, forecasts: forecastErrors(rows()), startedAt, finishedAt };
}

function canGoBack({ undoMs, status }: Task): boolean {
  return undoMs !== null && (status === 'finished' || status === 'finished by workaround');
}

function clockOf(ms: number): string {
  return `${String(Math.floor(ms / HOUR)).padStart(2)} h ${String(Math.floor((ms % HOUR) / MINUTE)).padStart(2, '0')}`;
}
