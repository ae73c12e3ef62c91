import { expect, test } from 'vitest';
import { editAnnouncement } from '../../../shared/domain/comms/rules.ts';
import { answerConditions } from '../../../shared/domain/go-live/answer-conditions.ts';
import { CreateGoLive } from '../../../shared/domain/go-live/commands.ts';
import { createGoLive } from '../../../shared/domain/go-live/create.ts';
import { playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { applyChanges, emptyRows, type Rows } from '../../../shared/domain/tables.ts';
import { anAct, changesOf, HOUR, rowsAfter, T_ZERO } from '../../support/builders.ts';

const act = anAct();
const playbook = playbookSchema.parse({
  key: 'tell',
  title: 'Tell',
  version: '1',
  tZeroMeans: 'switch',
  streams: ['All'],
  roles: [{ key: 'lead', title: 'Lead', isRequired: true }],
  conditions: [{ key: 'users', title: 'Users', question: 'Do people use it?', otherwise: 'Nobody uses it.' }],
  phases: [
    {
      key: 'one',
      title: 'One',
      leads: [{ role: 'lead' }],
      steps: [
        { key: 'work', title: 'Deploy', home: 'runbook', task: { stream: 'All', startMinutes: 0, minutes: 5 } },
        {
          key: 'announce',
          title: 'Tell the users',
          home: 'runbook',
          condition: 'users',
          audience: 'Users',
          message: '{system} is live\n\nIt is.',
          task: { kind: 'communication', stream: 'All', startMinutes: 5, minutes: 5, after: [{ step: 'work' }] },
        },
      ],
    },
  ],
});

function made(users: boolean): Rows {
  const command = CreateGoLive.parse({
    name: 'Shop',
    system: 'Shop',
    playbookKey: 'tell',
    tZeroAt: T_ZERO,
    zone: 'UTC',
    windowStart: T_ZERO - HOUR,
    windowEnd: T_ZERO + HOUR,
    conditions: { users },
    people: [{ name: 'Ada', roles: ['lead'] }],
  });
  return applyChanges(emptyRows(), changesOf(createGoLive({ playbook, taken: [] }, command, act)));
}
const answered = (rows: Rows, users: boolean) => rowsAfter(rows, answerConditions(rows, { conditions: { users } }, anAct()));
const messages = (rows: Rows) => [...rows.announcement.values()].map(({ subject, audience, content }) => [subject, audience, content]);
const statuses = (rows: Rows) => [...rows.task.values()].map(({ source, status }) => `${source} ${status}`);

test('a communication that does not apply any more goes with the message nobody touched', () => {
  const rows = answered(made(true), false);
  expect([messages(rows), statuses(rows)]).toEqual([[], ['work planned']]);
});

test('one that applies now comes with its message', () => {
  expect(messages(made(false))).toEqual([]);
  const rows = answered(made(false), true);
  expect(messages(rows)).toEqual([['{system} is live', 'Users', 'It is.']]);
  const [message] = rows.announcement.values();
  expect(rows.task.get(message?.taskId ?? '')?.source).toBe('announce');
});

test('a message that somebody wrote anew keeps its task, set aside', () => {
  const rows = made(true);
  const [message] = rows.announcement.values();
  const edited = rowsAfter(rows, editAnnouncement(rows, { announcementId: message?.id ?? '', content: 'It really is.' }));
  const off = answered(edited, false);
  expect(messages(off)).toEqual([['{system} is live', 'Users', 'It really is.']]);
  expect(statuses(off)).toEqual(['work planned', 'announce skipped']);
});
