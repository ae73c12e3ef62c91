/** A link that is about to be made: what it would do to the night, and the act that makes it. */
import { useMemo } from 'react';
import { predecessorsOf } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import type { Link, Task } from '../../../../shared/domain/runbook/schema.ts';
import { client } from '../../../client/client.ts';
import { act } from '../../../store/act.ts';
import { useRows } from '../../../store/live.ts';
import type { Answer } from '../../../ui/dialog.tsx';
import { useImpact } from './use-impact.ts';

/** How the kinds are told to people. */
export const kindWords = {
  FS: 'finish to start',
  SS: 'start to start',
  FF: 'finish to finish',
  SF: 'start to finish',
} as const satisfies Readonly<Record<Link['kind'], string>>;

const MINUTE = 60_000;
const nothing = { edits: [], added: [] };

/** `from` and `to` null while one of them is not chosen yet. `lag` in minutes. */
export function useNewLink(from: Task | null, to: Task | null, kind: Link['kind'], lag: number) {
  const rows = useRows();
  const lagMs = lag * MINUTE;
  const [fromId, toId] = [from?.id, to?.id];
  const command = useMemo(() => {
    if (!fromId || !toId) return nothing;
    const was = predecessorsOf(rows, toId);
    const set = [...was, { fromId, kind, lagMs }];
    return { edits: [{ taskId: toId, was: { after: [...was] }, set: { after: set } }], added: [] };
  }, [rows, fromId, toId, kind, lagMs]);
  const foreseen = useImpact(command);
  const send = (): Answer | Promise<Answer> => {
    if (!from || !to) return { ok: true };
    return act(client.runbook.linkTasks, { fromId: from.id, toId: to.id, kind, lagMs }, `${from.ref} and ${to.ref} linked`);
  };
  /** False while the link would be refused. */
  const mayBeMade = from !== null && to !== null && !(foreseen && 'refusal' in foreseen);
  return { foreseen, send, mayBeMade };
}
