import { expect, test } from 'vitest';
import { mentionsIn } from '../../../../shared/domain/runbook/work/mentions.ts';
import { addRemark } from '../../../../shared/domain/runbook/work/remark-rules.ts';
import { anAct, aPerson, aTask, idOf, refusalOf, rowsAfter, rowsWith } from '../../../support/builders.ts';

const people = [
  aPerson({ id: idOf(100), name: 'L. Costa' }),
  aPerson({ id: idOf(101), name: 'Jiří Novák' }),
  aPerson({ id: idOf(102), name: 'Eva Novák' }),
  aPerson({ id: idOf(103), name: 'Eva Nováková-Malá' }),
];
const meant = (text: string) => mentionsIn(text, people);

test.each([
  ['@L. Costa has the key', [idOf(100)]],
  ['ask @costa.', [idOf(100)]],
  ['(@L.Costa)', [idOf(100)]],
  ['@jiri Novak and @L. Costa', [idOf(101), idOf(100)]],
  ['@Eva Novák, please', [idOf(102)]],
  ['@Jiří, @jiří', [idOf(101)]],
  ['mail to l@costa.example', []],
  ['no names at all', []],
] as const)('%s', (text, ids) => {
  expect(meant(text)).toEqual({ ids, unclear: [] });
});

test('a name that two people have, or nobody, names nobody and is told', () => {
  expect(meant('@Novák or @Eva or @Zoe')).toEqual({ ids: [], unclear: ['novak', 'eva', 'zoe'] });
});

test('a remark keeps who is named in it; an unclear name is refused before it is lost', () => {
  const rows = rowsWith({ person: people, task: [aTask()] });
  const verdict = addRemark(rows, { taskId: idOf(200), content: 'Done on my side, @costa' }, anAct({ personId: idOf(101) }));
  expect([...rowsAfter(rows, verdict).remark.values()]).toMatchObject([{ mentionIds: [idOf(100)], by: 'M. Okoro', personId: idOf(101) }]);
  expect(refusalOf(addRemark(rows, { taskId: idOf(200), content: '@nobody' }, anAct()))).toBe('unclear-mention');
  expect(refusalOf(addRemark(rows, { taskId: idOf(1), content: 'x' }, anAct()))).toBe('unknown-task');
});
