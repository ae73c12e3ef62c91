/** Logging from anywhere with one key: a ticket, an incident, a note. */
import { lazy, Suspense, useState } from 'react';
import { useRole } from '../store/live.ts';
import { useKeys } from '../ui/keys.ts';

const captures = {
  ticket: lazy(async () => ({ default: (await import('../boards/ticket/quick-ticket.tsx')).QuickTicket })),
  incident: lazy(async () => ({ default: (await import('../boards/incident/quick-incident.tsx')).QuickIncident })),
  note: lazy(async () => ({ default: (await import('../boards/timeline/quick-note.tsx')).QuickNote })),
} as const;

export function QuickCapture() {
  const [open, setOpen] = useState<keyof typeof captures | null>(null);
  const mayAct = useRole() !== 'viewer';
  useKeys('Anywhere', [
    { key: 'L', label: 'log ticket', run: () => setOpen('ticket'), when: mayAct },
    { key: 'I', label: 'incident', run: () => setOpen('incident'), when: mayAct },
    { key: 'N', label: 'note', run: () => setOpen('note'), when: mayAct },
  ]);
  if (!open) return null;
  const Capture = captures[open];
  return (
    <Suspense>
      <Capture onClose={() => setOpen(null)} />
    </Suspense>
  );
}
