/** What a support system's event log says, computed from its raw text without any of the code under test. */
import { readFileSync } from 'node:fs';

/** States per ticket number in order of time, as `YYYY-MM-DD HH:MM` in the log's own zone; repeats are taken together. */
export function statesTold(file: string | URL): ReadonlyMap<string, readonly { readonly at: string; readonly state: string }[]> {
  const [head = '', ...lines] = readFileSync(file, 'latin1').trim().split(/\r?\n/);
  const names = head.split(',');
  const [state, updated] = [names.indexOf('incident_state'), names.indexOf('sys_updated_at')];
  const tickets = new Map<string, { at: string; state: string }[]>();
  for (const line of lines) {
    const cells = line.split(',');
    const [, day, month, year, time] = /^(\d\d)-(\d\d)-(\d{4}) (\d\d:\d\d)$/.exec(cells[updated] ?? '') ?? [];
    const log = tickets.get(cells[0] ?? '') ?? [];
    log.push({ at: `${year}-${month}-${day} ${time}`, state: cells[state] ?? '' });
    tickets.set(cells[0] ?? '', log);
  }
  for (const [number, log] of tickets) {
    const ordered = log.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
    tickets.set(
      number,
      ordered.filter((row, at) => row.state !== ordered[at - 1]?.state),
    );
  }
  return tickets;
}
