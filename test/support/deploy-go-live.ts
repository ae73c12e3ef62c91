/** A go-live made over the contract from the built-in playbook Deploy, as a person makes one. */
import type { Client } from './hosts.ts';

const HOUR = 3_600_000;
export const TEAM = ['Mara Okoro', 'Luis Costa', 'Sana Petrov', 'Frank Roux'] as const;

/** Its id. T-0 lies a day ahead; the four of the team hold all roles between them, the first of them the first. */
export async function makeDeployGoLive(client: Client): Promise<string> {
  const tZeroAt = Date.now() + 24 * HOUR;
  const [playbook] = await client.playbook.list.query({});
  if (!playbook) throw new Error('there is no playbook');
  const people = TEAM.map((name, at) => ({
    name,
    department: 'IT',
    roles: playbook.roles.filter((_, index) => index % TEAM.length === at).map(({ key }) => key),
  }));
  const made = await client.goLive.create.mutate({
    name: 'ERPNext v16, wave 1',
    system: 'ERPNext',
    zone: 'Europe/Prague',
    tZeroAt,
    windowStart: tZeroAt,
    windowEnd: tZeroAt + 6 * HOUR,
    playbookKey: playbook.key,
    people,
  });
  if (!made.ok) throw new Error(made.refusal.reason);
  return made.goLiveId;
}

/** The row an act made or acted on. Throws when it was refused. */
export async function rowOf(
  act: Promise<{ ok: true; rowId: string | null } | { ok: false; refusal: { reason: string } }>,
): Promise<string> {
  const outcome = await act;
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  return outcome.rowId ?? '';
}
