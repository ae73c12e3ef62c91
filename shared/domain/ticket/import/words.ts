/** The words support systems use for the state and the priority of a ticket. */
import type { TicketStatus } from '../schema.ts';

const stateWords: Readonly<Record<TicketStatus, readonly string[]>> = {
  new: [
    'new',
    'open',
    'opened',
    'logged',
    'submitted',
    'created',
    'reported',
    'unassigned',
    'registered',
    'reopened',
    're opened',
    'neu',
    'offen',
    'novy',
    'otevreny',
  ],
  triaged: ['triaged', 'assigned', 'acknowledged', 'accepted', 'queued', 'dispatched', 'zugewiesen', 'prideleno', 'prirazeno'],
  'in progress': [
    'active',
    'in progress',
    'work in progress',
    'wip',
    'investigating',
    'working',
    'in work',
    'processing',
    'in bearbeitung',
    'v reseni',
    'aktivni',
  ],
  waiting: ['on hold', 'hold', 'pending', 'waiting', 'awaiting', 'suspended', 'paused', 'wartend', 'ceka', 'pozastaveno'],
  resolved: ['resolved', 'solved', 'fixed', 'done', 'completed', 'complete', 'gelost', 'vyreseno', 'vyreseny'],
  closed: ['closed', 'close', 'closed complete', 'closed resolved', 'geschlossen', 'uzavreno', 'uzavreny'],
  cancelled: [
    'cancelled',
    'canceled',
    'rejected',
    'withdrawn',
    'duplicate',
    'closed skipped',
    'closed incomplete',
    'abandoned',
    'storniert',
    'zruseno',
  ],
};
const stateOf = new Map(
  (Object.entries(stateWords) as [TicketStatus, readonly string[]][]).flatMap(([status, words]) =>
    words.map((word) => [word, status] as const),
  ),
);

const priorityWords: readonly (readonly [number, RegExp])[] = [
  [1, /\b(critical|urgent|highest|blocker|emergency|p1|sev1|kritisch|kriticka)\b/],
  [2, /\b(high|major|p2|sev2|hoch|vysoka)\b/],
  [3, /\b(moderate|medium|normal|middle|standard|p3|sev3|mittel|stredni|normalni)\b/],
  [4, /\b(low|lowest|minor|trivial|planning|p4|p5|sev4|niedrig|nizka)\b/],
];

/** True for what systems write when they do not know: empty, `?`, `-100`, `n/a`, `null`. */
export function isUnknown(text: string): boolean {
  return /^(\?+|-100|-+|n\/?a|null|none|undefined|\(empty\)|unknown)?$/i.test(text);
}

/** The status a state's name means, such as "Awaiting User Info"; null when it is none of those known. */
export function statusOfState(state: string): TicketStatus | null {
  const plain = plainWords(state).replace(/^\d+ /, '');
  const byStart = /^(awaiting|waiting|pending|on hold|warte|ceka)\b/.test(plain)
    ? 'waiting'
    : /^(cancel|reject)/.test(plain)
      ? 'cancelled'
      : null;
  return stateOf.get(plain) ?? byStart;
}

/** 1 to 4 from `3 - Moderate`, `P2`, `High` or `4`; 5 counts as 4. Null when it says none of them. */
export function readPriority(text: string): number | null {
  const plain = plainWords(text);
  const leading = /^(?:p|sev|prio|priority)? ?([1-5])\b/.exec(plain);
  if (leading) return Math.min(4, Number(leading[1]));
  return priorityWords.find(([, words]) => words.test(plain))?.[0] ?? null;
}

/** The priority of an impact and an urgency from 1 to 3, after the ITIL matrix ServiceNow ships with; null when either is missing. */
export function priorityOf(impact: number | null, urgency: number | null): number | null {
  return impact === null || urgency === null ? null : Math.max(1, Math.min(4, impact + urgency - 1));
}

function plainWords(text: string): string {
  return text
    .slice(0, 200)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
