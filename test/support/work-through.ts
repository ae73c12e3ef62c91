/** Works a go-live to its end as its people would: proves, tests, approves, calls, decides, works every task, signs, closes. */

import { approvalsOf } from '../../shared/domain/gate/approvals.ts';
import { criterionState } from '../../shared/domain/gate/criterion-state.ts';
import { mayDecideAgain } from '../../shared/domain/gate/decision-rules.ts';
import type { Gate } from '../../shared/domain/gate/schema.ts';
import { roleHolders } from '../../shared/domain/roster/roles.ts';
import { isClosed, taskState } from '../../shared/domain/runbook/task-state.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import type { Client } from './hosts.ts';

type Answer = { readonly ok: true } | { readonly ok: false; readonly refusal: { readonly reason: string } };

export interface Night {
  readonly client: Client;
  readonly goLiveId: string;
  readonly rows: () => Rows;
  /** Lets so many ms pass. */
  readonly pass: (ms: number) => void;
}

const PIN = '4711';
const RESULT_OF: Readonly<Record<string, (target: number) => number>> = {
  '<': (target) => target - 1,
  '>': (target) => target + 1,
};

export async function workThrough(night: Night): Promise<void> {
  const { client, goLiveId, rows } = night;
  await runTests(night);
  await proveChecks(night);
  for (const person of rows().person.values())
    if (person.inTeam) await done(client.roster.setPin.mutate({ goLiveId, as: person.id, personId: person.id, pin: PIN }));
  await done(client.goLive.startCutover.mutate({ goLiveId }));
  for (;;) {
    const ready = [...rows().task.values()].filter((task) => taskState(rows(), task) === 'ready');
    for (const task of ready) await done(client.runbook.finishTask.mutate({ goLiveId, taskId: task.id }));
    if (ready.length > 0) continue;
    const gate = [...rows().gate.values()].sort((a, b) => a.position - b.position).find(mayDecideAgain);
    if (!gate) break;
    await passGate(night, gate);
  }
  const left = [...rows().task.values()].filter((task) => !isClosed(task));
  if (left.length > 0) throw new Error(`never became ready: ${left.map(({ ref, title }) => `${ref} ${title}`).join(', ')}`);
  await declareLive(night);
  await close(night);
}

async function runTests({ client, goLiveId, rows }: Night): Promise<void> {
  for (const test of rows().test.values()) {
    if (test.notApplicable !== '') continue;
    const { operator, target } = test;
    const measured = operator === null || target === null ? null : (RESULT_OF[operator]?.(target) ?? target);
    const compares = operator === 'no increase' || operator === 'within percent of baseline';
    const fields = compares ? { measured: 100, baseline: 100 } : measured === null ? { result: 'passed' as const } : { measured };
    await done(client.test.recordRun.mutate({ goLiveId, testId: test.id, build: '4.2.0', ...fields }));
  }
}

async function proveChecks({ client, goLiveId, rows }: Night): Promise<void> {
  const [first, second] = [...rows().person.values()];
  if (!first || !second) throw new Error('verifying needs two people');
  for (const { id, status } of [...rows().check.values()]) {
    if (status === 'not applicable') continue;
    await done(client.readiness.settleCheck.mutate({ goLiveId, as: first.id, checkId: id, status: 'passed' }));
    if (rows().check.get(id)?.status === 'to verify')
      await done(client.readiness.verifyCheck.mutate({ goLiveId, as: second.id, checkId: id }));
  }
}

/** Judges what only people can judge, collects approvals and sealed calls, and decides as the decider. */
async function passGate(night: Night, gate: Gate): Promise<void> {
  const { client, goLiveId, rows } = night;
  if (gate.liveForMs !== null) {
    await declareLive(night);
    night.pass(gate.liveForMs);
  }
  for (const criterion of rows().criterion.values()) {
    if (criterion.gateId !== gate.id || criterionState(rows(), criterion) !== 'open') continue;
    await done(client.gate.judgeCriterion.mutate({ goLiveId, criterionId: criterion.id, status: 'met' }));
  }
  const holders = roleHolders(rows());
  for (const approval of approvalsOf(rows(), gate)) {
    const as = holders.get(approval.role)?.[0]?.id;
    await done(
      client.gate.giveApproval.mutate({ goLiveId, approvalId: approval.id, decision: 'approved', ...(as ? { as, pin: PIN } : {}) }),
    );
  }
  const opened = await client.gate.openPoll.mutate({ goLiveId, gateId: gate.id });
  const pollId = opened.ok ? opened.rowId : null;
  if (pollId === null) throw new Error(opened.ok ? 'the poll has no row' : opened.refusal.reason);
  for (const position of gate.positions) {
    const personId = holders.get(position)?.[0]?.id ?? '';
    const call = { goLiveId, pollId, position, personId, pin: PIN, call: 'go', reason: 'All is proven' } as const;
    await done(client.gate.castCall.mutate(call));
  }
  await done(client.gate.decideGate.mutate({ goLiveId, gateId: gate.id, decision: 'go', reasons: 'All is proven, all call go' }));
}

async function declareLive({ client, goLiveId, rows }: Night): Promise<void> {
  if (rows().goLive.get(goLiveId)?.liveAt === null) await done(client.goLive.declareLive.mutate({ goLiveId }));
}

async function close({ client, goLiveId, rows }: Night): Promise<void> {
  for (const { id } of rows().signOff.values())
    await done(client.closure.sign.mutate({ goLiveId, signOffId: id, decision: 'accepted', signedBy: 'M. Okoro' }));
  const option = [...rows().cleanupAction.values()][0]?.option;
  if (option) await done(client.closure.decideCleanup.mutate({ goLiveId, option, reason: 'As planned' }));
  for (const action of rows().cleanupAction.values()) {
    if (action.option === option) await done(client.closure.settleCleanup.mutate({ goLiveId, actionId: action.id, status: 'finished' }));
  }
  await done(client.goLive.close.mutate({ goLiveId, outcome: 'successful' }));
}

async function done(act: Promise<Answer>): Promise<void> {
  const answer = await act;
  if (!answer.ok) throw new Error(answer.refusal.reason);
}
