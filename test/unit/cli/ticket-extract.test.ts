/** A real support system's event log through the whole command line: the record then says what the raw text says. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { answerOf, gantry, makeGoLive } from '../../support/command-line.ts';
import { testFolder } from '../../support/record.ts';
import { statesTold } from '../../support/states-told.ts';

const zone = 'Europe/Prague';
const excerpt = fileURLToPath(new URL('../../fixtures/files/servicenow-excerpt.csv', import.meta.url));
/** The whole extract lies beside the project where it is built, and is not part of it. */
const whole = fileURLToPath(new URL('../../../../shared/data/servicenow-incidents.csv', import.meta.url));

interface Rows {
  readonly ticket: readonly { readonly id: string; readonly sourceId: string }[];
  readonly ticketState: readonly { readonly ticketId: string; readonly occurredAt: number; readonly sourceState: string }[];
}

describe.each([
  ['the excerpt', excerpt, true],
  ['the whole extract', whole, existsSync(whole)],
])('%s', (_, file, isThere) => {
  test.runIf(isThere)('imports with as many states of each kind for each ticket as the raw text has', { timeout: 60_000 }, async () => {
    const record = join(testFolder(), 'record.gantry');
    await makeGoLive(record, zone);
    const told = statesTold(file);
    const args = ['import', 'tickets', file, '--go-live', 'GL-001'];
    const looked = (await answerOf(record, ...args, '--dry-run')) as { readable: number; refusedRows: number };
    expect(looked).toMatchObject({ readable: told.size, refusedRows: 0 });
    await answerOf(record, ...args);
    const { rows } = (await answerOf(record, 'call', 'live.snapshot', '{"goLiveId":"GL-001"}')) as { rows: Rows };
    expect(rows.ticket).toHaveLength(told.size);
    const states = Map.groupBy(rows.ticketState, ({ ticketId }) => ticketId);
    const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
    const kept = rows.ticket.map(({ id, sourceId }) => {
      const own = (states.get(id) ?? []).map(({ occurredAt, sourceState }) => ({ at: shown.format(occurredAt), state: sourceState }));
      return [sourceId, own.toSorted((a, b) => a.at.localeCompare(b.at))] as const;
    });
    expect(new Map(kept)).toEqual(told);
    expect(await gantry(record, 'verify')).toMatchObject({ code: 0 });
  });
});
