/** The words Gantry offers for an announcement, by what it announces. Fields in braces are filled when it goes out. */

export const templateKeys = [
  'notice',
  'start',
  'milestone',
  'status',
  'late',
  'hold',
  'go-live',
  'rollback',
  'scrub',
  'completion',
] as const;
export type TemplateKey = (typeof templateKeys)[number];

export interface Template {
  /** What it announces. */
  readonly title: string;
  readonly subject: string;
  readonly audience: string;
  readonly content: string;
}

export const templates: Readonly<Record<TemplateKey, Template>> = {
  notice: {
    title: 'Notice before it begins',
    subject: '{system} changes on {tZeroDay}',
    audience: 'Everybody who works with the system',
    content:
      '{name} takes place between {windowStart} and {windowEnd}.\nAt {tZero}: {tZeroMeans}.\nFinish before that what cannot wait. We tell you when it begins, and when it is finished or taken back.',
  },
  start: {
    title: 'It begins',
    subject: '{name} begins',
    audience: 'Deployment team, stakeholders, support desk',
    content:
      'The work on {system} begins.\nAt {tZero}: {tZeroMeans}.\nWe expect to be finished at {forecastFinish}; the window ends at {windowEnd}.\nThe next message comes at the next milestone, or at once when something stops.',
  },
  milestone: {
    title: 'A milestone is reached',
    subject: '{name}: {milestone}',
    audience: 'Stakeholders, support desk',
    content: 'Reached: {milestone}.\n{progress} are closed. We expect to be finished at {forecastFinish}; the window ends at {windowEnd}.',
  },
  status: {
    title: 'How it stands',
    subject: '{name}: how it stands',
    audience: 'Stakeholders',
    content:
      '{progress} are closed. We expect to be finished at {forecastFinish}, planned was {plannedFinish}; the window ends at {windowEnd}.',
  },
  late: {
    title: 'It takes longer',
    subject: '{name} takes longer',
    audience: 'Stakeholders, support desk, everybody who uses the system',
    content:
      'The work on {system} takes longer than planned. We expect to be finished at {forecastFinish} instead of {plannedFinish}.\nUntil then the system is used as announced. We write again when that changes.',
  },
  hold: {
    title: 'The clock is on hold',
    subject: '{name} is on hold',
    audience: 'Deployment team, stakeholders',
    content: 'We have stopped the clock: {reason}\nNobody starts further work before we say so. We write again when it goes on.',
  },
  'go-live': {
    title: 'It is live',
    subject: '{system} is live',
    audience: 'Everybody who works with the system, stakeholders, support desk',
    content:
      '{name} is live.\nTell the support desk when something does not work; somebody is there during the whole time after the go-live.',
  },
  rollback: {
    title: 'It is rolled back',
    subject: '{name} is rolled back',
    audience: 'Everybody who works with the system, stakeholders, support desk',
    content:
      'We are taking {system} back to the state before the change.\nWhy: {reason}\nWork goes on as before the change as soon as we say that the old state is back.',
  },
  scrub: {
    title: 'The attempt is scrubbed',
    subject: '{name} does not take place',
    audience: 'Everybody who works with the system, stakeholders, support desk',
    content:
      'We have given up this attempt at {name}.\nWhy: {reason}\nNothing changes for you now. We tell you the new date as soon as there is one.',
  },
  completion: {
    title: 'It is complete',
    subject: '{name} is complete',
    audience: 'Everybody who works with the system, stakeholders',
    content: '{name} is complete: {system} is handed over to those who look after it from now on.\nThank you to everybody who took part.',
  },
};

const HOUR_MIN = 60;

/** The template that fits a communication about which only its title and its planned start, minutes from T-0, are known. */
export function fittingTemplate(title: string, startMinutes: number | null): TemplateKey {
  const byWord = words.find(([pattern]) => pattern.test(title));
  if (byWord) return byWord[1];
  if (startMinutes === null || startMinutes >= 0) return 'go-live';
  return startMinutes <= -12 * HOUR_MIN ? 'notice' : 'start';
}

const words: readonly (readonly [RegExp, TemplateKey])[] = [
  [/roll(ed|ing)?[ -]?back|taken back/i, 'rollback'],
  [/scrub|call(ed)? off|cancel/i, 'scrub'],
  [/\bstatus|how .*(stands|went|goes)|sitrep/i, 'status'],
  [/milestone/i, 'milestone'],
  [/complet|thank/i, 'completion'],
  [/\blive\b|succe/i, 'go-live'],
  [/\bhold\b/i, 'hold'],
  [/notice|schedule|\bwhen\b|\bplan\b/i, 'notice'],
  [/begin|start/i, 'start'],
];
