/** The command line run in this process, with what it wrote kept for the test. */
import { join } from 'node:path';
import { runCommandLine } from '../../electron/cli/command-line.ts';

export interface Ran {
  readonly code: number;
  /** What went to stdout and stderr. */
  readonly out: string;
  readonly err: string;
}

/** Runs `gantry --record file ...args` to its end. */
export async function gantry(file: string, ...args: readonly string[]): Promise<Ran> {
  let out = '';
  let err = '';
  const code = await runCommandLine(['--record', file, ...args], {
    write: (text) => {
      out += text;
    },
    complain: (text) => {
      err += text;
    },
    webRoot: join(import.meta.dirname, '../../renderer'),
  });
  return { code, out, err };
}

/** What a command printed as JSON. Throws, with its complaint, when it was refused. */
export async function answerOf(file: string, ...args: readonly string[]): Promise<unknown> {
  const { code, out, err } = await gantry(file, '--json', ...args);
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return JSON.parse(out);
}

/** Makes a go-live from the playbook Deploy and gives its id. */
export async function makeGoLive(file: string, zone = 'Europe/Prague'): Promise<string> {
  const tZeroAt = Date.UTC(2026, 1, 7, 21, 0);
  const playbook = (await answerOf(file, 'call', 'playbook.list', '{}')) as readonly { key: string; roles: readonly { key: string }[] }[];
  const [first] = playbook;
  if (!first) throw new Error('there is no playbook');
  const command = {
    name: 'ERPNext v16, wave 1',
    system: 'ERPNext',
    zone,
    tZeroAt,
    windowStart: tZeroAt,
    windowEnd: tZeroAt + 6 * 3_600_000,
    playbookKey: first.key,
    people: [{ name: 'Mara Okoro', department: 'IT', roles: first.roles.map(({ key }) => key) }],
  };
  const made = (await answerOf(file, 'call', 'goLive.create', JSON.stringify(command))) as { goLiveId: string };
  return made.goLiveId;
}
