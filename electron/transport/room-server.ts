/** The room: the application served to browsers of this computer over HTTP and tRPC's WebSocket protocol. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { applyWSSHandler } from '@trpc/server/adapters/ws';
import { WebSocketServer } from 'ws';
import type { Host } from '../app/host.ts';
import { appRouter } from '../app/router.ts';
import { isOurs, type Keys, roleOf } from './guard.ts';
import { serveFile } from './static-files.ts';

export interface Room {
  readonly port: number;
  /** The address that opens the room for a manager; carries the key behind `#`, which browsers never send. */
  readonly address: string;
  readonly close: () => Promise<void>;
}

export interface RoomOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** Folder of the built renderer. */
  readonly webRoot: string;
  readonly keys: Keys;
}

/** Bytes of one message: an evidence file of 25 MB as base64 and its envelope. */
const LARGEST_MESSAGE = 40 * 1024 * 1024;

/** Listens on loopback only. Rejects when the port is taken. */
export async function openRoom(host: Host, { port: wanted, webRoot, keys }: RoomOptions): Promise<Room> {
  let port = wanted;
  const server = createServer((request, response) => {
    const [pathname = '/'] = (request.url ?? '/').split(/[?#]/, 1); // not by URL, which throws on paths anyone can send
    if (!isOurs(request, port)) response.writeHead(403).end('This address does not belong to the room.');
    else if (request.method !== 'GET' && request.method !== 'HEAD') response.writeHead(405).end();
    else serveFile(webRoot, pathname, response);
  });
  const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: LARGEST_MESSAGE });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy()); // a caller who hangs up before the answer
    if (!isOurs(request, port) || request.url?.split('?')[0] !== '/ws') {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n');
      return;
    }
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });
  const handler = applyWSSHandler({
    wss: sockets,
    router: appRouter,
    keepAlive: { enabled: true, pingMs: 15_000, pongWaitMs: 5_000 },
    createContext: ({ info }) => {
      const role = roleOf(keys, info.connectionParams?.key);
      return host.contextFor({ id: randomUUID(), role, name: role === 'manager' ? 'Go-live desk' : `A ${role} in the room` });
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  port = (server.address() as AddressInfo).port;
  return {
    port,
    address: `http://127.0.0.1:${port}/#key=${keys.manager}`,
    close: async () => {
      handler.broadcastReconnectNotification();
      for (const client of sockets.clients) client.terminate();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
