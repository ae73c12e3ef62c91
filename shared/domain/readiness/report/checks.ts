/** The checks of the readiness report: by area, what is missing, what was waived and what blocks. */
import { playbookOf } from '../../playbook/of-go-live.ts';
import type { Rows } from '../../tables.ts';
import { blocking } from '../blockers.ts';
import { weightOf } from '../criticality.ts';
import type { Check } from '../schema.ts';
import { dueAt, standingOf } from '../standing.ts';
import type { ReadinessReport } from './schema.ts';

const MISSING_SHOWN = 200;
const WAIVERS_SHOWN = 200;

type Part = ReadinessReport['readiness'];

export function readinessPart(rows: Rows): Part {
  const checks = [...rows.check.values()].sort((a, b) => a.position - b.position);
  const missing = checks.filter(({ status }) => !settled.has(status)).sort(worst);
  return {
    figure: percent(standingOf(checks).figure),
    checkCount: checks.length,
    areas: areasOf(rows, checks),
    missing: {
      checks: missing.slice(0, MISSING_SHOWN).map((check) => ({
        ref: check.ref,
        title: check.title,
        area: check.area,
        criticality: check.criticality,
        status: check.status,
        owner: rows.person.get(check.ownerId ?? '')?.name ?? '',
        dueAt: dueAt(rows, check),
        reason: check.reason,
      })),
      leftOut: Math.max(0, missing.length - MISSING_SHOWN),
    },
    waivers: checks
      .filter(({ status }) => status === 'waived')
      .sort(worst)
      .slice(0, WAIVERS_SHOWN)
      .map(waiverPart),
    blockers: blockersPart(rows, checks),
  };
}

const settled: ReadonlySet<Check['status']> = new Set(['passed', 'waived', 'not applicable']);

function worst(a: Check, b: Check): number {
  const isFailed = ({ status }: Check) => Number(status === 'failed');
  return isFailed(b) - isFailed(a) || weightOf[b.criticality] - weightOf[a.criticality] || a.position - b.position;
}

/** In the order of the playbook, then areas it does not name. */
function areasOf(rows: Rows, checks: readonly Check[]): Part['areas'] {
  const byArea = Map.groupBy(checks, ({ area }) => area);
  const known = (playbookOf(rows)?.areas ?? []).filter((area) => byArea.has(area));
  return [...new Set([...known, ...byArea.keys()])].map((area) => {
    const { counts, figure } = standingOf(byArea.get(area) ?? []);
    const { passed, toVerify, waived, failed, notApplicable } = counts;
    return { area, figure: percent(figure), passed, toVerify, waived, failed, open: counts.open + counts.inWork, notApplicable };
  });
}

function waiverPart(check: Check): Part['waivers'][number] {
  const { ref, title, criticality, reason, waiverApprover, decidedBy, decidedAt, waivedUntil } = check;
  return { ref, title, criticality, reason, approver: waiverApprover, waivedBy: decidedBy, waivedAt: decidedAt, until: waivedUntil };
}

function blockersPart(rows: Rows, checks: readonly Check[]): Part['blockers'] {
  if (rows.blocker.size === 0) return [];
  return checks.flatMap((check) =>
    blocking(rows, check).map(({ blocker, ref, title, standing }) => ({
      check: check.ref,
      kind: blocker.kind,
      ref,
      title,
      standing,
      addedBy: blocker.addedBy,
      addedAt: blocker.addedAt,
    })),
  );
}

/** One decimal, cut, so that 100 means all. */
function percent(figure: number | null): number | null {
  return figure === null ? null : Math.floor(figure * 1000 + 1e-9) / 10;
}
