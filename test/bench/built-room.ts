/** The room as it was built, over a record, in a process of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const room = fileURLToPath(new URL('../../out/main/room.js', import.meta.url));

export interface BuiltRoom {
  /** With the key of a manager. */
  readonly address: string;
  /** From the start of its process until it could be entered, ms. */
  readonly readyAfter: number;
  readonly stop: () => Promise<void>;
}

export async function startRoom(record: string): Promise<BuiltRoom> {
  const began = performance.now();
  const child = spawn(process.execPath, [room, '--record', record, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  const stop = async () => {
    child.kill('SIGTERM');
    await ended;
  };
  const address = await readyAddress(child.stdout);
  return { address, readyAfter: performance.now() - began, stop };
}

function readyAddress(stdout: NodeJS.ReadableStream): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    stdout.on('data', (piece) => {
      said += String(piece);
      const address = /ready: (http\S+)/.exec(said)?.[1];
      if (address) resolve(address);
    });
    stdout.on('end', () => reject(new Error(`the room ended before it was ready: ${said}`)));
  });
}
