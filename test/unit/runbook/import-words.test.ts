/** The words of a plan: statuses, kinds, people. */
import { describe, expect, it } from 'vitest';
import { sameName } from '../../../shared/domain/roster/named-people.ts';
import { readOwners } from '../../../shared/domain/runbook/import/owners.ts';
import { readKind, readStatus, statusOfPercent } from '../../../shared/domain/runbook/import/statuses.ts';

describe('statuses and kinds', () => {
  it.each([
    ['1-Planned', 'planned'],
    ['4-Complete', 'finished'],
    ['2 - In Progress', 'in progress'],
    ['3. On Hold', 'blocked'],
    ['Done', 'finished'],
    ['COMPLETED', 'finished'],
    ['Blocked', 'blocked'],
    ['Cancelled', 'skipped'],
    ['N/A', 'skipped'],
    ['Completed with workaround', 'finished by workaround'],
    ['Failed', 'failed'],
    ['Rolled-back', 'rolled back'],
    ['Nicht begonnen', 'planned'],
    ['Dokončeno', 'finished'],
    ['Half way', null],
  ])('%s', (written, expected) => {
    expect(readStatus(written)).toBe(expected);
  });

  it('a share of finished work is a status', () => {
    expect([0, 40, 100].map((share) => statusOfPercent(share, false))).toEqual(['planned', 'in progress', 'finished']);
    expect([0, 0.4, 1].map((share) => statusOfPercent(share, true))).toEqual(['planned', 'in progress', 'finished']);
    expect(['0%', '40 %', '100%', 'some'].map((share) => statusOfPercent(share, false))).toEqual([
      'planned',
      'in progress',
      'finished',
      null,
    ]);
  });

  it('kinds, and yes in a column of milestones', () => {
    expect(['Milestone', 'Yes', 'Comms', 'Smoke test', 'Activity', 'Odd'].map(readKind)).toEqual([
      'milestone',
      'milestone',
      'communication',
      'health check',
      'task',
      null,
    ]);
  });
});

describe('people', () => {
  const nobodyKnown = () => false;

  it.each([
    ['Ann Lee', ['Ann Lee']],
    ['Ann Lee / Bob Roy', ['Ann Lee', 'Bob Roy']],
    ['Ann/Bob/Cy', ['Ann', 'Bob', 'Cy']],
    ['Ann; Bob', ['Ann', 'Bob']],
    ['Ann & Bob', ['Ann', 'Bob']],
    ['Ann and Bob', ['Ann', 'Bob']],
    ['R&D', ['R&D']],
    ['Doe, John', ['Doe, John']],
    ['Doe, John; Roe, Jane', ['Doe, John', 'Roe, Jane']],
    ['John Doe, Jane Roe', ['John Doe', 'Jane Roe']],
    ['Ann, Bob, Cy', ['Ann', 'Bob', 'Cy']],
    ['John[50%],Jane Roe', ['John', 'Jane Roe']],
    ['Ann / ann', ['Ann']],
    ['24/7 desk', ['24/7 desk']],
    ['n/a', []],
    ['TBD', []],
    ['-', []],
    ['', []],
  ])('%j', (written, expected) => {
    expect(readOwners(written, nobodyKnown)).toEqual(expected);
  });

  it('the roster decides what a comma parts', () => {
    const isKnown = (name: string) => ['bob', 'jan van der berg'].includes(sameName(name));
    expect(readOwners('Ann, Bob', isKnown)).toEqual(['Ann', 'Bob']);
    expect(readOwners('van der Berg, Jan', isKnown)).toEqual(['van der Berg, Jan']);
  });
});
