/** What happens to evidence: added to a check, removed from it. The bytes of a file are kept by the record, not here. */
import type { z } from 'zod';
import { insert, remove } from '../../base/change.ts';
import { refuse } from '../../base/result.ts';
import { type Act, decide, type Verdict } from '../../base/rule.ts';
import type { Rows } from '../tables.ts';
import type { RemoveEvidence } from './commands.ts';
import { unknownCheck } from './rules.ts';
import { type Evidence, evidence as evidences } from './schema.ts';

/** Evidence as it is kept: of a file its name, size and hash. */
export type EvidenceKept = Pick<Evidence, 'checkId' | 'kind' | 'content' | 'mediaType' | 'size' | 'sha256'>;

export function addEvidence(rows: Rows, kept: EvidenceKept, act: Act): Verdict {
  const check = rows.check.get(kept.checkId);
  if (!check) return unknownCheck();
  const same = [...rows.evidence.values()].find(
    (each) => each.checkId === kept.checkId && each.kind === kept.kind && each.content === kept.content && each.sha256 === kept.sha256,
  );
  if (same) return refuse('same-evidence', `${check.ref} already holds exactly this evidence. Nothing was added.`, [check.ref]);
  const id = act.newId();
  const added = insert(evidences, { ...kept, id, goLiveId: act.goLiveId, addedBy: act.actor, addedAt: act.occurredAt });
  return decide('evidence.add', [added], id);
}

export function removeEvidence(rows: Rows, command: z.infer<typeof RemoveEvidence>, _act: Act): Verdict {
  const evidence = rows.evidence.get(command.evidenceId);
  if (!evidence) return refuse('unknown-evidence', 'That evidence is not in this go-live any more. Reload the board.');
  return decide('evidence.remove', [remove(evidences, evidence)], evidence.id);
}
