/** What a playbook brings to the end of a go-live, and to training: metrics, sign-offs, cleanup actions, courses. */
import { type Change, insert } from '../../base/change.ts';
import type { Act } from '../../base/rule.ts';
import { cleanupAction, metric, signOff } from '../closure/schema.ts';
import type { Playbook } from '../playbook/schema.ts';
import { refMaker } from '../refs.ts';
import { course } from '../training/schema.ts';

/** The actions of all cleanup options are there from the start; only those of the chosen one are worked. */
export function closingFromPlaybook(playbook: Playbook, act: Act): readonly Change[] {
  const nextRef = refMaker('course', []);
  const { goLiveId } = act;
  return [
    ...playbook.metrics.map(({ title, unit, operator, target, ids }, position) =>
      insert(metric, {
        id: act.newId(),
        goLiveId,
        title,
        unit,
        position,
        operator,
        target,
        baseline: null,
        actual: null,
        comment: '',
        measuredBy: '',
        measuredAt: null,
        catalogueIds: ids,
      }),
    ),
    ...playbook.closing.signOffs.map(({ title, role, ids }, position) =>
      insert(signOff, {
        id: act.newId(),
        goLiveId,
        subject: title,
        role,
        position,
        decision: null,
        signedBy: '',
        signedAt: null,
        note: '',
        catalogueIds: ids,
      }),
    ),
    ...(playbook.closing.cleanup?.options ?? []).flatMap(({ option, actions }) =>
      actions.map(({ title, ids }, position) =>
        insert(cleanupAction, {
          id: act.newId(),
          goLiveId,
          option,
          position,
          title,
          status: 'open',
          finishedBy: '',
          finishedAt: null,
          note: '',
          catalogueIds: ids,
        }),
      ),
    ),
    ...playbook.training.courses.map(({ title, audience, format, detail, isRequired }, position) =>
      insert(course, { id: act.newId(), goLiveId, ref: nextRef(), title, audience, format, detail, position, isRequired }),
    ),
  ];
}
