/** The schedule as its definition says it, slowly: every time is asked of what it depends on, over plain objects. Shares nothing with the engine. */
import type { Gate } from '../../shared/domain/gate/schema.ts';
import type { Calendar, Hold } from '../../shared/domain/runbook/schedule-schema.ts';
import type { Link, Task } from '../../shared/domain/runbook/schema.ts';
import { lengthOf, memo, referenceWork, some } from './reference-work.ts';

export interface ReferencePlan {
  readonly tasks: readonly Task[];
  readonly links: readonly Link[];
  readonly gates: readonly Gate[];
  readonly holds: readonly Hold[];
  readonly calendars: readonly Calendar[];
  readonly zone: string;
  readonly tZeroAt: number;
  readonly kind: 'live' | 'rehearsal' | 'drill';
}

interface Span {
  readonly start: number;
  readonly end: number;
}
interface Tie {
  readonly from: string;
  readonly how: Link['kind'] | 'child' | 'awaits';
  readonly lag: number;
}
export interface ReferenceTimes extends Span {
  readonly plannedStart: number | null;
  readonly plannedEnd: number | null;
  readonly float: number | null;
  readonly freeFloat: number | null;
}

export function referenceSchedule(plan: ReferencePlan, askedNow: number) {
  const tasks = plan.tasks.filter(({ runIn }) => runIn === 'always' || (runIn === 'live only') === (plan.kind === 'live'));
  const byId = new Map(tasks.map((task) => [task.id, task]));
  const gateById = new Map(plan.gates.map((gate) => [gate.id, gate]));
  const isLeaf = (id: string) => byId.has(id) && byId.get(id)?.kind !== 'group';
  const isGroup = (id: string) => byId.get(id)?.kind === 'group';
  const groupOf = (task: Task) => (task.parentId !== null && isGroup(task.parentId) ? task.parentId : null);
  const door = (id: string) => `door ${id}`;
  const nodes = [
    ...tasks.map(({ id }) => id),
    ...tasks.filter(({ kind }) => kind === 'group').map(({ id }) => door(id)),
    ...plan.gates.map(({ id }) => id),
  ];
  for (const gate of plan.gates) {
    for (const node of gate.guards.map((phase) => `start ${phase}`)) if (!nodes.includes(node)) nodes.push(node);
  }
  const { onShift, workedFrom, workedUntil, workBetween } = referenceWork(plan);
  const into = tiesInto();
  openCircles();

  const recorded = [
    ...tasks.flatMap((task) => [task.actualStart, task.actualEnd, task.blockedAt]),
    ...plan.gates.map((gate) => (isPassed(gate) ? gate.decidedAt : null)),
  ];
  const now = Math.max(askedNow, ...recorded.flatMap((at) => at ?? []));
  const holdUntil = Math.max(now, ...plan.holds.flatMap((hold) => (hold.endedAt === null ? (hold.expectedEndAt ?? []) : [])));
  const held = plan.holds.find(({ endedAt }) => endedAt === null);
  const tZeroComes = plan.tZeroAt + (held ? Math.max(0, holdUntil - held.startedAt) : 0);
  const planned = memo((id) => plannedSpan(id));
  const forecast = memo((id) => forecastSpan(id) as Span | null);
  const spanOf = (id: string) => forecast(id) ?? { start: Number.NEGATIVE_INFINITY, end: Number.NEGATIVE_INFINITY };
  const leaves = tasks.filter(({ id, status }) => isLeaf(id) && status !== 'skipped');
  const finishOf = (kinds: readonly Task[]) => (kinds.length === 0 ? null : Math.max(...kinds.map(({ id }) => spanOf(id).end)));
  const finish = finishOf(leaves.filter(({ kind }) => kind !== 'rollback'));
  const backFinish = finishOf(leaves.filter(({ kind }) => kind === 'rollback'));
  const limits = memo((id) => limitsOf(id, 'late'));
  const free = memo((id) => limitsOf(id, 'free'));
  const plannedEnds = tasks.flatMap(({ id, kind }) => (isLeaf(id) && kind !== 'rollback' ? (planned(id)?.end ?? []) : []));
  const floats = memo((id) => floatsOf(byId.get(id) as Task));
  return {
    finish,
    plannedFinish: plannedEnds.length === 0 ? null : Math.max(...plannedEnds),
    gates: new Map(plan.gates.map(({ id }) => [id, { plannedAt: planned(id)?.start ?? null, at: spanOf(id).start }])),
    times: new Map(
      tasks.map(({ id }): [string, ReferenceTimes] => [
        id,
        { plannedStart: planned(id)?.start ?? null, plannedEnd: planned(id)?.end ?? null, ...spanOf(id), ...floats(id) },
      ]),
    ),
  };

  function tiesInto() {
    const ties = new Map<string, Tie[]>(nodes.map((node) => [node, []]));
    const tie = (from: string, to: string, how: Tie['how'], lag = 0) => ties.get(to)?.push({ from, how, lag });
    for (const { fromId, toId, kind, lagMs } of plan.links) {
      if (!byId.has(fromId) || !byId.has(toId)) continue;
      tie(fromId, isGroup(toId) && (kind === 'FS' || kind === 'SS') ? door(toId) : toId, kind, lagMs);
    }
    for (const task of tasks) {
      const group = groupOf(task);
      if (group === null) continue;
      tie(door(group), isGroup(task.id) ? door(task.id) : task.id, 'FS');
      tie(task.id, group, 'child');
    }
    for (const { id } of tasks) if (isGroup(id) && !tasks.some((task) => groupOf(task) === id)) tie(door(id), id, 'FS');
    const worked = tasks.filter(({ kind }) => kind !== 'group' && kind !== 'rollback');
    for (const { id, phase } of worked) {
      tie(`start ${phase}`, id, 'FS');
      for (const gate of plan.gates) if (gate.phase !== '' && gate.phase === phase) tie(id, gate.id, 'awaits');
    }
    for (const { id, guards } of plan.gates) for (const phase of guards) tie(id, `start ${phase}`, 'FS');
    return new Map([...ties].map(([node, list]) => [node, list.filter(({ from }) => nodes.includes(from))]));
  }

  function openCircles() {
    const waitsFor = (node: string, seen: Set<string>): Set<string> => {
      for (const { from } of into.get(node) ?? []) {
        if (seen.has(from)) continue;
        seen.add(from);
        waitsFor(from, seen);
      }
      return seen;
    };
    const held = plan.gates.map(({ id }) => [id, (into.get(id) ?? []).filter(({ from }) => !waitsFor(from, new Set()).has(id))] as const);
    for (const [id, ties] of held) into.set(id, ties);
    const settled = new Set<string>();
    const visit = (node: string, way: readonly string[]) => {
      if (settled.has(node)) return;
      const kept: Tie[] = [];
      for (const tie of into.get(node) ?? []) {
        if (tie.from === node || way.includes(tie.from)) continue;
        kept.push(tie);
        visit(tie.from, [...way, node]);
      }
      into.set(node, kept);
      settled.add(node);
    };
    for (const node of nodes) visit(node, []);
  }

  function bound(node: string, kinds: readonly Tie['how'][], of: (id: string) => Span | null): number | null {
    const bounds = (into.get(node) ?? []).flatMap(({ from, how, lag }) => {
      const span = kinds.includes(how) ? of(from) : null;
      return span === null ? [] : [(how === 'SS' || how === 'SF' ? span.start : span.end) + lag];
    });
    return bounds.length === 0 ? null : Math.max(...bounds);
  }

  function plannedSpan(id: string): Span | null {
    const [from, to] = [bound(id, ['FS', 'SS', 'awaits'], planned), bound(id, ['FF', 'SF'], planned)];
    const gate = gateById.get(id);
    const task = byId.get(id);
    if (gate) {
      const at = gate.plannedOffset === null ? from : plan.tZeroAt + gate.plannedOffset;
      return at === null ? null : { start: at, end: at };
    }
    if (task && isGroup(id) && insideOf(id).length > 0) {
      const children = insideOf(id).flatMap((child) => planned(child) ?? []);
      if (children.length === 0) return null;
      return { start: Math.min(...children.map(({ start }) => start)), end: Math.max(...children.map(({ end }) => end), ...some(to)) };
    }
    if (!task || isGroup(id)) {
      const at = [...some(from), ...some(to)];
      return at.length === 0 ? null : { start: Math.max(...at), end: Math.max(...at) };
    }
    if (task.startOffset !== null) {
      const start = plan.tZeroAt + task.startOffset;
      return { start, end: workedFrom(task, start, lengthOf(task)) };
    }
    if (from === null && to === null) return null;
    const earliest = Math.max(...some(from), ...(to === null ? [] : [workedUntil(task, to, lengthOf(task))]));
    const start = lengthOf(task) === 0 ? earliest : onShift(task, earliest);
    return { start, end: Math.max(workedFrom(task, start, lengthOf(task)), ...some(to)) };
  }

  function forecastSpan(id: string): Span | null {
    const [from, to] = [bound(id, ['FS', 'SS'], forecast), bound(id, ['FF', 'SF'], forecast)];
    const gate = gateById.get(id);
    const task = byId.get(id);
    if (gate) {
      const planAt = gate.plannedOffset === null ? now : tZeroComes + gate.plannedOffset;
      const awaited = (into.get(id) ?? []).filter((tie) => isAwaited(tie, id)).map((tie) => spanOf(tie.from).end);
      const at = isPassed(gate) ? (gate.decidedAt as number) : Math.max(now, planAt, ...awaited);
      return { start: at, end: at };
    }
    if (!task) return from === null ? null : { start: from, end: from };
    if (isGroup(id)) {
      const children = insideOf(id).map(spanOf);
      if (children.length === 0) {
        const at = Math.max(now, ...some(from), ...some(to));
        return { start: at, end: at };
      }
      return { start: Math.min(...children.map(({ start }) => start)), end: Math.max(...children.map(({ end }) => end), ...some(to)) };
    }
    const length = lengthOf(task);
    const plannedStart = planned(id)?.start ?? now;
    const began = task.actualStart ?? now;
    switch (task.status) {
      case 'finished':
      case 'finished by workaround':
      case 'skipped':
      case 'rolled back': {
        const end = task.actualEnd ?? task.actualStart ?? plannedStart;
        return { start: Math.min(task.actualStart ?? end, end), end };
      }
      case 'in progress':
        return { start: began, end: Math.max(now, workedFrom(task, began, length), ...some(to)) };
      case 'failed':
        return { start: began, end: Math.max(workedFrom(task, now, length), ...some(to)) };
      case 'blocked':
        if (task.actualStart !== null) {
          const rest = Math.max(0, length - workBetween(task, began, task.blockedAt ?? now));
          return { start: began, end: Math.max(workedFrom(task, Math.max(now, task.clearsAt ?? now), rest), ...some(to)) };
        }
    }
    const own = task.startOffset === null ? null : tZeroComes + task.startOffset;
    const counts = task.timing !== 'after predecessors' || (from === null && to === null);
    const clears = task.status === 'blocked' ? some(task.clearsAt) : [];
    let start = Math.max(now, holdUntil, ...clears, ...some(from), ...(counts ? some(own) : []));
    const isFixed = task.timing === 'fixed' && own !== null;
    if (!isFixed && to !== null) start = Math.max(start, workedUntil(task, to, length));
    if (!isFixed || start !== own) start = length === 0 ? start : onShift(task, start);
    return { start, end: Math.max(workedFrom(task, start, length), ...some(to)) };
  }

  /** A gate waits for the tasks of its phase, except those that are planned to start at it or later. */
  function isAwaited({ from }: Tie, id: string): boolean {
    const [task, at] = [byId.get(from), gateById.get(id)?.plannedOffset ?? null];
    if (!task || task.startOffset === null || at === null || task.startOffset < at) return true;
    return task.startOffset + lengthOf(task) === at;
  }

  /** The latest start and end of a node, given those of what follows it: at latest, or as they are forecast. */
  function limitsOf(id: string, which: 'late' | 'free'): Span {
    const of = which === 'late' ? limits : free;
    const own = spanOf(id);
    const [starts, ends]: [number[], number[]] = [[], []];
    for (const target of nodes) {
      for (const tie of into.get(target) ?? []) {
        const { from, how, lag } = tie;
        if (from !== id || (how === 'awaits' && !isAwaited(tie, target))) continue;
        const isReal = isLeaf(target) || gateById.has(target);
        if (how === 'child') {
          ends.push(of(target).end);
          if (own.start === spanOf(target).start) starts.push(of(target).start);
          continue;
        }
        const intoStart = how === 'FS' || how === 'SS' || how === 'awaits';
        if (isSettled(target) || (intoStart && hasBegun(target))) continue;
        const span = which === 'free' && isReal ? spanOf(target) : of(target);
        (how === 'SS' || how === 'SF' ? starts : ends).push((intoStart ? span.start : span.end) - lag);
      }
    }
    const task = byId.get(id);
    if (task === undefined || (isGroup(id) && insideOf(id).length === 0)) {
      const at = Math.min(...starts, ...ends);
      return { start: at, end: at };
    }
    if (isGroup(id)) return { start: Math.min(...starts), end: Math.min(...ends) };
    if (isSettled(id)) return own;
    const wanted = (task.kind === 'rollback' ? backFinish : finish) ?? own.end;
    if (which === 'late') ends.push(Math.max(wanted, own.end));
    if (hasBegun(id)) return { start: own.start, end: Math.min(...ends) };
    if (starts.length > 0 && Math.min(...starts) < Number.POSITIVE_INFINITY) {
      ends.push(Math.max(own.end, workedFrom(task, Math.min(...starts), lengthOf(task))));
    }
    const end = Math.min(...ends);
    if (which === 'free') return { start: own.start, end };
    const keeps = task.timing === 'fixed' && task.startOffset !== null && own.start === tZeroComes + task.startOffset;
    return { start: Math.min(...starts, workedUntil(task, end, lengthOf(task)), ...(keeps ? [own.start] : [])), end };
  }

  function floatsOf(task: Task): { readonly float: number | null; readonly freeFloat: number | null } {
    if (task.kind === 'group') {
      const inside = insideOf(task.id).map(floats);
      const least = (values: readonly number[]) => (values.length === 0 ? null : Math.min(...values));
      const [total, own] = [inside.flatMap(({ float }) => float ?? []), inside.flatMap(({ freeFloat }) => freeFloat ?? [])];
      return { float: least(total), freeFloat: least(own) };
    }
    if (isSettled(task.id)) return { float: null, freeFloat: null };
    const float = limits(task.id).end - spanOf(task.id).end;
    return { float, freeFloat: Math.min(float, free(task.id).end - spanOf(task.id).end) };
  }

  /** Tasks whose times make those of a group: all in it but such as would close a circle. */
  function insideOf(group: string): readonly string[] {
    return (into.get(group) ?? []).flatMap(({ from, how }) => (how === 'child' ? [from] : []));
  }

  function isPassed(gate: Gate): boolean {
    return (gate.decision === 'go' || gate.decision === 'go with conditions') && gate.decidedAt !== null;
  }

  function isSettled(id: string): boolean {
    const gate = gateById.get(id);
    if (gate) return isPassed(gate);
    const status = isLeaf(id) ? (byId.get(id) as Task).status : 'planned';
    return status === 'finished' || status === 'finished by workaround' || status === 'skipped' || status === 'rolled back';
  }

  function hasBegun(id: string): boolean {
    const task = isLeaf(id) ? byId.get(id) : undefined;
    if (!task) return false;
    return task.status === 'in progress' || task.status === 'failed' || (task.status === 'blocked' && task.actualStart !== null);
  }
}
