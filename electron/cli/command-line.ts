/** Reads the command line and runs one command. Exit code 0 when it did, 1 when refused (reason on stderr), 2 when it was not understood. */
import { parseArgs } from 'node:util';
import type { Result } from '../../shared/base/result.ts';
import { recordFileFrom } from '../record/default-place.ts';
import { type Answer, commands } from './commands.ts';

export interface Terminal {
  readonly write: (text: string) => void;
  readonly complain: (text: string) => void;
  /** Folder of the built renderer, for `room`. */
  readonly webRoot: string;
}

const options = {
  record: { type: 'string' },
  json: { type: 'boolean', default: false },
  'go-live': { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'skip-refused': { type: 'boolean', default: false },
  map: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  port: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export type Flags = ReturnType<typeof parse>['values'];

export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    return misunderstood(terminal, (error as Error).message);
  }
  const { values: flags, positionals } = parsed;
  if (flags.help) {
    terminal.write(usage());
    return 0;
  }
  const command = commands.find(({ words }) => words.every((word, at) => positionals[at] === word));
  if (!command) return misunderstood(terminal, positionals.length === 0 ? 'No command given.' : `There is no command "${positionals.join(' ')}".`);
  const rest = positionals.slice(command.words.length);
  const wrong = rest.length === command.takes.length ? command.misses(flags) : `"${command.words.join(' ')}" takes ${command.takes.join(' ') || 'nothing more'}.`;
  if (wrong) return misunderstood(terminal, wrong);
  const file = recordFileFrom(flags.record ? ['--record', flags.record] : [], process.platform, process.env);
  return tell(await command.run({ file, rest, flags, terminal }), flags.json, terminal);
}

function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
}

function tell(answer: Result<Answer>, asJson: boolean, terminal: Terminal): number {
  if (!answer.ok) {
    terminal.complain(`${asJson ? JSON.stringify(answer.refusal) : answer.refusal.reason}\n`);
    return 1;
  }
  const { words, data } = answer.value;
  terminal.write(asJson || words === null ? `${JSON.stringify(data, null, asJson ? 0 : 2)}\n` : words && `${words}\n`);
  return 0;
}

function misunderstood(terminal: Terminal, why: string): number {
  terminal.complain(`${why}\n\n${usage()}`);
  return 2;
}

function usage(): string {
  const lines = commands.map(({ words, takes, flags, says }) => `  ${[...words, ...takes, flags].filter(Boolean).join(' ')}\n      ${says}`);
  return `gantry [--record FILE] [--json] COMMAND\n\n${lines.join('\n')}\n`;
}
