/** What may be asked of the views people save of the runbook. */
import { RemoveView, removeView, SaveView, saveView } from '../../shared/domain/runbook/views.ts';
import { act, router } from './trpc.ts';

export const view = router({
  saveView: act(SaveView, saveView),
  removeView: act(RemoveView, removeView),
});
