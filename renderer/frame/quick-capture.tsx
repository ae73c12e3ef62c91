/** Logging from anywhere with one key: a ticket, an incident, a note. */
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { useRole } from '../store/live.ts';
import { useKeys } from '../ui/keys.ts';

type Capture = ComponentType<{ readonly onClose: () => void }>;
type Kind = 'ticket' | 'incident' | 'note';

const loads: Readonly<Record<Kind, () => Promise<Capture>>> = {
  ticket: async () => (await import('../boards/ticket/quick-ticket.tsx')).QuickTicket,
  incident: async () => (await import('../boards/incident/quick-incident.tsx')).QuickIncident,
  note: async () => (await import('../boards/timeline/quick-note.tsx')).QuickNote,
};

const whileLoading: Readonly<Record<Kind, Capture>> = {
  ticket: lazy(async () => ({ default: await loads.ticket() })),
  incident: lazy(async () => ({ default: await loads.incident() })),
  note: lazy(async () => ({ default: await loads.note() })),
};

/* Fetched once the board has settled: then the dialog is there before the next key, and what is typed at once is not lost. */
const FETCH_AFTER_MS = 1_000;
const ready = new Map<Kind, Capture>();

async function fetchAll(): Promise<void> {
  for (const kind of Object.keys(loads) as Kind[]) ready.set(kind, await loads[kind]());
}

export function QuickCapture() {
  const [open, setOpen] = useState<{ readonly Show: Capture } | null>(null);
  const mayAct = useRole() !== 'viewer';
  useEffect(() => {
    const timer = setTimeout(() => void fetchAll().catch(() => undefined), FETCH_AFTER_MS); // without it, they are fetched when asked for
    return () => clearTimeout(timer);
  }, []);
  const show = (kind: Kind) => setOpen({ Show: ready.get(kind) ?? whileLoading[kind] });
  useKeys('Anywhere', [
    { key: 'L', label: 'log ticket', run: () => show('ticket'), when: mayAct },
    { key: 'I', label: 'incident', run: () => show('incident'), when: mayAct },
    { key: 'N', label: 'note', run: () => show('note'), when: mayAct },
  ]);
  return (
    <>
      {mayAct && (
        <div className="capture">
          <button type="button" onClick={() => show('ticket')}>
            Log ticket
          </button>
          <button type="button" onClick={() => show('incident')}>
            Incident
          </button>
          <button type="button" onClick={() => show('note')}>
            Note
          </button>
        </div>
      )}
      {open && (
        <Suspense>
          <open.Show onClose={() => setOpen(null)} />
        </Suspense>
      )}
    </>
  );
}
