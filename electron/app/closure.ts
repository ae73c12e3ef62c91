/** What may be asked of closure. */
import {
  AddLesson,
  AddMetric,
  DecideCleanup,
  MeasureMetric,
  RemoveLesson,
  SettleCleanup,
  Sign,
} from '../../shared/domain/closure/commands.ts';
import {
  addLesson,
  addMetric,
  decideCleanup,
  measureMetric,
  removeLesson,
  settleCleanup,
  sign,
} from '../../shared/domain/closure/rules.ts';
import { act, router } from './trpc.ts';

export const closure = router({
  addMetric: act(AddMetric, addMetric),
  measureMetric: act(MeasureMetric, measureMetric),
  addLesson: act(AddLesson, addLesson),
  removeLesson: act(RemoveLesson, removeLesson),
  sign: act(Sign, sign),
  decideCleanup: act(DecideCleanup, decideCleanup, 'manager'),
  settleCleanup: act(SettleCleanup, settleCleanup),
});
