/** The host's secrets: keys that seal the calls of a poll until the reveal, and hashes of PINs. Nothing here leaves the host. */
import { createCipheriv, createDecipheriv, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { calls } from '../../shared/domain/gate/schema.ts';
import type { CallContent } from '../../shared/domain/gate/sealed-poll-rules.ts';

/** Every sealed call has this many bytes before it is encrypted: the longest reason, so that its length tells nothing. */
const SEALED_BYTES = 12_288;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const content = z.strictObject({ call: z.enum(calls), reason: z.string() });

/** A new key in base64. */
export function newSealingKey(): string {
  return randomBytes(32).toString('base64');
}

/** AES-256-GCM: nonce, tag and cipher text in base64. `about` binds it to its place, so that no sealed call fits into another. */
export function sealed(call: CallContent, key: string, about: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'base64'), nonce).setAAD(Buffer.from(about));
  const plain = Buffer.alloc(SEALED_BYTES, ' ');
  if (plain.write(JSON.stringify({ call: call.call, reason: call.reason })) === SEALED_BYTES)
    throw new Error('a call is too long to be sealed');
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64');
}

/** Throws when the call was not sealed with this key for this place. */
export function unsealed(text: string, key: string, about: string): CallContent {
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'base64'), bytes.subarray(0, NONCE_BYTES));
  decipher.setAAD(Buffer.from(about)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  const plain = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  return content.parse(JSON.parse(plain.toString()));
}

const derive = promisify(scrypt) as (pin: string, salt: Buffer, length: number) => Promise<Buffer>;

/** Salt and scrypt hash, in base64. */
export async function hashedPin(pin: string): Promise<string> {
  const salt = randomBytes(16);
  return `${salt.toString('base64')}.${(await derive(pin, salt, 32)).toString('base64')}`;
}

export async function isPin(pin: string, hashed: string): Promise<boolean> {
  const [salt = '', hash = ''] = hashed.split('.');
  const wanted = Buffer.from(hash, 'base64');
  const given = await derive(pin, Buffer.from(salt, 'base64'), 32);
  return wanted.length === given.length && timingSafeEqual(given, wanted);
}
