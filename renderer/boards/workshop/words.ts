/** What the fields of a playbook are called on screen, and what helps to fill them. */

const labels: Readonly<Record<string, string>> = {
  ids: 'Catalogue ids',
  detail: 'Detail',
  isRequired: 'Required',
  isVerified: 'Somebody else must verify it',
  isRollback: 'The way back',
  isIfNeeded: 'Only if needed',
  tZeroMeans: 'T-0 marks',
  otherwise: 'Said where it does not hold',
  startMinutes: 'Planned start',
  dueMinutes: 'Due',
  plannedMinutes: 'Planned',
  minutes: 'Takes',
  minMinutes: 'At least',
  maxMinutes: 'At most',
  everyMinutes: 'Every',
  afterMinutes: 'One level up after',
  validationMinutes: 'Validation takes',
  consistencyMinutes: 'Check of the data takes',
  shiftMinutes: 'Move by',
  lagMinutes: 'Wait after it',
  provenBy: 'Proven by',
  guards: 'Holds back the phases',
  positions: 'Positions asked for their call',
  neededToStart: 'The cutover cannot start before it',
  neededToPass: 'The gate cannot be passed before it',
  goWhen: 'Speaks for a go',
  noGoWhen: 'Speaks for a no-go',
  rollout: 'Step that brings the release to people',
  plannedFor: 'Planned times are for a',
  percent: 'On the new version afterwards',
  proves: 'Check it measures',
  partOf: 'Part of',
  home: 'Board',
  anyOf: 'Any of these holds',
  allOf: 'All of these hold',
  noneOf: 'And none of these',
  advisedWhen: 'Advised for',
  code: 'Number in the source',
  known: 'Known risks',
  answers: 'Answers',
};

const hints: Readonly<Record<string, string>> = {
  startMinutes: 'Minutes from T-0; -25 is 25 minutes before. Empty: after what comes before it.',
  dueMinutes: 'Minutes from T-0. Empty: when the task ends, or never.',
  plannedMinutes: 'Minutes from T-0.',
  key: 'Lower-case words with hyphens. What points here follows a change.',
  title: 'One row on a board, at most 90 characters.',
  evidence: 'What to attach, in words.',
  ids: 'One on each line: S3-022.',
};

const units: ReadonlySet<string> = new Set(['percent']);

export function labelOf(name: string): string {
  return labels[name] ?? sentence(name);
}

export function hintOf(name: string): string | undefined {
  return hints[name];
}

export function unitOf(name: string): string | undefined {
  if (units.has(name)) return '%';
  return /minutes$/i.test(name) ? 'min' : undefined;
}

function sentence(name: string): string {
  const words = name.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
