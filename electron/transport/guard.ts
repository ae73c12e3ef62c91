/** The door of the room: which requests are ours (Host, Origin) and which key opens which role. */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { type SessionRole, sessionRoles } from '../app/trpc.ts';

/** One key for each role; whoever has the key has the role. */
export type Keys = Readonly<Record<Exclude<SessionRole, 'nobody'>, string>>;

const keysSchema = z.strictObject({ viewer: z.string().min(20), member: z.string().min(20), manager: z.string().min(20) });

/** The keys kept in `file`, made on first use, so that links given out stay good after a restart. */
export function keysIn(file: string): Keys {
  try {
    return keysSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    const keys = { viewer: newKey(), member: newKey(), manager: newKey() };
    writeFileSync(file, JSON.stringify(keys), { mode: 0o600 });
    return keys;
  }
}

/** The role that `key` opens; `nobody` when it opens none. Takes the same time for every wrong key. */
export function roleOf(keys: Keys, key: unknown): SessionRole {
  if (typeof key !== 'string') return 'nobody';
  const given = Buffer.from(key);
  return sessionRoles.filter((role) => role !== 'nobody' && isSame(given, Buffer.from(keys[role]))).at(-1) ?? 'nobody';
}

/**
 * Whether a request came to us and from us: Host must be loopback with our port (against DNS rebinding), and Origin, where
 * a browser sends it, must be that same host (against pages of other sites).
 */
export function isOurs(request: Pick<IncomingMessage, 'headers'>, port: number): boolean {
  const host = request.headers.host ?? '';
  const { origin } = request.headers;
  const isOurHost = ['127.0.0.1', 'localhost', '[::1]'].some((name) => host === `${name}:${port}`);
  return isOurHost && (origin === undefined || origin === `http://${host}`);
}

function newKey(): string {
  return randomBytes(18).toString('base64url');
}

function isSame(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
