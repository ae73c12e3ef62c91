import { describe, expect, test } from 'vitest';
import { awayWords } from '../../../../shared/domain/runbook/work/away.ts';
import { mentionsIn, offerAt } from '../../../../shared/domain/runbook/work/mentions.ts';
import { aPerson, goLiveId, idOf, rowsWith, T_ZERO } from '../../../support/builders.ts';

const team = ['Priya Nair', 'Jonas Weber', 'Prisca O’Neil', 'José Prieto'].map((name, at) => aPerson({ id: idOf(100 + at), name }));
const offered = (text: string, caret = text.length) => offerAt(text, caret, team)?.people.map(({ name }) => name) ?? [];

describe('names offered after an @', () => {
  test('begin as typed, in any word, whatever the capitals and accents', () => {
    expect(offered('please @Pri')).toEqual(['José Prieto', 'Prisca O’Neil', 'Priya Nair']);
    expect(offered('@jose')).toEqual(['José Prieto']);
    expect(offered('@priya na')).toEqual(['Priya Nair']);
    expect(offered('@')).toHaveLength(4);
  });

  test('are none elsewhere: in an address of mail, after the name is whole, or where nobody is called so', () => {
    expect(offered('mail ops@pri')).toEqual([]);
    expect(offered('@Priya Nair')).toEqual([]);
    expect(offered('@Priya Nair ')).toEqual([]);
    expect(offered('@Zoe')).toEqual([]);
    expect(offered('@Pri and more', 4)).toHaveLength(3);
    expect(offered('@Pri and more')).toEqual([]);
  });

  test('what is offered is understood as that person', () => {
    for (const { id, name } of offerAt('@Pri', 4, team)?.people ?? []) expect(mentionsIn(`@${name} look`, team).ids).toEqual([id]);
  });
});

describe('handing work to somebody who is away', () => {
  const [priya, jonas] = [idOf(100), idOf(101)];
  const substitution = {
    id: idOf(1),
    goLiveId,
    fromId: priya,
    toId: jonas,
    reason: 'ill',
    startedAt: T_ZERO,
    endedAt: null,
    taskIds: [],
    checkIds: [],
    roles: [],
    sharedTaskIds: [],
    sharedRoles: [],
  };
  const absence = {
    id: idOf(2),
    goLiveId,
    kind: 'absence' as const,
    dueAt: T_ZERO,
    taskId: null,
    personId: priya,
    lengthMs: 0,
    says: 'Priya is ill',
    struckAt: T_ZERO,
    endedAt: null,
    setBy: 'Trainer',
  };
  test('names who stands in, and nothing is said of who is there or back', () => {
    expect(awayWords(rowsWith({ person: team, substitution: [substitution] }), priya)).toBe('Priya Nair is away: Jonas Weber stands in');
    expect(awayWords(rowsWith({ person: team, substitution: [substitution] }), jonas)).toBeNull();
    expect(awayWords(rowsWith({ person: team, substitution: [{ ...substitution, endedAt: T_ZERO }] }), priya)).toBeNull();
    expect(awayWords(rowsWith({ person: team, injection: [absence] }), priya)).toContain('nobody stands in');
  });
});
