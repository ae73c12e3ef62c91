/** A process that acts without end on the record named in its arguments, and says each entry's `seq` once it was acknowledged. */
import { writeSync } from 'node:fs';
import { createTRPCClient } from '@trpc/client';
import { startHost } from '../../electron/app/host.ts';
import type { AppRouter } from '../../electron/app/router.ts';
import { openRecord } from '../../electron/record/open.ts';
import { directLink } from '../../electron/transport/direct-link.ts';

const opened = openRecord(process.argv[2] as string, Date.now());
if (!opened.ok) throw new Error(opened.refusal.reason);
const host = startHost(opened.value);
const client = createTRPCClient<AppRouter>({ links: [directLink(host.contextFor({ id: 'stream', role: 'manager', name: 'Stream' }))] });
const goLiveId = opened.value.goLives()[0]?.id as string;

for (;;) {
  const outcome = await client.runbook.addTask.mutate({ goLiveId, title: `Task of ${Date.now()}` });
  if (!outcome.ok) throw new Error(outcome.refusal.reason);
  writeSync(1, `${outcome.seq}\n`);
}
