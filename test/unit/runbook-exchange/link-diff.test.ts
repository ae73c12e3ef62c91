/** Links that the file and the record both changed. */
import { describe, expect, it } from 'vitest';
import { takeFile } from '../../../shared/domain/runbook/exchange/take-file.ts';
import { anAct, MINUTE, rowsAfter, rowsWith } from '../../support/builders.ts';
import { aPlan, bytesOf, careful, diffOf, edited, link, lists, sheetOf } from './plans.ts';

const plan = aPlan();
const sheet = await sheetOf(await bytesOf(rowsWith({ ...lists(plan), link: [link(11, 2, 3)] }), 'xlsx'));

describe('links', () => {
  it.each([
    ['with another lag', 'FS', 'T-002 FS +10m', 'FS'],
    ['as another kind, which the file wants as well', 'SS', 'T-002 SS +10m', 'SS'],
  ] as const)('that were removed here and made anew %s are changed and not doubled', (_, kind, cell, becomes) => {
    const anew = rowsWith({ ...lists(plan), link: [link(21, 2, 3, { kind, lagMs: 5 * MINUTE })] });
    const base = rowsWith({ ...lists(plan), link: [link(11, 2, 3)] });
    const file = edited(sheet, [[3, 'Predecessors', cell]]);
    const diff = diffOf(anew, file, { fileWins: true }, base);
    expect(diff.lines.map(({ becomes: says, here }) => [says, here])).toEqual([[cell, `T-002 ${kind} +5m`]]);
    const after = rowsAfter(anew, takeFile(anew, diff, careful, '', anAct()));
    expect([...after.link.values()].map((each) => [each.kind, each.lagMs])).toEqual([[becomes, 10 * MINUTE]]);
  });

  it('that change to a kind somebody made here meanwhile leave one of that kind', () => {
    const base = rowsWith({ ...lists(plan), link: [link(11, 2, 3)] });
    const now = rowsWith({ ...lists(plan), link: [link(11, 2, 3), link(21, 2, 3, { kind: 'SS' })] });
    const diff = diffOf(now, edited(sheet, [[3, 'Predecessors', 'T-002 SS +10m']]), { fileWins: true }, base);
    expect(diff.lines).toMatchObject([{ was: 'T-002', here: 'T-002; T-002 SS', isTaken: true }]);
    const after = rowsAfter(now, takeFile(now, diff, careful, '', anAct()));
    expect([...after.link.values()].map((each) => [each.kind, each.lagMs])).toEqual([['SS', 10 * MINUTE]]);
  });
});
