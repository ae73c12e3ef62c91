/** What may be asked of rolling back. */
import {
  EndRollback,
  GiveUpRollback,
  RecordRollbackTest,
  SetRollbackTarget,
  SetWayBack,
  StartRollback,
} from '../../shared/domain/rollback/commands.ts';
import { endRollback, giveUpRollback, setRollbackTarget, startRollback } from '../../shared/domain/rollback/rules.ts';
import { recordRollbackTest } from '../../shared/domain/rollback/tested.ts';
import { setWayBack } from '../../shared/domain/rollback/way-back.ts';
import { act, router } from './trpc.ts';

export const rollback = router({
  start: act(StartRollback, startRollback),
  end: act(EndRollback, endRollback),
  giveUp: act(GiveUpRollback, giveUpRollback),
  recordTest: act(RecordRollbackTest, recordRollbackTest),
  setWayBack: act(SetWayBack, setWayBack),
  setTarget: act(SetRollbackTarget, setRollbackTarget, 'manager'),
});
