/** Runs the room until it is told to stop: opens the record, serves it, says where. */
import { once } from 'node:events';
import { startHost } from '../app/host.ts';
import { recordFileFrom } from '../record/default-place.ts';
import { holderOf } from '../record/lock.ts';
import { openRecord } from '../record/open.ts';
import { keysIn } from '../transport/guard.ts';
import { openRoom, type Room } from '../transport/room-server.ts';
import { openInBrowser } from './open-in-browser.ts';

export interface RoomWish {
  /** File of the record; undefined for the default place. */
  readonly record: string | undefined;
  /** 0 takes any free port. */
  readonly port: number;
  readonly opensBrowser: boolean;
  readonly webRoot: string;
}

/** Resolves with the exit code: 0 when stopped or when a room of this record was already open, 1 when refused. */
export async function serveRoom({ record, port, opensBrowser, webRoot }: RoomWish): Promise<number> {
  const file = recordFileFrom(record ? ['--record', record] : [], process.platform, process.env);
  const opened = openRecord(file, Date.now());
  if (!opened.ok) {
    const address = opened.refusal.code === 'record-held' ? holderOf(file)?.address : null;
    if (!address) {
      process.stderr.write(`${opened.refusal.reason}\n`);
      return 1;
    }
    process.stdout.write(`Gantry is already open: ${address}\n`);
    if (opensBrowser) openInBrowser(address);
    return 0;
  }
  const host = startHost(opened.value);
  const stopped = Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  const keys = keysIn(`${file}.keys`);
  const room = await openRoomNear(port, (at) => openRoom(host, { port: at, webRoot, keys }));
  opened.value.announce(room.address);
  process.stdout.write(`Gantry is ready: ${room.address}\nRecord: ${file}\nStop with Ctrl-C.\n`);
  if (opensBrowser) openInBrowser(room.address);
  await stopped;
  await room.close();
  await host.close();
  return 0;
}

/** Takes any free port when the wanted one belongs to another program. */
async function openRoomNear(port: number, open: (port: number) => Promise<Room>): Promise<Room> {
  try {
    return await open(port);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    process.stderr.write(`Port ${port} is taken by another program; using a free one.\n`);
    return open(0);
  }
}
