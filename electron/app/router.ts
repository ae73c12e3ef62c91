/** Everything that may be asked of Gantry: one router for each area. */
import { closure } from './closure.ts';
import { coverage } from './coverage.ts';
import { gate } from './gate.ts';
import { goLive } from './go-live.ts';
import { incident } from './incident.ts';
import { journal } from './journal.ts';
import { live } from './live.ts';
import { playbook } from './playbook.ts';
import { readiness } from './readiness.ts';
import { record } from './record.ts';
import { report } from './report.ts';
import { roster } from './roster.ts';
import { runbook } from './runbook.ts';
import { test } from './test.ts';
import { ticket } from './ticket.ts';
import { timeline } from './timeline.ts';
import { training } from './training.ts';
import { router } from './trpc.ts';
import { workshop } from './workshop.ts';

export const appRouter = router({
  closure,
  coverage,
  gate,
  goLive,
  incident,
  journal,
  live,
  playbook,
  readiness,
  record,
  report,
  roster,
  runbook,
  test,
  ticket,
  timeline,
  training,
  workshop,
});
export type AppRouter = typeof appRouter;
