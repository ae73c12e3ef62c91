/** A client of a room over WebSocket with a live copy of one go-live, as a screen keeps it. */
import { createTRPCClient, createWSClient, type TRPCClient, wsLink } from '@trpc/client';
import WebSocket from 'ws';
import type { AppRouter } from '../../electron/app/router.ts';
import { shownNow } from '../../shared/domain/drill/clock.ts';
import type { GoLive } from '../../shared/domain/go-live/schema.ts';
import { applyChanges, emptyRows, type Rows, tableNames } from '../../shared/domain/tables.ts';

export type RoomClient = TRPCClient<AppRouter>;

export interface RoomCopy {
  readonly client: RoomClient;
  readonly rows: () => Rows;
  readonly goLive: () => GoLive;
  /** What the clock of the go-live shows, UTC ms. */
  readonly now: () => number;
  /** Resolves once the copy holds the entry `seq`. */
  readonly has: (seq: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

export function roomClient(port: number, key: string) {
  const socket = createWSClient({ url: `ws://127.0.0.1:${port}/ws`, WebSocket: WebSocket as never, connectionParams: { key } });
  return { client: createTRPCClient<AppRouter>({ links: [wsLink({ client: socket })] }) as RoomClient, close: () => socket.close() };
}

export async function copyOf(port: number, key: string, goLiveId: string): Promise<RoomCopy> {
  const { client, close } = roomClient(port, key);
  const snapshot = await client.live.snapshot.query({ goLiveId });
  if (!snapshot.ok) throw new Error(snapshot.refusal.reason);
  const lists = tableNames.map((name) => [name, new Map((snapshot.rows[name] ?? []).map((row) => [row.id, row]))]);
  let rows = { ...emptyRows(), ...Object.fromEntries(lists) } as Rows;
  let seq = snapshot.seq;
  let waiting: { readonly seq: number; readonly go: () => void }[] = [];
  const line = client.live.entries.subscribe(
    { goLiveId, as: null, lastEventId: String(seq) },
    {
      onData: ({ data }) => {
        rows = applyChanges(rows, data.changes);
        seq = data.seq;
        for (const each of waiting) if (each.seq <= seq) each.go();
        waiting = waiting.filter((each) => each.seq > seq);
      },
    },
  );
  const goLive = () => rows.goLive.get(goLiveId) as GoLive;
  return {
    client,
    rows: () => rows,
    goLive,
    now: () => shownNow(goLive(), Date.now()),
    has: (wanted) => (wanted <= seq ? Promise.resolve() : new Promise((go) => waiting.push({ seq: wanted, go }))),
    close: async () => {
      line.unsubscribe();
      await close();
    },
  };
}
