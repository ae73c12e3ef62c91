/** What the palette finds: acts of the whole go-live, boards, and every row with a reference or a name. */
import type { Rows } from '../../shared/domain/tables.ts';
import { useLive } from '../store/live.ts';
import { go } from '../store/route.ts';
import type { PaletteEntry } from '../ui/palette.tsx';
import { boards } from './boards.ts';
import { stageEntries } from './stage-entries.tsx';

/** Rows looked through stop at this many hits: a person reads no further. */
const MOST = 30;

const kinds = [
  { table: 'task', board: 'runbook', group: 'Tasks' },
  { table: 'incident', board: 'incident', group: 'Incidents' },
  { table: 'ticket', board: 'ticket', group: 'Tickets' },
  { table: 'check', board: 'readiness', group: 'Checks' },
  { table: 'test', board: 'test', group: 'Tests' },
  { table: 'gate', board: 'gate', group: 'Gates' },
] as const;

export function find(query: string): readonly PaletteEntry[] {
  return [...stageEntries(), ...boardEntries(), ...rowEntries(useLive.getState().rows, query.trim().toLowerCase())];
}

function boardEntries(): readonly PaletteEntry[] {
  return boards.map(({ key, title }) => ({ id: `board ${key}`, label: title, group: 'Boards', run: () => go(key) }));
}

/** Every word of the query must occur in the reference, the title or the number it had elsewhere. */
function rowEntries(rows: Rows, query: string): readonly PaletteEntry[] {
  const words = query.split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found: PaletteEntry[] = [];
  for (const { table, board, group } of kinds) {
    for (const row of rows[table].values()) {
      const text = `${row.ref} ${row.title} ${'sourceId' in row ? row.sourceId : ''}`.toLowerCase();
      if (!words.every((word) => text.includes(word))) continue;
      found.push({ id: row.id, label: `${row.ref} ${row.title}`, group, run: () => go(board, row.ref) });
      if (found.length === MOST) return found;
    }
  }
  return found;
}
