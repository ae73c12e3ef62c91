/** The way back of the sample: how each task is taken back, how long all of it may take, and the rehearsal in which it was tried. */
import plan from '../../../assets/sample/plan.json' with { type: 'json' };
import { setRollbackTarget } from '../../../shared/domain/rollback/rules.ts';
import { recordRollbackTest } from '../../../shared/domain/rollback/tested.ts';
import { setWayBack } from '../../../shared/domain/rollback/way-back.ts';
import { cellsOf, rowWhere, type Scene } from './stage.ts';

const MINUTE = 60_000;
const DAY = 24 * 60;

/** In the weeks before, right after the plan came in. */
export const wayBackScenes: readonly Scene[] = [
  ...plan.undo.map(cellsOf).map(
    ([sourceId = '', undoTitle = '', minutes], index): Scene => ({
      minute: -17.5 * DAY + index,
      actor: 'M. Okoro',
      play: (rows, act) => {
        const taskId = rowWhere(rows.task, 'sourceId', sourceId).id;
        return setWayBack(rows, { taskId, undoTitle, undoDetail: '', undoMs: Number(minutes) * MINUTE }, act);
      },
    }),
  ),
  { minute: -17.4 * DAY, actor: 'M. Okoro', play: (rows, act) => setRollbackTarget(rows, { targetMs: 90 * MINUTE }, act) },
];

export const wayBackTried: Scene = {
  minute: -6 * DAY,
  actor: 'M. Okoro',
  play: (rows, act) =>
    recordRollbackTest(
      rows,
      { place: 'second rehearsal', tookMs: 68 * MINUTE, passed: true, remark: 'Label printers took twice as long as written' },
      act,
    ),
};
