/** The sign-offs a gate wants before a go, in their order. */
import type { Rows } from '../tables.ts';
import type { Approval, Gate } from './schema.ts';

export function approvalsOf(rows: Pick<Rows, 'approval'>, gate: Pick<Gate, 'id'>): readonly Approval[] {
  return [...rows.approval.values()].filter(({ gateId }) => gateId === gate.id).sort((a, b) => a.position - b.position);
}
