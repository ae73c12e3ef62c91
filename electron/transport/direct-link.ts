/** A tRPC link that calls the application in this process, with the same validation and the same errors as over a line. */
import { TRPCClientError, type TRPCLink } from '@trpc/client';
import { callTRPCProcedure, getTRPCErrorFromUnknown, getTRPCErrorShape } from '@trpc/server';
import { observable } from '@trpc/server/observable';
import { type AppRouter, appRouter } from '../app/router.ts';
import type { Context } from '../app/trpc.ts';

export function directLink(ctx: Context): TRPCLink<AppRouter> {
  return () =>
    ({ op: { path, type, input } }) =>
      observable((observer) => {
        const stop = new AbortController();
        const answerTo = async () => {
          const call = { router: appRouter, path, type, ctx, signal: stop.signal, batchIndex: 0, getRawInput: async () => input };
          const answer: unknown = await callTRPCProcedure(call);
          if (type !== 'subscription') {
            observer.next({ result: { type: 'data', data: answer } });
          } else {
            observer.next({ result: { type: 'started' } });
            for await (const piece of answer as AsyncIterable<unknown>) observer.next({ result: { type: 'data', ...unpacked(piece) } });
          }
          observer.complete();
        };
        answerTo().catch((cause: unknown) => {
          if (stop.signal.aborted) return;
          const error = getTRPCErrorFromUnknown(cause);
          const shape = getTRPCErrorShape({ config: appRouter._def._config, error, type, path, input, ctx });
          observer.error(TRPCClientError.from({ error: shape }));
        });
        return () => stop.abort();
      });
}

/** What `tracked()` makes is a triple of id, data and a mark; other pieces are data as they are. */
function unpacked(piece: unknown): { readonly data: unknown } {
  return Array.isArray(piece) && piece.length === 3 ? { data: { id: piece[0], data: piece[1] } } : { data: piece };
}
