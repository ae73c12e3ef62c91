/** Everything that may be asked of Gantry: one router for each area. */
import { closure } from './closure.ts';
import { comms } from './comms.ts';
import { coverage } from './coverage.ts';
import { drawing } from './drawing.ts';
import { drill } from './drill.ts';
import { exchange } from './exchange.ts';
import { gate } from './gate.ts';
import { goLive } from './go-live.ts';
import { hold } from './hold.ts';
import { incident } from './incident.ts';
import { journal } from './journal.ts';
import { live } from './live.ts';
import { plan } from './plan.ts';
import { playbook } from './playbook.ts';
import { readiness } from './readiness.ts';
import { record } from './record.ts';
import { rehearsal } from './rehearsal.ts';
import { report } from './report.ts';
import { rollback } from './rollback.ts';
import { roster } from './roster.ts';
import { runbook } from './runbook.ts';
import { schedule } from './schedule.ts';
import { test } from './test.ts';
import { ticket } from './ticket.ts';
import { timeline } from './timeline.ts';
import { training } from './training.ts';
import { router } from './trpc.ts';
import { view } from './view.ts';
import { work } from './work.ts';
import { workshop } from './workshop.ts';

export const appRouter = router({
  closure,
  comms,
  coverage,
  drawing,
  exchange,
  drill,
  gate,
  goLive,
  hold,
  incident,
  journal,
  live,
  plan,
  playbook,
  readiness,
  record,
  rehearsal,
  report,
  rollback,
  roster,
  runbook,
  schedule,
  test,
  ticket,
  timeline,
  training,
  view,
  work,
  workshop,
});
export type AppRouter = typeof appRouter;
