/** Every part of renderer/ui on pages of its own, with figures of the night the mock shows. Not shipped. */
import './gallery.css';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { ThemeProvider, useScheme } from '../../../renderer/theme/theme-provider.tsx';
import { setHostOffset } from '../../../renderer/ui/clock.ts';
import { Foot } from '../../../renderer/ui/foot.tsx';
import { KeySheet } from '../../../renderer/ui/key-sheet.tsx';
import { useKeys } from '../../../renderer/ui/keys.ts';
import { Palette } from '../../../renderer/ui/palette.tsx';
import { PickSet } from '../../../renderer/ui/pick-set.tsx';
import { ZoneProvider } from '../../../renderer/ui/time.tsx';
import { Toasts, toast } from '../../../renderer/ui/toast.tsx';
import { ToolLine } from '../../../renderer/ui/tool-line.tsx';
import { ChartsPage } from './charts-page.tsx';
import { FieldsPage } from './fields-page.tsx';
import { NIGHT } from './night.ts';
import { PartsPage } from './parts-page.tsx';
import { LongTablePage, ReadinessPage, TicketsPage } from './table-pages.tsx';

const pages = {
  parts: PartsPage,
  readiness: ReadinessPage,
  tickets: TicketsPage,
  long: LongTablePage,
  charts: ChartsPage,
  fields: FieldsPage,
} as const;
type PageName = keyof typeof pages;
const names = Object.keys(pages) as PageName[];

function Gallery() {
  const { toggle } = useScheme();
  const [name, setName] = useState<PageName>(names.find((one) => `#${one}` === location.hash) ?? 'parts');
  const Page = pages[name];
  useKeys('Everywhere', [
    { key: 'D', label: 'dark or light', run: toggle },
    { key: 'T', label: 'toast', run: () => toast.show({ text: 'TKT-0031 logged 23:41 CET, on all screens', undo: () => undefined }) },
  ]);
  return (
    <div className="gallery">
      <main>
        <ToolLine title="Parts" quiet="Worst first" end={<span className="q2 small">All times CET</span>}>
          <PickSet label="Page" picks={names.map((value) => ({ value, label: value }))} value={name} onPick={setName} />
        </ToolLine>
        <Page key={name} />
      </main>
      <Foot record="Saved 23:42:03 CET, entry 1284, chain verified" quiet="No internet. Room open, 11 screens" />
      <KeySheet />
      <Palette sources={() => [...boards, ...tasks]} />
      <Toasts />
    </div>
  );
}

const boards = ['Overview', 'Runbook', 'Readiness', 'Gate', 'Incidents', 'Tickets', 'Training', 'Closure'].map((label) => ({
  id: `board ${label}`,
  label,
  group: 'Boards',
  run: () => toast.show({ text: `${label} would open` }),
}));

const tasks = ['Single sign-on to production', 'Bank connector to production', 'Fetch first bank statement', 'Payroll feed: dry run'].map(
  (label, index) => ({
    id: `task ${index}`,
    label,
    hint: `T-0${20 + index}`,
    group: 'Tasks',
    run: () => toast.show({ text: `${label} would open` }),
  }),
);

setHostOffset(NIGHT - Date.now());
createRoot(document.getElementById('root') as HTMLElement).render(
  <StrictMode>
    <ThemeProvider>
      <ZoneProvider zone="Europe/Berlin">
        <Gallery />
      </ZoneProvider>
    </ThemeProvider>
  </StrictMode>,
);
