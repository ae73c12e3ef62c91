/** The pages on checks: readiness by area, what is missing, waivers and blockers. */
import type { ReadinessReport } from '../../../shared/domain/readiness/report.ts';
import type { Block } from '../document.ts';
import { count, heading, leftOutNote, NONE, type PageWords, paragraph, status, subheading } from '../page-words.ts';

export function readinessPages({ readiness }: ReadinessReport, words: PageWords): Block[] {
  if (readiness.checkCount === 0) return [heading('Readiness by area'), paragraph('This go-live has no checks.')];
  return [
    heading('Readiness by area'),
    {
      kind: 'table',
      columns: [
        { head: 'Area', width: 30 },
        { head: 'Readiness', width: 12, isFigure: true },
        { head: 'Passed', width: 10, isFigure: true },
        { head: 'To verify', width: 11, isFigure: true },
        { head: 'Waived', width: 10, isFigure: true },
        { head: 'Open', width: 9, isFigure: true },
        { head: 'Failed', width: 9, isFigure: true },
        { head: 'Not applicable', width: 15, isFigure: true },
      ],
      rows: readiness.areas.map(({ area, figure, passed, toVerify, waived, open, failed, notApplicable }) => ({
        cells: [
          area,
          figure === null ? NONE : String(figure),
          String(passed),
          count(toVerify, 'ink'),
          count(waived, 'warn'),
          count(open, 'ink'),
          count(failed, 'stop'),
          count(notApplicable, 'quiet'),
        ],
      })),
    },
    ...missingPages(readiness.missing, words),
  ];
}

function missingPages({ checks, leftOut }: ReadinessReport['readiness']['missing'], words: PageWords): Block[] {
  if (checks.length === 0) return [paragraph('Every check that applies is passed or waived.')];
  return [
    subheading('Checks not passed, worst first'),
    {
      kind: 'table',
      columns: [
        { head: 'State', width: 14 },
        { head: 'Ref', width: 9 },
        { head: 'Check', width: 33 },
        { head: 'Weight', width: 10 },
        { head: 'Owner', width: 16 },
        { head: `Due, ${words.zone}`, width: 16, isFigure: true },
      ],
      rows: checks.map(({ status: word, ref, title, criticality, owner, dueAt, reason }) => ({
        cells: [status(word), ref, [title, reason].filter(Boolean).join('\n'), criticality, owner || 'nobody', words.when(dueAt)],
      })),
    },
    ...leftOutNote(leftOut, 'such checks'),
  ];
}

export function waiverPages({ readiness: { waivers } }: ReadinessReport, words: PageWords): Block[] {
  if (waivers.length === 0) return [heading('Waivers'), paragraph('Nothing is waived.')];
  return [
    heading('Waivers'),
    {
      kind: 'table',
      columns: [
        { head: 'Ref', width: 8 },
        { head: 'Check', width: 26 },
        { head: 'Weight', width: 9 },
        { head: 'Accepted because', width: 29 },
        { head: 'Approved by', width: 17 },
        { head: `Until, ${words.zone}`, width: 13, isFigure: true },
      ],
      rows: waivers.map(({ ref, title, criticality, reason, approver, waivedBy, waivedAt, until }) => ({
        cells: [
          ref,
          title,
          criticality,
          reason || NONE,
          [approver || waivedBy, waivedAt === null ? '' : words.when(waivedAt)].filter(Boolean).join(', ') || NONE,
          until === null ? 'no end' : words.when(until),
        ],
      })),
    },
  ];
}

export function blockerPages({ readiness: { blockers } }: ReadinessReport, words: PageWords): Block[] {
  if (blockers.length === 0) return [heading('Blockers'), paragraph('Nothing blocks a check.')];
  return [
    heading('Blockers'),
    {
      kind: 'table',
      columns: [
        { head: 'Check', width: 9 },
        { head: 'Blocked by', width: 11 },
        { head: 'What blocks', width: 37 },
        { head: 'Where it stands', width: 20 },
        { head: `Added, ${words.zone}`, width: 23 },
      ],
      rows: blockers.map(({ check, kind, ref, title, standing, addedBy, addedAt }) => ({
        cells: [check, ref || kind, title, standing, `${addedBy}, ${words.when(addedAt)}`],
      })),
    },
  ];
}
