/** Whether a playbook is due for a release: what its needs and reasons to skip say about the answered conditions, in words. */
import { z } from 'zod';
import type { Playbook } from './schema.ts';

const reasonSchema = z.strictObject({
  kind: z.enum(['need', 'skip']),
  title: z.string(),
  /** Null while the answers given do not decide it. */
  holds: z.boolean().nullable(),
  /** The answers it rests on, such as "Database migration: yes". */
  words: z.string(),
});
export type ApplicabilityReason = Readonly<z.infer<typeof reasonSchema>>;

export const applicabilitySchema = z.strictObject({
  /** False as soon as a reason to skip holds or a need does not; null while a need is undecided. */
  isDue: z.boolean().nullable(),
  /** Needs first, each in the playbook's order. Empty for a playbook that may always be used. */
  why: z.array(reasonSchema).readonly(),
  /** The verdict in one sentence or two. */
  says: z.string(),
});
export type Applicability = Readonly<z.infer<typeof applicabilitySchema>>;

/** A condition nobody has answered leaves a need undecided, and does not hold in a reason to skip. */
export function applicabilityOf(playbook: Pick<Playbook, 'applicability' | 'conditions'>): Applicability {
  const { needs, skips } = playbook.applicability;
  const why = [
    ...needs.filter(({ anyOf }) => anyOf.length > 0).map((need) => needReason(playbook, need)),
    ...skips.filter(({ allOf, noneOf }) => allOf.length + noneOf.length > 0).map((skip) => skipReason(playbook, skip)),
  ];
  const against = why.filter(({ kind, holds }) => (kind === 'need' ? holds === false : holds === true));
  const undecided = why.filter(({ kind, holds }) => kind === 'need' && holds === null);
  const isDue = against.length > 0 ? false : undecided.length > 0 ? null : true;
  return { isDue, why, says: verdict(isDue, isDue === false ? against : isDue === null ? undecided : why) };
}

type Conditions = Pick<Playbook, 'conditions'>;
type Need = Playbook['applicability']['needs'][number];
type Skip = Playbook['applicability']['skips'][number];

function needReason(playbook: Conditions, { title, anyOf }: Need): ApplicabilityReason {
  const said = answersTo(playbook, anyOf);
  const holds = said.yes.length > 0 ? true : said.open.length > 0 ? null : false;
  const words = holds ? answer(said.yes, 'yes') : holds === null ? unanswered(said.open) : answer(said.no, 'no');
  return { kind: 'need', title, holds, words };
}

/** A reason about which nothing at all was said does not hold, also where it only asks that something is not so. */
function skipReason(playbook: Conditions, { title, allOf, noneOf }: Skip): ApplicabilityReason {
  const all = answersTo(playbook, allOf);
  const none = answersTo(playbook, noneOf);
  const isSaid = all.yes.length + all.no.length + none.yes.length + none.no.length > 0;
  const reason = { kind: 'skip', title } as const;
  if (all.no.length > 0) return { ...reason, holds: false, words: answer(all.no, 'no') };
  if (none.yes.length > 0) return { ...reason, holds: false, words: answer(none.yes, 'yes') };
  if (all.open.length > 0 || !isSaid) return { ...reason, holds: null, words: unanswered([...all.open, ...none.open]) };
  const rest = [answer(all.yes, 'yes'), answer(none.no, 'no')].filter(Boolean).join('; ');
  return { ...reason, holds: true, words: rest };
}

/** Titles of conditions by their answer. */
function answersTo({ conditions }: Conditions, keys: readonly string[]) {
  const asked = conditions.filter(({ key }) => keys.includes(key));
  const titles = (holds: boolean | null) => asked.filter((one) => one.holds === holds).map(({ title }) => title);
  return { yes: titles(true), no: titles(false), open: titles(null) };
}

function answer(titles: readonly string[], word: 'yes' | 'no'): string {
  return titles.length === 0 ? '' : `${titles.join(', ')}: ${word}`;
}

function unanswered(titles: readonly string[]): string {
  return `Not answered yet: ${titles.join(', ')}`;
}

function verdict(isDue: boolean | null, of: readonly ApplicabilityReason[]): string {
  const told = of.map(({ title, words }) => `${title} (${words})`).join('; ');
  if (isDue === false) return `No deployment is due. ${told}.`;
  if (isDue === null) return `Not decided yet. ${told}.`;
  return of.some(({ kind }) => kind === 'need')
    ? 'A deployment is due, and no reason to skip it holds.'
    : 'No reason to skip the deployment holds.';
}
