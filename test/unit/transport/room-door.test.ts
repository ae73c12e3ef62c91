/** The room's door: who may ask what of it over HTTP and WebSocket, and that a caller who may not harms nobody else. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { createTRPCClient, createWSClient, wsLink } from '@trpc/client';
import { expect, onTestFinished, test } from 'vitest';
import WebSocket from 'ws';
import { startHost } from '../../../electron/app/host.ts';
import type { AppRouter } from '../../../electron/app/router.ts';
import { keysIn } from '../../../electron/transport/guard.ts';
import { openRoom } from '../../../electron/transport/room-server.ts';
import { openTestRecord, testFolder } from '../../support/record.ts';

async function aRoom() {
  const folder = testFolder();
  const webRoot = join(folder, 'web');
  mkdirSync(join(webRoot, 'assets'), { recursive: true });
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>Gantry</title>');
  writeFileSync(join(webRoot, 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const host = startHost(openTestRecord(join(folder, 'record.gantry')));
  const keys = keysIn(join(folder, 'keys'));
  const room = await openRoom(host, { port: 0, webRoot, keys });
  onTestFinished(async () => {
    await room.close();
    await host.close();
  });
  return { port: room.port, keys };
}

interface Answer {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

/** Sends the path as it is, which fetch would tidy up. */
function ask(port: number, path: string, { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {}) {
  return new Promise<Answer>((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (piece: string) => {
        body += piece;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    asked.on('error', reject).end();
  });
}

/** The status the upgrade was answered with; 101 when the socket opened. */
function knock(port: number, path: string, headers: Record<string, string> = {}) {
  return new Promise<number>((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    socket.on('open', () => {
      socket.terminate();
      resolve(101);
    });
    socket.on('unexpected-response', (_asked, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
}

function enter(port: number, key: string) {
  const socket = createWSClient({
    url: `ws://127.0.0.1:${port}/ws`,
    WebSocket: WebSocket as never,
    connectionParams: { key },
    retryDelayMs: () => 60_000,
  });
  onTestFinished(() => void socket.close());
  return createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] });
}

test('the page and its files are served with the headers that keep other sites out', async () => {
  const { port } = await aRoom();
  for (const path of ['/', '/assets/app-1a2b.js']) {
    const { status, headers } = await ask(port, path);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    });
    const policy = String(headers['content-security-policy']);
    for (const rule of ["default-src 'none'", "script-src 'self'", "connect-src 'self'", "frame-ancestors 'none'"]) {
      expect(policy.split('; ')).toContain(rule);
    }
    expect(headers).not.toHaveProperty('access-control-allow-origin');
  }
  expect((await ask(port, '/assets/app-1a2b.js')).headers['cache-control']).toContain('immutable');
  expect((await ask(port, '/')).headers['cache-control']).toBe('no-cache');
});

test.each(['rebound.example:PORT', '127.0.0.1', '127.0.0.1:1', 'localhost.rebound.example:PORT'])(
  'a request for the host "%s" is refused, over HTTP and WebSocket',
  async (name) => {
    const { port } = await aRoom();
    const headers = { host: name.replace('PORT', String(port)) };
    expect((await ask(port, '/', { headers })).status).toBe(403);
    expect(await knock(port, '/ws', headers)).toBe(403);
  },
);

test.each(['http://other.example', 'http://127.0.0.1:1', 'https://127.0.0.1:PORT', 'http://localhost:PORT', 'null'])(
  'a page of the origin %s is refused, over HTTP and WebSocket',
  async (name) => {
    const { port } = await aRoom();
    const headers = { origin: name.replace('PORT', String(port)) };
    expect((await ask(port, '/', { headers })).status).toBe(403);
    expect(await knock(port, '/ws', headers)).toBe(403);
  },
);

test('our own page gets in under each name of this computer', async () => {
  const { port } = await aRoom();
  for (const name of ['127.0.0.1', 'localhost', '[::1]']) {
    const headers = { host: `${name}:${port}`, origin: `http://${name}:${port}` };
    expect((await ask(port, '/', { headers })).status, name).toBe(200);
    expect(await knock(port, '/ws', headers), name).toBe(101);
  }
});

test('a WebSocket at another path is refused', async () => {
  const { port } = await aRoom();
  for (const path of ['/', '/ws/', '/wsx', '/ws/../ws2', '/assets/app-1a2b.js']) expect(await knock(port, path), path).toBe(403);
});

test('nothing but reading is possible over HTTP', async () => {
  const { port } = await aRoom();
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    expect((await ask(port, '/', { method })).status, method).toBe(405);
  }
  expect(await ask(port, '/', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
});

test.each([
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/%2e%2e/secret.txt',
  '/..%2fsecret.txt',
  '/assets/%2e%2e%2f%2e%2e%2fsecret.txt',
  '/..%5csecret.txt',
  '/%00',
  '/%E0%A4%A',
  '//secret.txt',
  '//',
  '/assets',
  '/assets/',
])('%s leads nowhere', async (path) => {
  const { port } = await aRoom();
  const { status, body } = await ask(port, path);
  expect(status).toBeGreaterThanOrEqual(400);
  expect(status).toBeLessThan(500);
  expect(body).not.toContain('secret');
  expect((await ask(port, '/')).status).toBe(200);
});

test.each([
  ['no key', undefined],
  ['an empty key', ''],
  ['another key', 'aaaaaaaaaaaaaaaaaaaaaaaa'],
])('with %s a screen is told so and gets no answer', async (_, key) => {
  const { port } = await aRoom();
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws?connectionParams=1`);
  const heard: string[] = [];
  socket.on('message', (message) => heard.push(String(message)));
  const answered = new Promise((resolve) => socket.once('message', resolve));
  socket.on('open', () => {
    socket.send(JSON.stringify({ method: 'connectionParams', data: key === undefined ? {} : { key } }));
    socket.send(JSON.stringify({ id: 1, method: 'query', params: { path: 'goLive.list', input: {} } }));
  });
  await answered;
  socket.terminate();
  expect(heard.join()).toContain('This screen has no key to the room');
  expect(heard.join()).not.toContain('"result"');
});

test('each key opens its own role', async () => {
  const { port, keys } = await aRoom();
  expect(await enter(port, keys.viewer).goLive.list.query({})).toEqual([]);
  await expect(enter(port, keys.viewer).record.backUp.mutate({})).rejects.toThrow(/needs the role manager/);
  await expect(enter(port, keys.member).goLive.sample.mutate({})).rejects.toThrow(/needs the role manager/);
  expect(await enter(port, keys.manager).goLive.sample.mutate({})).toMatchObject({ ok: true, ref: 'GL-001' });
});

test('callers who hang up before they are answered harm nobody', async () => {
  const { port } = await aRoom();
  const upgrade = `GET /ws HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nOrigin: http://other.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`;
  for (const words of [upgrade, `GET / HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\n\r\n`, 'not HTTP at all\r\n\r\n']) {
    for (let caller = 0; caller < 10; caller += 1) {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      await new Promise((resolve) => socket.write(words, resolve));
      socket.resetAndDestroy();
    }
  }
  expect((await ask(port, '/')).status).toBe(200);
});

test('a message over the size limit ends that connection only, and the room goes on', async () => {
  const { port, keys } = await aRoom();
  const other = enter(port, keys.manager);
  expect(await other.goLive.list.query({})).toEqual([]);
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`);
  await new Promise((resolve) => socket.once('open', resolve));
  const closed = new Promise((resolve) => socket.once('close', resolve));
  socket.on('error', () => undefined);
  socket.send(Buffer.alloc(41 * 1024 * 1024, 'a'));
  await closed;
  expect(await other.goLive.list.query({})).toEqual([]);
});

test.each(['nonsense', '{"id":1}', '[]', '{"id":1,"method":"query","params":{"path":"__proto__.x"}}', '\u0000'])(
  'a message that is no request (%j) harms nobody',
  async (message) => {
    const { port, keys } = await aRoom();
    const socket = new WebSocket(`ws://127.0.0.1:${port}/ws`);
    await new Promise((resolve) => socket.once('open', resolve));
    socket.send(message);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await enter(port, keys.manager).goLive.list.query({})).toEqual([]);
    socket.terminate();
  },
);
