/** The application as the command line reaches it: in this process, or in the room that holds the record. */
import { randomUUID } from 'node:crypto';
import { createTRPCUntypedClient, createWSClient, TRPCClientError, type TRPCUntypedClient, wsLink } from '@trpc/client';
import WebSocket from 'ws';
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Host, startHost } from '../app/host.ts';
import type { AppRouter } from '../app/router.ts';
import { holderOf } from '../record/lock.ts';
import { openRecord } from '../record/open.ts';
import { directLink } from '../transport/direct-link.ts';
import { requests } from './requests.ts';

export interface Application {
  /** Asks `request` (such as `runbook.startTask`). A refused or invalid request is a refusal; a bug throws. */
  readonly call: (request: string, input: unknown) => Promise<Result<unknown>>;
  readonly close: () => Promise<void>;
}

/** Opens the record, or joins the room that has it open. */
export async function openApplication(file: string): Promise<Result<Application>> {
  const opened = openRecord(file, Date.now());
  if (opened.ok) return ok(inProcess(startHost(opened.value)));
  const address = opened.refusal.code === 'record-held' ? holderOf(file)?.address : null;
  return address ? inRoom(address) : opened;
}

function inProcess(host: Host): Application {
  const session = { id: randomUUID(), role: 'manager', name: 'Command line' } as const;
  const client = createTRPCUntypedClient<AppRouter>({ links: [directLink(host.contextFor(session))] });
  return { call: (request, input) => call(client, request, input), close: () => host.close() };
}

/** Refused when the room has not answered in 5 s: the client itself would try without end. */
function inRoom(address: string): Promise<Result<Application>> {
  const { host, hash, origin } = new URL(address);
  const key = new URLSearchParams(hash.slice(1)).get('key') ?? '';
  return new Promise((resolve) => {
    const giveUp = () => {
      clearTimeout(timer);
      void socket.close();
      resolve(refuse('room-silent', `The record is open in a room that does not answer: ${origin}. Nothing was asked. Try again.`));
    };
    const timer = setTimeout(giveUp, 5_000);
    const socket = createWSClient({
      url: `ws://${host}/ws`,
      WebSocket: WebSocket as never, // ws has what tRPC uses of a WebSocket
      connectionParams: { key },
      onError: giveUp,
      onOpen: () => {
        clearTimeout(timer);
        const client = createTRPCUntypedClient<AppRouter>({ links: [wsLink({ client: socket })] });
        resolve(ok({ call: (request, input) => call(client, request, input), close: () => socket.close() }));
      },
    });
  });
}

async function call(client: TRPCUntypedClient<AppRouter>, request: string, input: unknown): Promise<Result<unknown>> {
  const known = requests().find(({ name }) => name === request);
  if (!known) return refuse('unknown-request', `There is no request ${request}. "gantry requests" lists them all.`);
  if (known.kind === 'subscription') return refuse('live-request', `${request} is a live stream. Open the room to follow it.`);
  try {
    return asResult(await (known.kind === 'mutation' ? client.mutation(request, input) : client.query(request, input)));
  } catch (error) {
    if (!(error instanceof TRPCClientError)) throw error;
    return refuse('not-taken', error.message);
  }
}

/** Outcomes carry their own refusal; everything else that came back is an answer. */
function asResult(answer: unknown): Result<unknown> {
  const isRefused = typeof answer === 'object' && answer !== null && 'ok' in answer && answer.ok === false && 'refusal' in answer;
  return isRefused ? (answer as Result<unknown>) : ok(answer);
}
