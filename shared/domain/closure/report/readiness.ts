/** Readiness as it ended: checks by area, and the failed and waived ones with their reasons. */

import { playbookOf } from '../../playbook/of-go-live.ts';
import type { Check } from '../../readiness/schema.ts';
import { standingOf } from '../../readiness/standing.ts';
import type { Rows } from '../../tables.ts';
import type { ReadinessPart } from './schema-work.ts';

const EXCEPTIONS_SHOWN = 60;

export function readinessPart(rows: Rows): ReadinessPart {
  const checks = [...rows.check.values()].sort((a, b) => a.position - b.position);
  const known = playbookOf(rows)?.areas ?? [];
  const areas = [...new Set([...known, ...checks.map(({ area }) => area)])];
  const exceptions = (['failed', 'waived'] as const).flatMap((status) => checks.filter((check) => check.status === status));
  return {
    checkCount: checks.length,
    areas: areas
      .map((area) =>
        areaPart(
          area,
          checks.filter((check) => check.area === area),
        ),
      )
      .filter(({ passed, waived, failed, open, notApplicable }) => passed + waived + failed + open + notApplicable > 0),
    exceptions: {
      checks: exceptions
        .slice(0, EXCEPTIONS_SHOWN)
        .map(({ ref, title, status, reason, decidedBy, decidedAt }) => ({ ref, title, status, reason, by: decidedBy, at: decidedAt })),
      leftOut: Math.max(0, exceptions.length - EXCEPTIONS_SHOWN),
    },
  };
}

function areaPart(area: string, checks: readonly Check[]): ReadinessPart['areas'][number] {
  const { passed, waived, failed, open, inWork, toVerify, notApplicable } = standingOf(checks).counts;
  return { area, passed, waived, failed, open: open + inWork + toVerify, notApplicable };
}
