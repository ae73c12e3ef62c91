/** The rows of readiness: checks, and the evidence that they hold. */
import { z } from 'zod';
import { catalogueIds, count, id, instant, key, line, offset, optionalLine, ref, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';
import { criticalities } from './criticality.ts';

export const checkStatuses = ['open', 'in work', 'to verify', 'passed', 'failed', 'waived', 'not applicable'] as const;
export type CheckStatus = (typeof checkStatuses)[number];

export const check = table(
  'check',
  z.strictObject({
    id,
    goLiveId: id,
    ref,
    title: line,
    detail: text,
    area: line,
    /** Key of the playbook phase; empty for none. */
    phase: z.union([key, z.literal('')]),
    position: count,
    ownerId: id.nullable(),
    /** Due, counted from T-0; null when it has no due time. */
    dueOffset: offset.nullable(),
    status: z.enum(checkStatuses),
    /** Why it failed, was waived, does not apply, or passed although it was blocked; empty otherwise. */
    reason: text,
    decidedBy: optionalLine,
    decidedAt: instant.nullable(),
    /** The condition of the playbook under which it applies, in words; empty for always. */
    condition: optionalLine,
    catalogueIds,
    /** Key of the step, input or checklist point of the playbook it was made from; empty for none. */
    source: z.union([key, z.literal('')]),
    criticality: z.enum(criticalities),
    /** True when it passes only after somebody other than who did it has verified it. */
    needsVerification: z.boolean(),
    /** Who said that it is passed; null when nobody of the roster did. */
    decidedById: id.nullable(),
    /** Who verified it; empty while nobody has. */
    verifiedBy: optionalLine,
    verifiedAt: instant.nullable(),
    /** Who approved the waiver; empty for no waiver. */
    waiverApprover: optionalLine,
    /** When the waiver ends and the check is open again; null for never. */
    waivedUntil: instant.nullable(),
  }),
  { goLiveId: 'goLive', ownerId: 'person', decidedById: 'person' },
  {
    source: '',
    criticality: 'normal',
    needsVerification: false,
    decidedById: null,
    verifiedBy: '',
    verifiedAt: null,
    waiverApprover: '',
    waivedUntil: null,
  },
);
export type Check = RowOf<typeof check>;

export const evidenceKinds = ['text', 'link', 'file'] as const;
export const evidence = table(
  'evidence',
  z.strictObject({
    id,
    goLiveId: id,
    checkId: id,
    kind: z.enum(evidenceKinds),
    /** The text, the address, or the name of the file. */
    content: z.string().trim().min(1).max(8_000),
    mediaType: optionalLine,
    /** Bytes of the file; 0 for text and links. */
    size: z.number().int().min(0).max(26_214_400),
    /** SHA-256 (hex) of the file kept in the record; empty for text and links. */
    sha256: z.union([z.string().regex(/^[0-9a-f]{64}$/), z.literal('')]),
    addedBy: line,
    addedAt: instant,
  }),
  { goLiveId: 'goLive', checkId: 'check' },
);
export type Evidence = RowOf<typeof evidence>;

export const blockerKinds = ['task', 'ticket', 'incident', 'training', 'risk', 'other'] as const;
/** What keeps a check from passing. One that points at a task, ticket, incident or course clears with it; the others by a person. */
export const blocker = table(
  'blocker',
  z.strictObject({
    id,
    goLiveId: id,
    checkId: id,
    kind: z.enum(blockerKinds),
    taskId: id.nullable(),
    ticketId: id.nullable(),
    incidentId: id.nullable(),
    courseId: id.nullable(),
    /** The risk, or what it waits for, in words; a remark where it points at something. */
    content: text,
    addedBy: line,
    addedAt: instant,
    /** Set by a person who says that it does not block any more; null while it does. */
    clearedAt: instant.nullable(),
    clearedBy: optionalLine,
  }),
  { goLiveId: 'goLive', checkId: 'check', taskId: 'task', ticketId: 'ticket', incidentId: 'incident', courseId: 'course' },
);
export type Blocker = RowOf<typeof blocker>;
