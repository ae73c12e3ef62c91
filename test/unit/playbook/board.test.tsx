import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { libraryStrategies, playbooks } from '../../../electron/app/playbooks.ts';
import { foundIn, linesIn } from '../../../renderer/boards/playbook/find.ts';
import type { Part } from '../../../renderer/boards/playbook/part.ts';
import { PartOf } from '../../../renderer/boards/playbook/part-of.tsx';
import { partsOf } from '../../../renderer/boards/playbook/parts.ts';
import { CreateGoLive } from '../../../shared/domain/go-live/commands.ts';
import { createGoLive } from '../../../shared/domain/go-live/create.ts';
import { elementsOf } from '../../../shared/domain/playbook/coverage-elements.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { anAct, changesOf, HOUR, T_ZERO } from '../../support/builders.ts';
import { aPlaybook, deployPlaybook } from '../../support/playbooks.ts';

/** The copy of the playbook that a go-live made from it keeps. */
function followedBy(playbook: Playbook, variation = '', strategy?: string): Playbook {
  const person = { name: 'Ada', department: '', jobRole: '', contact: '', roles: playbook.roles.map(({ key }) => key) };
  const command = CreateGoLive.parse({
    name: 'Try',
    system: 'Try',
    release: '',
    description: '',
    trainingTarget: 90,
    tZeroAt: T_ZERO,
    zone: 'UTC',
    windowStart: T_ZERO - HOUR,
    windowEnd: T_ZERO + HOUR,
    playbookKey: playbook.key,
    variation,
    strategy,
    conditions: {},
    people: [person],
    despite: 'To see all of it.',
  });
  const changes = changesOf(createGoLive({ playbook, taken: [], library: libraryStrategies() }, command, anAct()));
  return changes.find(({ table }) => table === 'playbookCopy')?.set?.content as Playbook;
}

/** The words on the board, part after part, as people read them. */
function wordsOf(parts: readonly Part[]): string {
  const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };
  const markup = parts.map((part) => renderToStaticMarkup(<PartOf part={part} />)).join(' ');
  return markup.replaceAll(/<[^>]*>/g, ' ').replaceAll(/&[#\w]+;/g, (entity) => entities[entity] ?? entity);
}

/** Words and ids of elements that nobody reads on the board, with their place. */
function unseenIn(playbook: Playbook, words: string): readonly string[] {
  return elementsOf({ name: playbook.key, content: playbook })
    .filter(({ place }) => place !== '')
    .flatMap(({ where, ids, fields }) =>
      [...shown.map((name) => fields[name]), ...ids]
        .filter((text) => typeof text === 'string' && text !== '' && !words.includes(text))
        .map((text) => `${where}: ${text}`),
    );
}

const shown = ['title', 'detail', 'question', 'when', 'goWhen', 'noGoWhen', 'validation', 'evidence'];
const all = playbooks();
const runs = [
  ...all.flatMap((playbook) =>
    ['', ...playbook.variations.map(({ key }) => key)].map((variation) => ({ playbook, variation, strategy: '' })),
  ),
  ...libraryStrategies().map(({ key }) => ({ playbook: aPlaybook({ rollout: 'switch-over' }), variation: '', strategy: key })),
];

describe.each(runs)('the playbook board of a go-live made from $playbook.key $variation $strategy', ({ playbook, variation, strategy }) => {
  const copy = followedBy(playbook, variation, strategy);
  const parts = partsOf(copy);
  const elements = elementsOf({ name: copy.key, content: copy }).filter(({ place }) => place !== '');

  test('shows the words and the catalogue ids of every element', () => {
    expect(unseenIn(copy, wordsOf(partsOf(copy)))).toEqual([]);
  });

  test('finds every element by its title', () => {
    const titles = [...new Set(elements.flatMap(({ fields }) => (typeof fields.title === 'string' ? [fields.title] : [])))];
    expect(titles.filter((title) => foundIn(parts, title).length === 0)).toEqual([]);
  });

  test('has each part once, and a part of the address leads to one', () => {
    const keys = parts.map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

test('an element that is left off the board is noticed', () => {
  const copy = followedBy(deployPlaybook());
  const parts = partsOf(copy);
  for (const gone of ['metrics', 'cleanup', 'phase-staging-deployment']) {
    const without = parts.filter(({ key }) => key !== gone);
    expect(without).toHaveLength(parts.length - 1);
    expect(unseenIn(copy, wordsOf(without)), gone).not.toEqual([]);
  }
});

describe('finding words', () => {
  const parts: readonly Part[] = [
    {
      key: 'phase-before',
      title: 'Before',
      group: 'Phases',
      sections: [
        {
          title: 'Steps',
          isOrdered: true,
          lines: [
            { title: 'Take a backup', ids: ['S0-033'] },
            { title: 'Stop the jobs', facts: ['Operator'] },
          ],
        },
      ],
    },
    { key: 'roles', title: 'Roles', group: 'Playbook', sections: [{ title: 'Operator', facts: ['required'], lines: [] }] },
  ];

  test('keeps the lines in which every word occurs, whatever their case', () => {
    const [part] = foundIn(parts, 'BACKUP take');
    expect(part?.sections[0]?.lines.map(({ title }) => title)).toEqual(['Take a backup']);
  });

  test('looks at facts, catalogue ids and headings too', () => {
    expect(foundIn(parts, 'operator').map(({ key }) => key)).toEqual(['phase-before', 'roles']);
    expect(linesIn(foundIn(parts, 'operator'))).toBe(2);
    expect(linesIn(foundIn(parts, 's0-033'))).toBe(1);
  });

  test('keeps a part whole when its own title fits', () => {
    expect(linesIn(foundIn(parts, 'before'))).toBe(2);
  });

  test('finds everything for no words, and nothing for words that are not there', () => {
    expect(foundIn(parts, '  ')).toBe(parts);
    expect(foundIn(parts, 'helicopter')).toEqual([]);
  });
});
