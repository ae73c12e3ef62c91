/** What a command of the command line is, and the flags all of them share. */
import { parseArgs } from 'node:util';
import type { Result } from '../../shared/base/result.ts';

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
  gate: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  'skip-refused': { type: 'boolean', default: false },
  map: { type: 'string' },
  format: { type: 'string' },
  out: { type: 'string' },
  port: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export type Flags = ReturnType<typeof parse>['values'];

/** Throws, with words for the person, on a flag that is not known. */
export function parse(args: readonly string[]) {
  return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
}

/** What a command has to say: `words` for people (null prints the data), `data` for programs. */
export interface Answer {
  readonly words: string | null;
  readonly data: unknown;
}

export interface CommandCall {
  /** The record's file. */
  readonly file: string;
  /** What follows the command's words. */
  readonly rest: readonly string[];
  readonly flags: Flags;
  readonly terminal: Terminal;
}

export interface Command {
  readonly words: readonly string[];
  /** Names of what must follow. */
  readonly takes: readonly string[];
  readonly flags: string;
  readonly says: string;
  /** What is missing or wrong among the flags; empty when all is there. */
  readonly misses: (flags: Flags) => string;
  readonly run: (call: CommandCall) => Promise<Result<Answer>>;
}
