/** Reads the command line and runs one command. Exit code 0 when it did, 1 when refused (reason on stderr), 2 when it was not understood. */
import type { Result } from '../../shared/base/result.ts';
import { recordFileFrom } from '../record/default-place.ts';
import { type Answer, parse, type Terminal } from './command.ts';
import { commands } from './commands.ts';
import { printedJson } from './printed-json.ts';

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
  if (!command)
    return misunderstood(terminal, positionals.length === 0 ? 'No command given.' : `There is no command "${positionals.join(' ')}".`);
  const rest = positionals.slice(command.words.length);
  const wrong =
    rest.length === command.takes.length
      ? command.misses(flags)
      : `"${command.words.join(' ')}" takes ${command.takes.join(' ') || 'nothing more'}.`;
  if (wrong) return misunderstood(terminal, wrong);
  const file = recordFileFrom(flags.record ? ['--record', flags.record] : [], process.platform, process.env);
  return tell(await command.run({ file, rest, flags, terminal }), flags.json, terminal);
}

function tell(answer: Result<Answer>, asJson: boolean, terminal: Terminal): number {
  if (!answer.ok) {
    terminal.complain(`${asJson ? JSON.stringify(answer.refusal) : answer.refusal.reason}\n`);
    return 1;
  }
  const { words, data } = answer.value;
  if (asJson) terminal.write(`${JSON.stringify(data)}\n`);
  else if (words !== '') terminal.write(`${words ?? printedJson(data)}\n`);
  return 0;
}

function misunderstood(terminal: Terminal, why: string): number {
  terminal.complain(`${why}\n\n${usage()}`);
  return 2;
}

function usage(): string {
  const lines = commands.map(
    ({ words, takes, flags, says }) => `  ${[...words, ...takes, flags].filter(Boolean).join(' ')}\n      ${says}`,
  );
  return `gantry [--record FILE] [--json] COMMAND\n\n${lines.join('\n')}\n`;
}
