/** Sends a draft to the host and opens the go-live that becomes of it. */
import { refuse } from '../../../shared/base/result.ts';
import { client } from '../../client/client.ts';
import { refusalOf } from '../../store/act.ts';
import { openGoLive } from '../../store/route.ts';
import type { Answer } from '../../ui/dialog.tsx';
import { type Draft, forgetDraft } from './draft.ts';
import { choicesOf } from './draft-choices.ts';
import type { PlaybookHeading } from './use-playbooks.ts';

/** Long enough for a slow disk; a request that waits longer waits for a host that is away. */
const SILENCE_MS = 15_000;

/** A refusal leaves the draft as it is. */
export async function makeGoLive(draft: Draft, playbook: PlaybookHeading | undefined): Promise<Answer> {
  const { name, system, release, description, zone, tZeroAt, windowStart, windowEnd, tZeroMeans, people, despite } = draft;
  if (!playbook) return refuse('no-playbook', 'The host has no playbook to make a go-live from.');
  if (tZeroAt === null || windowStart === null || windowEnd === null)
    return refuse('no-time', 'T-0 and the change window are not written yet. Go back to the step When.');
  const silence = AbortSignal.timeout(SILENCE_MS);
  try {
    const made = await client.goLive.create.mutate(
      {
        name,
        system,
        release,
        description,
        zone,
        ...choicesOf(draft, playbook),
        tZeroAt,
        windowStart,
        windowEnd,
        ...(tZeroMeans.trim() ? { tZeroMeans } : {}),
        ...(despite.trim() ? { despite } : {}),
        people: people.filter(({ name }) => name.trim()).map(({ roles, ...person }) => ({ ...person, roles: [...roles] })),
      },
      { signal: silence },
    );
    if (!made.ok) return made;
    forgetDraft();
    openGoLive(made.ref);
    return { ok: true };
  } catch (error) {
    if (!silence.aborted) return { ok: false, refusal: refusalOf(error) };
    const says = 'The host does not answer, and it is not known whether the go-live was made. What you typed is still here.';
    return refuse('not-reached', `${says} Look at the list of go-lives before you try again.`);
  }
}
