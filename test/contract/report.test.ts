import { readXlsx } from 'hucre/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { type ClosureReport, closureReportSchema } from '../../shared/domain/closure/report.ts';
import { decisionRecordSchema } from '../../shared/domain/gate/report.ts';
import { readinessReportSchema } from '../../shared/domain/readiness/report.ts';
import { deploymentChecklistSchema } from '../../shared/domain/runbook/checklist.ts';
import { makeDeployGoLive, rowOf, TEAM } from '../support/deploy-go-live.ts';
import { eachHost } from '../support/hosts.ts';

const HOSTILE = '<script>alert(1)</script> =1+1';

eachHost((at) => {
  let goLiveId = '';
  beforeAll(async () => {
    const client = at().join();
    goLiveId = await makeDeployGoLive(client);
    await rowOf(client.closure.addLesson.mutate({ goLiveId, category: 'Team', happened: HOSTILE }));
  });

  type Format = 'pdf' | 'html' | 'md' | 'xlsx' | 'json';
  type Kind = 'closure' | 'readiness' | 'decision' | 'checklist';

  async function made(format: Format, as?: string, kind: Kind = 'closure', gate?: string) {
    const file = await at().join('viewer').report.make.query({ goLiveId, kind, format, as, gate });
    if (!file.ok) throw new Error(file.refusal.reason);
    return { ...file, bytes: Buffer.from(file.base64, 'base64') };
  }

  describe('the closure report', () => {
    test('as JSON is the model, with everything up to the last entry and the last hash of the chain', async () => {
      const { fileName, mediaType, bytes } = await made('json');
      expect(fileName).toMatch(/^GL-\d{3}-closure-\d{4}-\d{2}-\d{2}\.json$/);
      expect(mediaType).toBe('application/json');
      const report: ClosureReport = closureReportSchema.parse(JSON.parse(bytes.toString()));
      const { journal } = at().host.record;
      const entries = journal.after(goLiveId, 0, Number.MAX_SAFE_INTEGER);
      expect(report.chain).toEqual({ lastHash: journal.last().hash, entryCount: entries.length, lastSeq: entries.at(-1)?.seq });
      expect(report.plan.taskCount).toBe(at().host.record.rows(goLiveId).task.size);
      expect(report.head.madeBy).not.toBe('');
    });

    test('carries the name of who made it', async () => {
      const maker = [...at().host.record.rows(goLiveId).person.values()].find(({ name }) => name === TEAM[1]);
      expect(JSON.parse((await made('json', maker?.id)).bytes.toString()).head.madeBy).toBe(TEAM[1]);
    });

    test('as PDF is a PDF', async () => {
      const { mediaType, bytes } = await made('pdf');
      expect(mediaType).toBe('application/pdf');
      expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
      expect(bytes.subarray(-32).toString()).toContain('%%EOF');
    });

    test('as HTML runs nothing that people wrote', async () => {
      const { mediaType, bytes } = await made('html');
      expect(mediaType).toContain('text/html');
      expect(bytes.toString()).toContain('&lt;script&gt;alert(1)');
      expect(bytes.toString()).not.toContain('<script>alert(1)');
    });

    test('as Markdown begins with its title', async () => {
      const { mediaType, bytes } = await made('md');
      expect(mediaType).toContain('text/markdown');
      expect(bytes.toString()).toMatch(/^# /);
    });
  });

  describe.each([
    ['readiness', undefined, readinessReportSchema],
    ['decision', 'G-1', decisionRecordSchema],
    ['checklist', undefined, deploymentChecklistSchema],
  ] as const)('the %s report', (kind, gate, schema) => {
    test.each(['pdf', 'html', 'md', 'xlsx', 'json'] as const)(
      'as %s is whole, named for the go-live, and says the last hash',
      async (format) => {
        const lastHash = at().host.record.journal.last().hash;
        const { fileName, bytes } = await made(format, undefined, kind, gate);
        expect(fileName).toMatch(new RegExp(`^GL-\\d{3}-${kind}${gate ? `-${gate}` : ''}-\\d{4}-\\d{2}-\\d{2}\\.${format}$`));
        if (format === 'json') expect(schema.parse(JSON.parse(bytes.toString())).chain.lastHash).toBe(lastHash);
        else if (format === 'pdf') expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
        else if (format === 'xlsx') expect((await readXlsx(bytes)).sheets[0]?.rows.flat().join(' ')).toContain(lastHash);
        else expect(bytes.toString()).toContain(lastHash);
      },
      20_000,
    );
  });

  test('a decision record takes its gate by reference or id', async () => {
    const gate = [...at().host.record.rows(goLiveId).gate.values()].find(({ ref }) => ref === 'G-2');
    const byRef = JSON.parse((await made('json', undefined, 'decision', 'G-2')).bytes.toString());
    expect(byRef.gate).toMatchObject({ ref: 'G-2', title: gate?.title });
    expect(JSON.parse((await made('json', undefined, 'decision', gate?.id)).bytes.toString()).gate).toEqual(byRef.gate);
  });

  test('a decision record without a gate, of an unknown one, or another report with one is refused', async () => {
    const { report } = at().join();
    const asked = { goLiveId, format: 'json' } as const;
    expect(await report.make.query({ ...asked, kind: 'decision' })).toMatchObject({ ok: false, refusal: { code: 'gate-needed' } });
    expect(await report.make.query({ ...asked, kind: 'decision', gate: 'G-99' })).toMatchObject({
      ok: false,
      refusal: { code: 'unknown-gate' },
    });
    expect(await report.make.query({ ...asked, kind: 'closure', gate: 'G-1' })).toMatchObject({
      ok: false,
      refusal: { code: 'no-gate-wanted' },
    });
    for (const gate of ['', 'T-001', '../../etc', 'G-', 'G-12345678', 7 as never]) {
      await expect(report.make.query({ ...asked, kind: 'decision', gate })).rejects.toThrow(/This cannot be taken/);
    }
  });

  test('a report of no go-live, of no kind, in no format, or by nobody is refused', async () => {
    const { report } = at().join();
    const unknown = '01930000-0000-7000-8000-000000000099';
    const asked = { goLiveId, kind: 'closure', format: 'json' } as const;
    expect(await report.make.query({ ...asked, goLiveId: 'GL-9999' })).toMatchObject({ ok: false, refusal: { code: 'unknown-go-live' } });
    expect(await report.make.query({ ...asked, as: unknown })).toMatchObject({ ok: false, refusal: { code: 'unknown-person' } });
    await expect(report.make.query({ ...asked, kind: 'gossip' as never })).rejects.toThrow(/This cannot be taken/);
    await expect(report.make.query({ ...asked, format: 'exe' as never })).rejects.toThrow(/This cannot be taken/);
  });

  test('making a report writes nothing', async () => {
    const { seq } = at().host.record.journal.last();
    await made('json');
    expect(at().host.record.journal.last().seq).toBe(seq);
  });
});
