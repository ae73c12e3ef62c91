/** What may be asked of the clock. Anybody who works may call a hold; who leads lets it go on, because that moves T-0. */
import { CallHold, ExpectHold, Recycle, ResumeHold } from '../../shared/domain/go-live/hold-commands.ts';
import { callHold, expectHold, resumeHold } from '../../shared/domain/go-live/hold-rules.ts';
import { recycle } from '../../shared/domain/go-live/recycle.ts';
import { act, router } from './trpc.ts';

export const hold = router({
  callHold: act(CallHold, callHold),
  expectHold: act(ExpectHold, expectHold),
  resumeHold: act(ResumeHold, resumeHold, 'manager'),
  recycle: act(Recycle, recycle, 'manager'),
});
