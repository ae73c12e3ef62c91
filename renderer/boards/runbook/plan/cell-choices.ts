/** What a cell of the sheet can be chosen from, and how a choice goes into what is typed. */
import { phaseTitle, playbookOf } from '../../../../shared/domain/playbook/of-go-live.ts';
import type { PlanField } from '../../../../shared/domain/runbook/plan/plan-fields.ts';
import { plannedKinds, runsIn, timings } from '../../../../shared/domain/runbook/schema.ts';
import type { Rows } from '../../../../shared/domain/tables.ts';

const MOST_OFFERED = 40;

/** Words for the fields that hold one of a few; for stream, phase and owners those there are. */
export function cellChoices(rows: Rows): (field: PlanField) => readonly string[] {
  const found = new Map<PlanField, readonly string[]>();
  const make = (field: PlanField): readonly string[] => {
    if (field === 'kind') return [...plannedKinds, 'group'];
    if (field === 'timing') return timings;
    if (field === 'runIn') return runsIn;
    if (field === 'stream') return named([...rows.task.values()].map(({ stream }) => stream)).sort();
    if (field === 'ownerIds') return named([...rows.person.values()].flatMap(({ inTeam, name }) => (inTeam ? name : []))).sort();
    if (field !== 'phase') return [];
    const ofPlaybook = playbookOf(rows)?.phases.map(({ title }) => title) ?? [];
    return named([...ofPlaybook, ...[...rows.task.values()].map(({ phase }) => phaseTitle(rows, phase))]);
  };
  return (field) => {
    const known = found.get(field) ?? make(field);
    found.set(field, known);
    return known;
  };
}

/** Those that hold what is typed, all where nothing or one of them is; the first few. */
export function choicesFor(choices: readonly string[], typed: string, manyBy: string | null): readonly string[] {
  const part = partOf(typed, manyBy).toLowerCase();
  const isWhole = choices.some((choice) => choice.toLowerCase() === part);
  const fit = part === '' || isWhole ? choices : choices.filter((choice) => choice.toLowerCase().includes(part));
  return fit.slice(0, MOST_OFFERED);
}

/** The text with the choice in place of what is being typed. */
export function withChoice(typed: string, choice: string, manyBy: string | null): string {
  if (manyBy === null) return choice;
  const before = typed.split(manyBy.trim()).slice(0, -1);
  return [...before.map((each) => each.trim()), choice].join(manyBy);
}

function partOf(typed: string, manyBy: string | null): string {
  return (manyBy === null ? typed : (typed.split(manyBy.trim()).at(-1) ?? '')).trim();
}

function named(names: readonly string[]): string[] {
  return [...new Set(names)].filter(Boolean);
}
