/** The record of one gate's decision as plain data. Renderers turn it into pages; nothing is decided there. */
import type { Entry } from '../../base/entry.ts';
import { gatePart } from '../closure/report/gates.ts';
import { chainOf, goLiveOf, headOf, type Making } from '../closure/report/head.ts';
import { phaseTitle } from '../playbook/of-go-live.ts';
import type { Rows } from '../tables.ts';
import { knownAt } from './known.ts';
import { criteriaPart, pollsPart } from './report/parts.ts';
import type { DecisionRecord } from './report/schema.ts';
import { figuresOf, summaryOf } from './report/summary.ts';
import type { Gate } from './schema.ts';

export { type DecisionRecord, decisionRecordSchema } from './report/schema.ts';

/** What was known is as it was frozen with the decision; where none stands, as it is now. Throws when `rows` hold no go-live. */
export function decisionRecord(rows: Rows, entries: readonly Entry[], gate: Gate, making: Making): DecisionRecord {
  const goLive = goLiveOf(rows);
  const known = gate.known ?? knownAt(rows, gate, making.now);
  const { criteria: _, ...part } = gatePart(gate, known, rows, entries, goLive);
  const parts = {
    head: headOf(goLive, rows, making),
    gate: {
      ...part,
      phase: gate.phase === '' ? '' : phaseTitle(rows, gate.phase),
      guards: gate.guards.map((phase) => phaseTitle(rows, phase)),
      criteria: criteriaPart(rows, gate, known),
      polls: pollsPart(rows, gate),
      tests: known.tests.map((test) => ({ ...test })),
      evidence: known.evidence.map((each) => ({ ...each })),
    },
    entry: gate.decision === null ? null : entryOf(gate, entries),
    chain: chainOf(entries, making),
  };
  return { report: 'decision', version: 1, summary: summaryOf(parts), figures: figuresOf(parts), ...parts };
}

/** The newest entry that decided the gate. */
function entryOf(gate: Gate, entries: readonly Entry[]): DecisionRecord['entry'] {
  const found = entries.findLast(
    ({ action, changes }) =>
      action === 'gate.decide' && changes.some(({ table, id, set }) => table === 'gate' && id === gate.id && set !== null),
  );
  return found ? { seq: found.seq, at: found.at, actor: found.actor, prev: found.prev, hash: found.hash } : null;
}
