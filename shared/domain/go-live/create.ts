/** Making a go-live from a playbook: who is in it, what is planned, what must be proven and signed. */
import type { z } from 'zod';
import { type Change, insert } from '../../base/change.ts';
import { type Refusal, refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { applicabilityOf } from '../playbook/applicability.ts';
import { playbookCopy } from '../playbook/row.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { Strategy } from '../playbook/strategy.ts';
import { followed } from '../playbook/vary.ts';
import { refMaker } from '../refs.ts';
import { sameKey } from '../roster/rules.ts';
import { assignment, person } from '../roster/schema.ts';
import { closingFromPlaybook } from './closing-from-playbook.ts';
import type { CreateGoLive } from './commands.ts';
import { planFromPlaybook } from './plan-from-playbook.ts';
import { inMs } from './plan-words.ts';
import { goLive } from './schema.ts';
import { wrongWindow } from './window.ts';

/** What the host knows beyond the command. */
export interface Founding {
  /** The playbook the command names, as it stands in its file. */
  readonly playbook: Playbook;
  /** The go-lives already in the record. */
  readonly taken: Iterable<{ readonly ref: string }>;
  /** The strategies that go with any playbook; left out for none. */
  readonly library?: readonly Strategy[];
  /** True for the sample; left out means a real go-live. */
  readonly isSample?: boolean;
}

/**
 * `act.goLiveId` is the id of the go-live to be. Its copy of the playbook holds the content as it is followed: with what was chosen
 * made and answered, so that nobody has to apply it again and later files cannot change it.
 */
export function createGoLive({ playbook, taken, library = [], isSample = false }: Founding, command: Command, act: Act): Verdict {
  const made = followed(playbook, command, library);
  if (!made.ok) return made;
  const content = made.value;
  const { isDue, says } = applicabilityOf(content);
  if (isDue === false && command.despite === undefined)
    return refuse('not-due', `${says} The go-live was not made. Change the answers, or say why it is made all the same.`);
  const refusal = wrongPeople(content, command.people) ?? wrongWindow(command);
  if (refusal) return refusal;

  const { goLiveId } = act;
  const team = teamOf(command.people, act);
  const row = insert(goLive, {
    ...goLive.added,
    id: goLiveId,
    goLiveId,
    ref: refMaker('goLive', taken)(),
    name: command.name,
    system: command.system,
    release: command.release,
    description: command.description,
    stage: 'planning',
    outcome: null,
    outcomeNote: '',
    variation: command.variation,
    tZeroAt: command.tZeroAt,
    tZeroMeans: command.tZeroMeans ?? playbook.tZeroMeans,
    zone: command.zone,
    windowStart: command.windowStart,
    windowEnd: command.windowEnd,
    startedAt: null,
    liveAt: null,
    closedAt: null,
    trainingTarget: command.trainingTarget,
    cleanup: null,
    cleanupReason: '',
    isSample,
    rollbackTargetMs: inMs(content.wayBack.targetMinutes),
  });
  const copy = insert(playbookCopy, { id: act.newId(), goLiveId, key: playbook.key, version: playbook.version, content });
  const planned = planFromPlaybook(content, team.holders, act);
  const changes = [row, copy, ...team.changes, ...planned, ...closingFromPlaybook(content, act)];
  return decide('goLive.create', changes, goLiveId, isDue === false ? command.despite : '');
}

type Command = z.infer<typeof CreateGoLive>;
type People = Command['people'];
type Refused = { readonly ok: false; readonly refusal: Refusal };

function teamOf(people: People, act: Act) {
  const changes: Change[] = [];
  const assignments: Change[] = [];
  const holders = new Map<string, string[]>();
  for (const { roles, ...words } of people) {
    const personId = act.newId();
    changes.push(insert(person, { id: personId, goLiveId: act.goLiveId, ...words, inTeam: true, pinSetAt: null }));
    for (const role of new Set(roles)) {
      assignments.push(insert(assignment, { id: act.newId(), goLiveId: act.goLiveId, role, personId }));
      holders.set(role, [...(holders.get(role) ?? []), personId]);
    }
  }
  return { changes: [...changes, ...assignments], holders };
}

function wrongPeople(playbook: Playbook, people: People): Refused | null {
  const nothing = 'The go-live was not made.';
  const known = new Set(playbook.roles.map(({ key }) => key));
  const unknown = [...new Set(people.flatMap(({ roles }) => roles))].filter((role) => !known.has(role));
  if (unknown.length > 0) {
    const has = playbook.roles.map(({ key }) => key).join(', ');
    return refuse(
      'unknown-role',
      `The playbook “${playbook.title}” has no role ${unknown.join(', ')}. ${nothing} It has: ${has}.`,
      unknown,
    );
  }
  const seen = new Set<string>();
  for (const each of people) {
    const same = sameKey(each);
    if (seen.has(same)) {
      const way = 'Name each person once, with all their roles, or give a contact that tells two people apart.';
      return refuse('person-twice', `${each.name} is named twice. ${nothing} ${way}`, [each.name]);
    }
    seen.add(same);
  }
  const held = new Set(people.flatMap(({ roles }) => roles));
  const unfilled = playbook.roles.filter(({ key, isRequired }) => isRequired && !held.has(key)).map(({ title }) => title);
  if (unfilled.length > 0) {
    const which = unfilled.length === 1 ? `the role ${unfilled[0]}` : `the roles ${unfilled.join(', ')}`;
    return refuse('roles-unfilled', `Nobody holds ${which}, which this playbook requires. ${nothing} Give each to somebody.`, unfilled);
  }
  return null;
}
