/** What happens when people say something about a task. */
import type { z } from 'zod';
import { insert } from '../../../base/change.ts';
import { refuse } from '../../../base/result.ts';
import { type Act, decide, type Verdict } from '../../../base/rule.ts';
import type { Rows } from '../../tables.ts';
import { remark as remarks } from '../work-schema.ts';
import type { AddRemark } from './commands.ts';
import { mentionsIn } from './mentions.ts';

const MOST_MENTIONS = 40;

export function addRemark(rows: Rows, { taskId, content }: z.infer<typeof AddRemark>, act: Act): Verdict {
  const task = rows.task.get(taskId);
  if (!task) return refuse('unknown-task', 'There is no such task in this go-live. Nothing was written. Reload the board.');
  const { ids, unclear } = mentionsIn(content, rows.person.values());
  const [first] = unclear;
  if (first !== undefined) {
    const says = `@${first} is nobody in the roster, or more than one. Nothing was written. Write the whole name, or leave out the @.`;
    return refuse('unclear-mention', says, unclear);
  }
  if (ids.length > MOST_MENTIONS) {
    return refuse('too-many', `A remark names at most ${MOST_MENTIONS} people. Nothing was written. Write a note on the timeline instead.`);
  }
  const added = insert(remarks, {
    id: act.newId(),
    goLiveId: act.goLiveId,
    taskId,
    content,
    by: act.actor,
    personId: act.personId,
    at: act.occurredAt,
    mentionIds: [...ids],
  });
  return decide('remark.add', [added], taskId);
}
