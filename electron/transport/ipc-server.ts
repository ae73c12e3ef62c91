/** Carries tRPC's WebSocket protocol over Electron IPC: one channel, strings in, strings out. */
import { EventEmitter } from 'node:events';
import { getWSConnectionHandler, type WSSHandlerOptions } from '@trpc/server/adapters/ws';
import type { IpcMain, IpcMainEvent, WebContents } from 'electron';
import { z } from 'zod';
import { type AppRouter, appRouter } from '../app/router.ts';
import type { Context } from '../app/trpc.ts';
import { IPC_CHANNEL } from './ipc-channel.ts';

const message = z.strictObject({
  connection: z.string().min(1).max(64),
  open: z.literal(true).optional(),
  data: z
    .string()
    .max(64 * 1024 * 1024)
    .optional(),
  close: z.literal(true).optional(),
});

export interface IpcOptions {
  readonly createContext: () => Context;
  /** Whether the frame that sent the message is one of our own windows. */
  readonly isOurs: (event: IpcMainEvent) => boolean;
}

export function serveIpc(ipc: Pick<IpcMain, 'on'>, { createContext, isOurs }: IpcOptions): void {
  const options = { router: appRouter, createContext } as unknown as WSSHandlerOptions<AppRouter>; // the handler only reads these two without a server of its own
  const connect = getWSConnectionHandler<AppRouter>(options);
  const open = new Map<string, IpcSocket>();
  ipc.on(IPC_CHANNEL, (event, raw: unknown) => {
    const parsed = message.safeParse(raw);
    if (!parsed.success || !isOurs(event)) return;
    const { connection, data } = parsed.data;
    const key = `${event.sender.id}/${connection}`;
    if (parsed.data.open && !open.has(key)) {
      const socket = openSocket(event.sender, connection);
      open.set(key, socket);
      socket.once('close', () => open.delete(key));
      connect(socket as never, { url: '/ws', headers: {}, socket: {} } as never); // a request of our own making: there is no HTTP here
      event.sender.send(IPC_CHANNEL, { connection, open: true });
    }
    if (data !== undefined) open.get(key)?.emit('message', Buffer.from(data), false);
    if (parsed.data.close) open.get(key)?.close();
  });
}

interface IpcSocket extends EventEmitter {
  close: () => void;
}

/** Looks to tRPC like a server-side WebSocket. Ends with the page that opened it. */
function openSocket(page: WebContents, connection: string): IpcSocket {
  const events = new EventEmitter();
  const endings = ['destroyed', 'did-navigate', 'render-process-gone'] as const;
  const close = () => {
    if (socket.readyState === 3) return;
    socket.readyState = 3;
    for (const ending of endings) page.off(ending as 'destroyed', close);
    if (!page.isDestroyed()) page.send(IPC_CHANNEL, { connection, close: true });
    events.emit('close', 1000, '');
  };
  const socket = Object.assign(events, {
    OPEN: 1,
    readyState: 1,
    bufferedAmount: 0,
    send: (data: string) => {
      if (socket.readyState === 1 && !page.isDestroyed()) page.send(IPC_CHANNEL, { connection, data });
    },
    ping: () => queueMicrotask(() => events.emit('pong')),
    close,
    terminate: close,
  });
  for (const ending of endings) page.once(ending as 'destroyed', close);
  return socket;
}
