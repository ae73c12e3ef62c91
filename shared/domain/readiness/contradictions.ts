/** What must hold of checks whichever way it came about. */
import type { Contradiction } from '../contradictions.ts';
import type { Rows } from '../tables.ts';
import { testsMissing } from './linked-tests.ts';

/** Checks that are passed though nobody verified them or a test of theirs has not passed. */
export function readinessContradictions(rows: Rows): readonly Contradiction[] {
  const measured = new Set([...rows.test.values()].map(({ checkId }) => checkId));
  return [...rows.check.values()].flatMap((check) => {
    if (check.status !== 'passed') return [];
    const at = { table: 'check', id: check.id, fields: ['status'] } as const;
    if (check.needsVerification && check.verifiedBy === '') return [{ ...at, says: `${check.ref} would be passed without being verified` }];
    if (!measured.has(check.id)) return [];
    return testsMissing(rows, check).map(({ test }) => ({ ...at, says: `${check.ref} is passed and needs ${test.ref} to have passed` }));
  });
}
