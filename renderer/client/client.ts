/** Finds the host of this page (Electron's main process or the room) and speaks tRPC to it. */
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import type { inferRouterOutputs } from '@trpc/server';
import type { AppRouter } from '../../electron/app/router.ts';
import { type Bridge, ipcWebSocket } from './ipc-web-socket.ts';
import { roomKey } from './room-key.ts';

declare global {
  interface Window {
    /** Put there by Electron's preload; absent in a browser. */
    readonly gantry?: Bridge;
  }
}

const bridge = window.gantry;

const socket = createWSClient({
  ...(bridge
    ? { url: 'ipc://main', WebSocket: ipcWebSocket(bridge) }
    : {
        url: `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws`,
        connectionParams: () => ({ key: roomKey() }),
        keepAlive: { enabled: true, intervalMs: 10_000, pongTimeoutMs: 3_000 },
      }),
  // Soon at first, so that a host that restarts is found again; then at most every 5 s for as long as it takes.
  retryDelayMs: (attempt) => Math.min(5_000, 200 * 2 ** attempt),
});

export const client = createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });
export type Client = typeof client;

/** What an act answers. */
export type Outcome = inferRouterOutputs<AppRouter>['runbook']['startTask'];
