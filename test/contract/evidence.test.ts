import { beforeEach, expect, test } from 'vitest';
import { newId } from '../../electron/record/new-id.ts';
import { insert } from '../../shared/base/change.ts';
import { MOST_EVIDENCE_BYTES } from '../../shared/domain/readiness/commands.ts';
import { check as checks, type Evidence } from '../../shared/domain/readiness/schema.ts';
import { aCheck } from '../support/builders.ts';
import { eachHost } from '../support/hosts.ts';
import { aGoLive, commit, insertGoLive, NOW } from '../support/record.ts';

let number = 0;

eachHost((at) => {
  let goLiveId = '';
  let checkId = '';

  beforeEach(() => {
    number += 1;
    const goLive = aGoLive({ ref: `GL-${String(number).padStart(3, '0')}` });
    goLiveId = goLive.id;
    checkId = newId(NOW);
    commit(at().host.record, goLiveId, 'goLive.create', [insertGoLive(goLive), insert(checks, aCheck({ id: checkId, goLiveId }))]);
  });

  const rows = () => at().host.record.rows(goLiveId);
  const only = (): Evidence => {
    const [evidence, ...others] = rows().evidence.values();
    expect(others).toEqual([]);
    return evidence as Evidence;
  };

  test('a text and a link are kept as they were written', async () => {
    const { readiness } = at().join('member');
    const content = '=HYPERLINK("http://x") <img src=x onerror=alert(1)>';
    const added = await readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'text', content } });
    expect(only()).toMatchObject({
      id: added.ok && added.rowId,
      kind: 'text',
      content,
      size: 0,
      sha256: '',
      addedBy: expect.any(String),
    });
    await readiness.removeEvidence.mutate({ goLiveId, evidenceId: only().id });
    await readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'link', address: 'https://ci.example.com/run/42?a=b#c' } });
    expect(only()).toMatchObject({ kind: 'link', content: 'https://ci.example.com/run/42?a=b#c' });
  });

  test('a file comes out byte for byte, with its name, size and kind', async () => {
    const { readiness } = at().join('member');
    const bytes = Buffer.from(Array.from({ length: 70_001 }, (_, index) => (index * 31) % 256));
    const evidence = { kind: 'file' as const, name: 'Übergabe.pdf', base64: bytes.toString('base64') };
    await readiness.addEvidence.mutate({ goLiveId, checkId, evidence });
    expect(only()).toMatchObject({ content: 'Übergabe.pdf', mediaType: 'application/pdf', size: 70_001 });
    const file = await at().join('viewer').readiness.evidenceFile.query({ goLiveId, evidenceId: only().id });
    expect(file).toEqual({ ok: true, name: 'Übergabe.pdf', mediaType: 'application/pdf', base64: evidence.base64 });
  });

  test.each([
    'setup.exe',
    'report.html',
    'page.xhtml',
    'drawing.svg',
    'run.js',
    'app.hta',
    'macro.vbs',
    'start.sh',
    'style.xml',
    'report.pdf.html',
    'REPORT.HTML ',
    'no-extension',
  ])('a program such as %s is kept byte for byte, only ever given out as plain bytes', async (name) => {
    const { readiness } = at().join('member');
    const base64 = Buffer.from('<script>alert(1)</script>').toString('base64');
    await readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'file', name, base64 } });
    expect(only().mediaType).toBe('application/octet-stream');
    const file = await readiness.evidenceFile.query({ goLiveId, evidenceId: only().id });
    expect(file).toEqual({ ok: true, name: name.trim(), mediaType: 'application/octet-stream', base64 });
  });

  test('a file of 25 MB is taken and comes out whole, one byte more is refused', async () => {
    const { readiness } = at().join('member');
    const give = (size: number) => {
      const base64 = Buffer.alloc(size, 'gantry').toString('base64');
      return readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'file', name: 'dump.bin', base64 } });
    };
    await expect(give(MOST_EVIDENCE_BYTES + 1)).rejects.toThrow(/larger than 25 MB/);
    expect(await give(MOST_EVIDENCE_BYTES)).toMatchObject({ ok: true });
    const file = await readiness.evidenceFile.query({ goLiveId, evidenceId: only().id });
    const bytes = Buffer.from(file.ok ? file.base64 : '', 'base64');
    expect(bytes.equals(Buffer.alloc(MOST_EVIDENCE_BYTES, 'gantry'))).toBe(true);
  }, 60_000);

  test('a file that was removed comes back when the removal is taken back', async () => {
    const client = at().join('member');
    const base64 = Buffer.from('signed').toString('base64');
    await client.readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'file', name: 'a.txt', base64 } });
    const { id } = only();
    const removed = await client.readiness.removeEvidence.mutate({ goLiveId, evidenceId: id });
    expect(await client.readiness.evidenceFile.query({ goLiveId, evidenceId: id })).toMatchObject({
      ok: false,
      refusal: { code: 'unknown-file' },
    });
    await client.journal.undo.mutate({ goLiveId, seq: removed.ok ? removed.seq : 0 });
    expect(await client.readiness.evidenceFile.query({ goLiveId, evidenceId: id })).toMatchObject({ ok: true, base64 });
  });

  test('the file of another go-live is not given out', async () => {
    const client = at().join('member');
    await client.readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'file', name: 'a.txt', base64: 'QQ==' } });
    const other = aGoLive({ ref: 'GL-900' });
    const create = { at: NOW, occurredAt: NOW, actor: 'M. Okoro', action: 'goLive.create', note: '', undoes: null };
    at().host.record.commit({ ...create, goLiveId: other.id, changes: [insertGoLive(other)] });
    const asked = client.readiness.evidenceFile.query({ goLiveId: other.id, evidenceId: only().id });
    expect(await asked).toMatchObject({ ok: false, refusal: { code: 'unknown-file' } });
  });

  test.each([
    ['a link that is no web address', { kind: 'link', address: 'javascript:alert(1)' }, /address/],
    ['a file that would leave its folder', { kind: 'file', name: '../x', base64: 'QQ==' }, /name/],
    ['a file that is not base64', { kind: 'file', name: 'x', base64: 'Q§==' }, /base64/],
    ['an empty text', { kind: 'text', content: '  ' }, /content/],
    ['a kind that does not exist', { kind: 'program' }, /kind/],
  ] as const)('%s is refused and changes nothing', async (_what, evidence, says) => {
    const { seq } = at().host.record.journal.last();
    await expect(
      at()
        .join('member')
        .readiness.addEvidence.mutate({ goLiveId, checkId, evidence: evidence as never }),
    ).rejects.toThrow(says);
    expect(at().host.record.journal.last().seq).toBe(seq);
  });

  test('a viewer adds none', async () => {
    const asked = at()
      .join('viewer')
      .readiness.addEvidence.mutate({ goLiveId, checkId, evidence: { kind: 'text', content: 'x' } });
    await expect(asked).rejects.toThrow(/needs the role member/);
  });
});
