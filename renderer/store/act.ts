/** Acting from this screen: adds which go-live and who acts, sends, and says what became of it. */

import type { Refusal } from '../../shared/base/result.ts';
import { cutWords } from '../../shared/domain/drill/line-cut.ts';
import { troubleOf } from '../../shared/domain/drill/trouble.ts';
import type { Rows } from '../../shared/domain/tables.ts';
import { client, type Outcome } from '../client/client.ts';
import { toast } from '../ui/toast.tsx';
import { useLive } from './live.ts';

interface Request<Input, Answer extends Outcome = Outcome> {
  readonly mutate: (input: Input) => Promise<Answer>;
}
/** What every act carries besides its own fields; added here. */
type Own<Input> = Omit<Input, 'goLiveId' | 'as'>;

/**
 * Sends one act. When it is written, a toast says `said` and offers the undo; without `said` the row itself shows it.
 * A refusal is returned for the caller to show; so is a line that is down, as a refusal `not-reached`.
 */
export async function act<Input, Answer extends Outcome>(
  request: Request<Input, Answer>,
  fields: Own<Input>,
  said?: string | ((made: Extract<Answer, { readonly ok: true }>) => string),
): Promise<Outcome> {
  const outcome = await send(request, fields);
  if (outcome.ok && said) {
    const text = typeof said === 'string' ? said : said(outcome as Extract<Answer, { readonly ok: true }>);
    toast.show({ text, undo: () => void undo(outcome.seq) });
  }
  return outcome;
}

/** The same from a single key, where no dialog can show a refusal: it comes as a toast. */
export async function actLoud<Input>(request: Request<Input>, fields: Own<Input>, said?: string): Promise<Outcome> {
  const outcome = await act(request, fields, said);
  if (!outcome.ok) tell(outcome.refusal);
  return outcome;
}

/** Shows a refusal where no dialog can. */
export function tell(refusal: Refusal): void {
  toast.show({ text: refusal.reason, state: 'blocked' });
}

/** Takes an entry back and says so; a refusal comes as a toast. */
export async function undo(seq: number): Promise<Outcome> {
  const outcome = await send(client.journal.undo, { seq });
  if (outcome.ok) toast.show({ text: `Entry ${seq} taken back`, state: 'rolled-back' });
  else tell(outcome.refusal);
  return outcome;
}

/** What to tell the person when a request throws: validation, role, or a line that is down. */
export function refusalOf(error: unknown): Refusal {
  const said = error instanceof Error ? error.message : String(error);
  const isDown = /closed|reconnect|timeout|network/i.test(said);
  return isDown ? notReached : { code: 'not-taken', reason: said, about: [] };
}

const notReached: Refusal = {
  code: 'not-reached',
  reason: 'The host cannot be reached. This is not saved. What you typed is still here; try again when the line is back.',
  about: [],
};

/** In a drill that cut this line it says so: nobody should look for a broken cable. */
function notReachedIn(rows: Rows, goLiveId: string, me: string | null): Refusal {
  const cut = troubleOf(rows, me, 'lost connection');
  if (!cut) return notReached;
  const until = cutWords(cut, rows.goLive.get(goLiveId)?.zone ?? 'UTC');
  return { ...notReached, reason: `${until} This is not saved. What you typed is still here; try again when the line is back.` };
}

async function send<Input>(request: Request<Input>, fields: Own<Input>): Promise<Outcome> {
  const { goLiveId, me, link, rows } = useLive.getState();
  if (!goLiveId) throw new Error('an act without a go-live');
  if (link === 'late') return { ok: false, refusal: notReachedIn(rows, goLiveId, me) }; // or it would wait unseen and happen when nobody expects it
  try {
    return await request.mutate({ ...fields, goLiveId, ...(me ? { as: me } : {}) } as Input);
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) };
  }
}
