/** The rows of readiness: checks, and the evidence that they hold. */
import { z } from 'zod';
import { catalogueIds, count, id, instant, key, line, offset, optionalLine, ref, text } from '../../base/fields.ts';
import { type RowOf, table } from '../../base/table.ts';

export const checkStatuses = ['open', 'in work', 'passed', 'failed', 'waived', 'not applicable'] as const;
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
    /** Why it failed, was waived or does not apply; empty otherwise. */
    reason: text,
    decidedBy: optionalLine,
    decidedAt: instant.nullable(),
    /** The condition of the playbook under which it applies, in words; empty for always. */
    condition: optionalLine,
    catalogueIds,
  }),
  { goLiveId: 'goLive', ownerId: 'person' },
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
