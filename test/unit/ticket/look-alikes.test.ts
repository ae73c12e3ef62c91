import { describe, expect, test } from 'vitest';
import { lookAlikes } from '../../../shared/domain/ticket/look-alikes.ts';
import { anIncident, aTask, aTicket, idOf, rowsWith } from '../../support/builders.ts';

const ticket = (number: number, title: string) => aTicket({ id: idOf(number), ref: `TKT-${String(number).padStart(4, '0')}`, title });
const given = rowsWith({
  ticket: [
    ticket(19, 'VAT line missing on invoice print'),
    ticket(7, 'Invoice prints show gross twice'),
    ticket(8, 'Label printer offline'),
  ],
  task: [aTask({ title: 'VAT templates: check 12 sample invoices' })],
  incident: [anIncident({ title: 'Invoice printing stopped' })],
});

describe('look-alikes', () => {
  test('share at least half of the telling words, most first', () => {
    const found = lookAlikes(given, 'VAT wrong on invoice print');
    expect(found.map(({ ref, shared, of }) => [ref, shared, of])).toEqual([
      ['TKT-0019', 3, 4],
      ['TKT-0007', 2, 4],
      ['T-022', 2, 4],
    ]);
  });

  test('are not looked for by one word or by fillers', () => {
    expect(lookAlikes(given, 'invoice')).toEqual([]);
    expect(lookAlikes(given, 'the on is not')).toEqual([]);
    expect(lookAlikes(given, '')).toEqual([]);
  });

  test('do not mind case, accents and plurals', () => {
    const rows = rowsWith({ ticket: [ticket(1, 'Café menus bröken')] });
    expect(lookAlikes(rows, 'CAFE MENU')).toMatchObject([{ ref: 'TKT-0001', shared: 2, of: 2 }]);
  });

  test('are at most three, the newest of equals', () => {
    const rows = rowsWith({ ticket: Array.from({ length: 9 }, (_, at) => ticket(at + 1, 'Scanner login fails')) });
    expect(lookAlikes(rows, 'Scanner login').map(({ ref }) => ref)).toEqual(['TKT-0009', 'TKT-0008', 'TKT-0007']);
  });

  test('are found among 20,000 tickets while somebody types, and in a megabyte of title', () => {
    const rows = rowsWith({
      ticket: Array.from({ length: 20_000 }, (_, at) => ticket(at + 1, `Scanner ${at} login fails at dock ${at % 7}`)),
    });
    expect(lookAlikes(rows, 'Scanner login')[0]?.ref).toBe('TKT-20000');
    lookAlikes(rows, 'Scanner login fails at dock 2');
    lookAlikes(rows, 'scanner '.repeat(125_000));
  });
});
