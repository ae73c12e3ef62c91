/** A second session in a room: a client over a WebSocket of its own. */
import { createTRPCClient, createWSClient, type TRPCClient, wsLink } from '@trpc/client';
import WebSocket from 'ws';
import type { AppRouter } from '../../electron/app/router.ts';

export interface RoomSession {
  readonly client: TRPCClient<AppRouter>;
  readonly leave: () => Promise<void>;
}

export function enterRoom(port: number | string, key: string): RoomSession {
  const socket = createWSClient({ url: `ws://127.0.0.1:${port}/ws`, WebSocket: WebSocket as never, connectionParams: { key } });
  return { client: createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] }), leave: () => socket.close() };
}

/** Throws what a refusal says. */
export function orThrow(outcome: { readonly ok: boolean; readonly refusal?: { readonly reason: string } }): void {
  if (!outcome.ok) throw new Error(outcome.refusal?.reason);
}
