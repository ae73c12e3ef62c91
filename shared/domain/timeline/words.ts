/** Every entry of the journal in plain words. The words of each board's acts are in the files beside this one. */
import type { Entry } from '../../base/entry.ts';
import type { Rows } from '../tables.ts';
import { closureWords } from './closure-words.ts';
import { commsWords } from './comms-words.ts';
import { gateWords } from './gate-words.ts';
import { goLiveWords } from './go-live-words.ts';
import { holdWords } from './hold-words.ts';
import { planWords } from './plan-words.ts';
import { playbookWords } from './playbook-words.ts';
import { readinessWords } from './readiness-words.ts';
import { rehearsalWords } from './rehearsal-words.ts';
import { rollbackWords } from './rollback-words.ts';
import { runbookWords } from './runbook-words.ts';
import { scheduleWords } from './schedule-words.ts';
import { supportWords } from './support-words.ts';
import { testWords } from './test-words.ts';
import { type Teller, type Told, toldOf } from './told.ts';
import { trainingWords } from './training-words.ts';
import { workWords } from './work-words.ts';

const tellers: ReadonlyMap<string, Teller> = new Map(
  Object.entries({
    ...goLiveWords,
    ...holdWords,
    ...commsWords,
    ...readinessWords,
    ...gateWords,
    ...playbookWords,
    ...testWords,
    ...runbookWords,
    ...planWords,
    ...workWords,
    ...rehearsalWords,
    ...rollbackWords,
    ...scheduleWords,
    ...supportWords,
    ...trainingWords,
    ...closureWords,
    'entry.undo': undone,
  }),
);

/** The actions that have words of their own. */
export const knownActions: readonly string[] = [...tellers.keys()];

/**
 * What happened, in one line without a full stop, such as "T-022 blocked: certificate refused". Names and references are
 * looked up in `rows`, times are in the go-live's zone. Never empty; an action of a later Gantry is told by its own word.
 */
export function sentence(entry: Entry, rows: Rows): string {
  const told = toldOf(entry, rows);
  return (tellers.get(entry.action) ?? unknownAct)(told);
}

function undone({ entry, ref, main }: Told): string {
  const what = entry.undoes === null ? 'an earlier entry' : `entry ${entry.undoes}`;
  return main.length === 0 ? `Taken back: ${what}` : `Taken back: ${what}, ${ref}`;
}

function unknownAct({ entry, ref, main }: Told): string {
  const words = entry.action
    .replace(/([A-Z])/g, ' $1')
    .split(/[.\s_-]+/)
    .filter(Boolean)
    .join(' ')
    .toLowerCase();
  const act = words || 'recorded';
  return main.length === 0 ? act.charAt(0).toUpperCase() + act.slice(1) : `${ref}: ${act}`;
}
