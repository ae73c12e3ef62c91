/** Answering the playbook's questions anew: what applies changes, what was worked on stays. */
import type { z } from 'zod';
import { update } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import { type PlaybookCopy, playbookCopy } from '../playbook/row.ts';
import type { Playbook } from '../playbook/schema.ts';
import { unknownConditions } from '../playbook/vary.ts';
import type { Rows } from '../tables.ts';
import { changedChecks } from './changed-checks.ts';
import { changedTasks } from './changed-tasks.ts';
import type { AnswerConditions } from './commands.ts';
import { openGoLive } from './open.ts';

/** One act: the copy of the playbook holds the new answers, and checks, tests, criteria and tasks follow them. */
export function answerConditions(rows: Rows, { conditions }: z.infer<typeof AnswerConditions>, act: Act): Verdict {
  const found = openGoLive(rows, act);
  if (!found.ok) return found;
  const [copy] = rows.playbookCopy.values();
  if (!copy) return refuse('no-playbook', `${found.value.ref} was made without a playbook, so there is nothing to answer.`);
  const wrong = unknownConditions(copy.content, conditions) ?? alwaysHolding(copy.content, conditions);
  if (wrong) return wrong;
  const content = answered(copy, conditions);
  const changes = update(playbookCopy, copy, { content });
  if (changes.length === 0) return refuse('nothing-changed', 'These answers were given already. Nothing was changed.', [found.value.ref]);
  const plan = [...changedChecks(rows, copy.content, content, act), ...changedTasks(rows, copy.content, content, act)];
  return decide('goLive.answer', [...changes, ...plan], act.goLiveId);
}

/** Conditions that hold in the variation the go-live follows, whatever anybody answers. */
export function impliedConditions({ variation, variations }: Pick<Playbook, 'variation' | 'variations'>): ReadonlySet<string> {
  return new Set(variations.find(({ key }) => key === variation)?.implies);
}

type Given = z.infer<typeof AnswerConditions>['conditions'];

function answered({ content }: PlaybookCopy, given: Given): Playbook {
  return { ...content, conditions: content.conditions.map((one) => ({ ...one, holds: holdsAfter(given[one.key], one.holds) })) };
}

/** An answer left out stays; null takes it back. */
function holdsAfter(given: boolean | null | undefined, before: boolean | null): boolean | null {
  return given === undefined ? before : given;
}

function alwaysHolding(playbook: Playbook, given: Given): ReturnType<typeof refuse> | null {
  const implied = impliedConditions(playbook);
  const denied = playbook.conditions.filter(({ key }) => implied.has(key) && given[key] !== undefined && given[key] !== true);
  if (denied.length === 0) return null;
  const variation = playbook.variations.find(({ key }) => key === playbook.variation)?.title ?? '';
  const says = `${denied.map(({ title }) => title).join(', ')} always holds in “${variation}”, which this go-live follows.`;
  return refuse('implied', `${says} Nothing was changed.`);
}
