/** One client over each way into the application: a direct call, the IPC bridge under a stand-in for Electron, and WebSocket. */
import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTRPCClient, createWSClient, type TRPCClient, wsLink } from '@trpc/client';
import { afterAll, beforeAll, describe } from 'vitest';
import WebSocket from 'ws';
import { type Host, startHost } from '../../electron/app/host.ts';
import type { AppRouter } from '../../electron/app/router.ts';
import type { SessionRole } from '../../electron/app/trpc.ts';
import { openRecord } from '../../electron/record/open.ts';
import { directLink } from '../../electron/transport/direct-link.ts';
import { keysIn } from '../../electron/transport/guard.ts';
import { IPC_CHANNEL } from '../../electron/transport/ipc-channel.ts';
import { serveIpc } from '../../electron/transport/ipc-server.ts';
import { openRoom } from '../../electron/transport/room-server.ts';
import { type Bridge, ipcWebSocket } from '../../renderer/client/ipc-web-socket.ts';

export type Client = TRPCClient<AppRouter>;
type Role = Exclude<SessionRole, 'nobody'>;
export interface TestHost {
  readonly host: Host;
  readonly file: string;
  /** A client as a screen of that role has it. Direct calls always act as manager unless told otherwise. */
  readonly join: (role?: Role) => Client;
}

type Way = (host: Host, folder: string) => Promise<{ join: (role: Role) => Client; close: () => Promise<void> }>;

const ways: Readonly<Record<string, Way>> = { 'a direct call': direct, 'the IPC stand-in': overIpc, WebSocket: overWebSocket };

/** Runs `suite` once for each way in. `at()` gives the host inside tests. */
export function eachHost(suite: (at: () => TestHost) => void): void {
  for (const [name, way] of Object.entries(ways)) {
    describe(`over ${name}`, () => {
      let current: (TestHost & { close: () => Promise<void> }) | null = null;
      beforeAll(async () => {
        current = await open(way);
      });
      afterAll(async () => current?.close());
      suite(() => current as TestHost);
    });
  }
}

async function open(way: Way): Promise<TestHost & { close: () => Promise<void> }> {
  const folder = mkdtempSync(join(tmpdir(), 'gantry-test-'));
  const file = join(folder, 'record.gantry');
  const opened = openRecord(file, Date.now());
  if (!opened.ok) throw new Error(opened.refusal.reason);
  const host = startHost(opened.value);
  const { join: enter, close } = await way(host, folder);
  return {
    host,
    file,
    join: (role = 'manager') => enter(role),
    close: async () => {
      await close();
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const sessionOf = (role: Role) => ({ id: randomUUID(), role, name: 'Go-live desk' });

async function direct(host: Host): ReturnType<Way> {
  return {
    join: (role) => createTRPCClient<AppRouter>({ links: [directLink(host.contextFor(sessionOf(role)))] }),
    close: async () => undefined,
  };
}

async function overIpc(host: Host): ReturnType<Way> {
  const ipcMain = new EventEmitter();
  let role: Role = 'manager';
  serveIpc(ipcMain as never, { createContext: () => host.contextFor(sessionOf(role)), isOurs: () => true });
  const sockets: ReturnType<typeof createWSClient>[] = [];
  return {
    join: (wanted) => {
      role = wanted;
      const socket = createWSClient({ url: 'ipc://main', WebSocket: ipcWebSocket(standInBridge(ipcMain)) });
      sockets.push(socket);
      return createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });
    },
    close: async () => void (await Promise.all(sockets.map((socket) => socket.close()))),
  };
}

/** What preload gives the page, with the two processes being one. Messages are cloned, as Electron does. */
function standInBridge(ipcMain: EventEmitter): Bridge {
  const page = Object.assign(new EventEmitter(), {
    id: Math.floor(Math.random() * 1e9),
    isDestroyed: () => false,
    send: (_channel: string, message: unknown) => setImmediate(() => page.emit('from-main', structuredClone(message))),
  });
  const toMain = (message: unknown) =>
    setImmediate(() => ipcMain.emit(IPC_CHANNEL, { sender: page, senderFrame: null }, structuredClone(message)));
  return {
    connect: (onMessage) => {
      const connection = randomUUID();
      page.on('from-main', (message: Parameters<typeof onMessage>[0] & { connection: string }) => {
        if (message.connection === connection) onMessage(message);
      });
      toMain({ connection, open: true });
      return { send: (data) => toMain({ connection, data }), close: () => toMain({ connection, close: true }) };
    },
  };
}

async function overWebSocket(host: Host, folder: string): ReturnType<Way> {
  const keys = keysIn(join(folder, 'keys'));
  const room = await openRoom(host, { port: 0, webRoot: folder, keys });
  const sockets: ReturnType<typeof createWSClient>[] = [];
  return {
    join: (role) => {
      const socket = createWSClient({
        url: `ws://127.0.0.1:${room.port}/ws`,
        WebSocket: WebSocket as never,
        connectionParams: { key: keys[role] },
      });
      sockets.push(socket);
      return createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });
    },
    close: async () => {
      await Promise.all(sockets.map((socket) => socket.close()));
      await room.close();
    },
  };
}
