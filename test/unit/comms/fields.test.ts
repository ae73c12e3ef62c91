import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fieldValues, fieldWords, fill, filledMessage } from '../../../shared/domain/comms/fields.ts';
import { announcementOf } from '../../../shared/domain/comms/made.ts';
import { fittingTemplate, templateKeys, templates } from '../../../shared/domain/comms/templates.ts';
import { playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { aGoLive, anAct, aTask, goLiveId, HOUR, idOf, MINUTE, rowsWith, T_ZERO } from '../../support/builders.ts';

const night = (given = {}) =>
  rowsWith({
    goLive: [aGoLive({ stage: 'cutover', startedAt: T_ZERO - HOUR, ...given })],
    task: [
      aTask({ id: idOf(1), kind: 'milestone', title: 'Old system read-only', status: 'finished', actualStart: T_ZERO, actualEnd: T_ZERO }),
      aTask({ id: idOf(2), startOffset: HOUR, durationMs: 30 * MINUTE }),
    ],
  });
const valuesOf = (rows = night(), template = '') =>
  fieldValues(rows, rows.goLive.get(goLiveId) ?? aGoLive(), T_ZERO + 10 * MINUTE, template);

describe('a message', () => {
  test('is filled with what is so at that moment, with day and zone', () => {
    const words = '{system} at {tZero}, to {windowEnd}, finished {forecastFinish}; {milestone}, {progress}';
    expect(fill(words, valuesOf())).toEqual({
      text: 'ERPNext at Sat 21 Nov 22:00 CET, to Sun 22 Nov 04:00 CET, finished Sat 21 Nov 23:30 CET; Old system read-only, 1 of 2 tasks',
      unknown: [],
      empty: [],
    });
  });

  test('says times in the second zone too', () => {
    expect(fill('{tZero}', valuesOf(night({ secondZone: 'America/New_York' }))).text).toBe('Sat 21 Nov 22:00 CET (16:00 EST)');
  });

  test('keeps what cannot be filled as it is written, and names it once', () => {
    expect(fill('{hall} {toString} {hall} {release} {liveAt}', valuesOf(night({ release: '' })))).toEqual({
      text: '{hall} {toString} {hall} {release} {liveAt}',
      unknown: ['hall', 'toString'],
      empty: ['release', 'liveAt'],
    });
    expect(fill('{} {a b} {{system}}', valuesOf()).text).toBe('{} {a b} {ERPNext}');
  });

  test('of a rehearsal or drill says so before anything else, and a real one does not', () => {
    const message = { subject: '{system} changes', content: 'From {tZero}' };
    const said = (kind: 'live' | 'rehearsal' | 'drill') => filledMessage(message, valuesOf(), { kind });
    expect(said('live').subject.text).toBe('ERPNext changes');
    expect(said('rehearsal').subject.text).toBe('REHEARSAL: ERPNext changes');
    expect(said('drill').content.text).toMatch(/^This message belongs to a drill\. Nothing is changed in production\.\n\nFrom Sat/);
  });

  test('gives the reason of what it announces', () => {
    const hold = {
      ...{
        id: idOf(3),
        goLiveId,
        ref: 'H-1',
        reason: 'No disk',
        taskId: null,
        calledBy: 'Ann',
        startedAt: T_ZERO,
        expectedEndAt: T_ZERO + HOUR,
      },
      ...{ endedAt: null, endedBy: '', tZeroAt: T_ZERO },
    };
    const held = { ...night(), hold: new Map([[hold.id, hold]]) };
    expect(valuesOf(held, 'hold')).toMatchObject({ reason: 'No disk', expectedEnd: 'Sat 21 Nov 23:00 CET' });
    expect(valuesOf(held, 'rollback').reason).toBeNull();
    expect(valuesOf(held).reason).toBe('No disk');
    expect(valuesOf(night({ stage: 'scrubbed', outcomeNote: 'Backup failed' }), 'scrub').reason).toBe('Backup failed');
    const rollback = {
      id: idOf(4),
      goLiveId,
      ref: 'RB-1',
      kind: 'manual' as const,
      reason: 'Wrong sums',
      despite: '',
      decidedBy: 'Ann',
      decidedAt: T_ZERO,
      targetMs: null,
      forecastEndAt: T_ZERO,
      windowEnd: T_ZERO,
      endedAt: null,
      outcome: null,
      outcomeNote: '',
      consistencyTaskId: null,
    };
    const back = { ...held, rollback: new Map([[rollback.id, rollback]]) };
    expect(valuesOf(back, 'rollback').reason).toBe('Wrong sums');
  });
});

describe('the words that come with Gantry', () => {
  const folder = new URL('../../../assets/playbooks/', import.meta.url);
  const playbooks = readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .flatMap((name) => {
      const parsed = playbookSchema.safeParse(JSON.parse(readFileSync(new URL(name, folder), 'utf8')));
      return parsed.success ? [parsed.data] : [];
    });
  const spoken = playbooks.flatMap(({ key, phases }) =>
    phases.flatMap(({ steps }) => steps.flatMap((step) => (step.task?.kind === 'communication' ? [{ playbook: key, step }] : []))),
  );
  const known = Object.fromEntries(Object.keys(fieldWords).map((name) => [name, name])) as Record<keyof typeof fieldWords, string>;

  test('name only fields there are', () => {
    for (const { subject, content } of Object.values(templates)) expect(fill(`${subject} ${content}`, known).unknown).toEqual([]);
    for (const { step } of spoken) expect(fill(step.message, known).unknown).toEqual([]);
  });

  test('are there for every communication of the five playbooks, with whom they are for and a subject of their own', () => {
    expect(new Set(spoken.map(({ playbook }) => playbook)).size).toBe(5);
    for (const { step } of spoken) {
      if (!step.task) throw new Error('no task');
      const [made] = announcementOf({ ...step, task: step.task }, idOf(1), anAct());
      expect(made?.set?.audience, step.key).not.toBe('');
      expect(made?.set?.subject, step.key).not.toBe(step.title);
      expect(String(made?.set?.content).length, step.key).toBeGreaterThan(100);
    }
  });

  test('say why in what announces a rollback, a hold or a scrub', () => {
    for (const key of ['rollback', 'hold', 'scrub'] as const) expect(templates[key].content).toContain('{reason}');
  });
});

test.each([
  ['Announce the rollback', 60, 'rollback'],
  ['Tell everybody that the release is live', 120, 'go-live'],
  ['Send the deployment schedule', -140, 'notice'],
  ['Tell the business owner how the first day went', 1440, 'status'],
  ['Tell everybody that the launch is complete', 23_280, 'completion'],
  ['Keep everybody informed', -2_000, 'notice'],
  ['Keep everybody informed', -90, 'start'],
  ['Keep everybody informed', null, 'go-live'],
] as const)('“%s” at %s min is told as %s', (title, minutes, template) => {
  expect(templateKeys).toContain(template);
  expect(fittingTemplate(title, minutes)).toBe(template);
});

test('a step without words gets those of its template, and its title as subject', () => {
  const step = playbookSchema.parse({
    key: 'p',
    title: 'P',
    version: '1',
    tZeroMeans: 'switch',
    streams: ['All'],
    phases: [
      {
        key: 'one',
        title: 'One',
        steps: [
          { key: 'tell', title: 'Tell all that it is live', home: 'runbook', task: { kind: 'communication', stream: 'All', minutes: 5 } },
        ],
      },
    ],
  }).phases[0]?.steps[0];
  if (!step?.task) throw new Error('no step');
  expect(announcementOf({ ...step, task: step.task }, idOf(1), anAct())[0]?.set).toMatchObject({
    taskId: idOf(1),
    template: 'go-live',
    audience: templates['go-live'].audience,
    channel: 'mail',
    subject: 'Tell all that it is live',
    content: templates['go-live'].content,
    sentAt: null,
  });
  expect(announcementOf({ ...step, task: { ...step.task, kind: 'task' } }, idOf(1), anAct())).toEqual([]);
});
