/** The commands of the command line. Whatever the screen can do, `call` can do; the others are shorter ways to say it. */
import { ok, type Result, refuse } from '../../shared/base/result.ts';
import { type Application, openApplication } from './application.ts';
import type { Answer, Command, Flags } from './command.ts';
import { bringBack, exportPlan, importFile, makeReport } from './file-commands.ts';
import { parsedJson } from './parsed-json.ts';
import { exportRecord, importRecord, restore, verify } from './record-commands.ts';
import { requests } from './requests.ts';
import { serveRoom } from './serve-room.ts';

const nothing = () => '';
const goLiveNeeded = (flags: Flags) => (flags['go-live'] ? '' : 'Say which go-live: --go-live GL-001.');

export const commands: readonly Command[] = [
  {
    words: ['requests'],
    takes: [],
    flags: '',
    says: 'every request with the JSON Schema of its input',
    misses: nothing,
    run: async () => ok({ words: null, data: requests() }),
  },
  {
    words: ['call'],
    takes: ['REQUEST', 'JSON'],
    flags: '',
    says: 'asks one request, such as: call runbook.startTask \'{"goLiveId":"GL-001","taskId":"…"}\'',
    misses: nothing,
    run: async (call) => {
      const [request, json] = call.rest as [string, string];
      const input = parsedJson(json);
      if (!input.ok) return input;
      return withApplication(call.file, async (application) => {
        const answer = await application.call(request, input.value);
        return answer.ok ? ok({ words: null, data: answer.value }) : answer;
      });
    },
  },
  {
    words: ['sample'],
    takes: [],
    flags: '',
    says: 'makes a believable go-live in its third hour',
    misses: nothing,
    run: async (call) =>
      withApplication(call.file, async (application) => {
        const answer = await application.call('goLive.sample', {});
        if (!answer.ok) return answer;
        const { ref, name } = answer.value as { ref: string; name: string };
        return ok({ words: `${ref} ${name}`, data: answer.value });
      }),
  },
  importCommand('plan', 'brings in a plan (.csv, .xlsx); --dry-run only shows what it would do'),
  importCommand('tickets', 'brings in tickets (.csv, .xlsx)'),
  {
    words: ['export', 'plan'],
    takes: [],
    flags: '--go-live REF --format xlsx|csv|project --out FILE',
    says: 'writes the plan to edit elsewhere and bring back',
    misses: (flags) =>
      goLiveNeeded(flags) ||
      (!flags.out ? 'Say where to write it: --out FILE.' : '') ||
      (['xlsx', 'csv', 'project'].includes(flags.format ?? '') ? '' : 'Say the format: --format xlsx, csv or project.'),
    run: async (call) => withApplication(call.file, (application) => exportPlan(application, call)),
  },
  {
    words: ['import', 'edited'],
    takes: ['FILE'],
    flags: '--go-live REF [--dry-run] [--skip-refused]',
    says: 'brings an exported and edited plan back; --dry-run only shows what it would change',
    misses: goLiveNeeded,
    run: async (call) => withApplication(call.file, (application) => bringBack(application, call)),
  },
  {
    words: ['report'],
    takes: ['KIND'],
    flags: '--go-live REF [--gate REF] --format pdf|html|md|xlsx|json --out FILE',
    says: 'writes a report; KIND is closure, readiness, decision (of one gate) or checklist',
    misses: (flags) =>
      goLiveNeeded(flags) ||
      (!flags.out ? 'Say where to write it: --out FILE.' : '') ||
      (['pdf', 'html', 'md', 'xlsx', 'json'].includes(flags.format ?? '') ? '' : 'Say the format: --format pdf, html, md, xlsx or json.'),
    run: async (call) => withApplication(call.file, (application) => makeReport(application, call)),
  },
  {
    words: ['export', 'record'],
    takes: [],
    flags: '--out FILE',
    says: 'writes a whole copy of the record',
    misses: (flags) => (flags.out ? '' : 'Say where to write it: --out FILE.'),
    run: (call) => exportRecord(call.file, call.flags.out as string),
  },
  {
    words: ['import', 'record'],
    takes: ['FILE'],
    flags: '',
    says: 'takes a copy in as the record; only where there is none yet',
    misses: nothing,
    run: async (call) => importRecord(call.rest[0] as string, call.file),
  },
  {
    words: ['verify'],
    takes: [],
    flags: '',
    says: 'proves that the record is what its journal says and that nobody rewrote it',
    misses: nothing,
    run: async (call) => verify(call.file),
  },
  {
    words: ['restore'],
    takes: [],
    flags: '',
    says: 'puts the newest good backup in the place of a damaged record, which is kept',
    misses: nothing,
    run: async (call) => restore(call.file, Date.now()),
  },
  {
    words: ['backup'],
    takes: [],
    flags: '',
    says: 'makes a backup beside the record now',
    misses: nothing,
    run: async (call) =>
      withApplication(call.file, async (application) => {
        const answer = await application.call('record.backUp', {});
        return answer.ok ? ok({ words: `Backup: ${(answer.value as { file: string }).file}`, data: answer.value }) : answer;
      }),
  },
  {
    words: ['room'],
    takes: [],
    flags: '[--port N]',
    says: 'opens the room for browsers of this computer',
    misses: (flags) =>
      /^\d{1,5}$/.test(flags.port ?? '0') && Number(flags.port ?? 0) <= 65_535 ? '' : 'The port is a number up to 65535.',
    run: async (call) => {
      const code = await serveRoom({
        record: call.file,
        port: Number(call.flags.port ?? 4610),
        opensBrowser: false,
        webRoot: call.terminal.webRoot,
      });
      return code === 0 ? ok({ words: '', data: null }) : refuse('room', 'The room was not opened.');
    },
  },
];

function importCommand(kind: 'plan' | 'tickets', says: string): Command {
  return {
    words: ['import', kind],
    takes: ['FILE'],
    flags: '--go-live REF [--dry-run] [--skip-refused] [--map JSON]',
    says,
    misses: goLiveNeeded,
    run: async (call) => withApplication(call.file, (application) => importFile(application, kind, call)),
  };
}

/** Opens the application for one command and closes it again, whatever happens. */
async function withApplication(file: string, work: (application: Application) => Promise<Result<Answer>>): Promise<Result<Answer>> {
  const application = await openApplication(file);
  if (!application.ok) return application;
  try {
    return await work(application.value);
  } finally {
    await application.value.close();
  }
}
