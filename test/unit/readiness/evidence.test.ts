import { describe, expect, test } from 'vitest';
import { AddEvidence, MOST_EVIDENCE_BYTES } from '../../../shared/domain/readiness/commands.ts';
import { addEvidence, removeEvidence } from '../../../shared/domain/readiness/evidence-rules.ts';
import { mediaTypeOf } from '../../../shared/domain/readiness/media-type.ts';
import { aCheck, anAct, anEvidence, idOf, refusalOf, rowsWith } from '../../support/builders.ts';

const text = { kind: 'text', content: 'Log reviewed', mediaType: '', size: 0, sha256: '' } as const;

describe('evidence', () => {
  test('is kept with who added it and when it happened', () => {
    const check = aCheck();
    const verdict = addEvidence(rowsWith({ check: [check] }), { ...text, checkId: check.id }, anAct({ actor: 'A. Kaya', occurredAt: 7 }));
    const set = { checkId: check.id, content: 'Log reviewed', addedBy: 'A. Kaya', addedAt: 7 };
    expect(verdict).toMatchObject({ ok: true, value: { action: 'evidence.add', changes: [{ table: 'evidence', set, was: null }] } });
  });

  test('is not added to a check that is not there', () => {
    expect(refusalOf(addEvidence(rowsWith({}), { ...text, checkId: idOf(3) }, anAct()))).toBe('unknown-check');
  });

  test('is not added twice to the same check, but to another', () => {
    const check = aCheck();
    const other = aCheck({ id: idOf(601), ref: 'C-002' });
    const rows = rowsWith({ check: [check, other], evidence: [anEvidence({ ...text, checkId: check.id })] });
    expect(refusalOf(addEvidence(rows, { ...text, checkId: check.id }, anAct()))).toBe('same-evidence');
    expect(addEvidence(rows, { ...text, checkId: other.id }, anAct()).ok).toBe(true);
  });

  test('removing it takes its row out; removing it again is refused', () => {
    const evidence = anEvidence();
    const verdict = removeEvidence(rowsWith({ evidence: [evidence] }), { evidenceId: evidence.id }, anAct());
    expect(verdict).toMatchObject({
      ok: true,
      value: { action: 'evidence.remove', changes: [{ id: evidence.id, set: null, was: evidence }] },
    });
    expect(refusalOf(removeEvidence(rowsWith({}), { evidenceId: evidence.id }, anAct()))).toBe('unknown-evidence');
  });
});

describe('what is taken as evidence', () => {
  const isTaken = (evidence: object) => AddEvidence.safeParse({ checkId: idOf(3), evidence }).success;

  test.each(['https://ci.example.com/run/42?x=1#log', 'http://jira/browse/ERP-1', 'http://10.0.0.7:8080/report'])(
    'the link %s',
    (address) => {
      expect(isTaken({ kind: 'link', address })).toBe(true);
    },
  );

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', 'ftp://host/a', 'ci.example.com', '//host/a', ''])(
    'not the link %j',
    (address) => {
      expect(isTaken({ kind: 'link', address })).toBe(false);
    },
  );

  test.each(['../../etc/passwd', 'a\\b.exe', 'a\nb.txt', '', ' ', 'x'.repeat(201)])('not a file named %j', (name) => {
    expect(isTaken({ kind: 'file', name, base64: 'QQ==' })).toBe(false);
  });

  test.each(['', 'QQ=', '<b>', 'QQ==QQ=='])('not a file of %j', (base64) => {
    expect(isTaken({ kind: 'file', name: 'a.txt', base64 })).toBe(false);
  });

  test('a file of 25 MB, not of one byte more', () => {
    const largest = Buffer.alloc(MOST_EVIDENCE_BYTES).toString('base64');
    const larger = Buffer.alloc(MOST_EVIDENCE_BYTES + 1).toString('base64');
    expect(isTaken({ kind: 'file', name: 'a.bin', base64: largest })).toBe(true);
    expect(isTaken({ kind: 'file', name: 'a.bin', base64: larger })).toBe(false);
  });
});

test.each([
  ['Report.PDF', 'application/pdf'],
  ['screen.shot.png', 'image/png'],
  ['run.exe', 'application/octet-stream'],
  ['page.html', 'application/octet-stream'],
  ['drawing.svg', 'application/octet-stream'],
  ['pdf', 'application/octet-stream'],
  ['x.constructor', 'application/octet-stream'],
])('the name %s says %s', (name, mediaType) => {
  expect(mediaTypeOf(name)).toBe(mediaType);
});
