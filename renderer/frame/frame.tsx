/** The one frame of all boards: header, rail, board, foot, and what works everywhere. */
import './frame.css';
import './phone.css';
import { lazy, Suspense, useState } from 'react';
import { formatTime, zoneName } from '../../shared/base/time-words.ts';
import { cutWords } from '../../shared/domain/drill/line-cut.ts';
import { troubleOf } from '../../shared/domain/drill/trouble.ts';
import { Asked } from '../dialogs/asked.tsx';
import { useGoLive, useLive, useMe, useTable } from '../store/live.ts';
import { go, useRoute } from '../store/route.ts';
import { Foot } from '../ui/foot.tsx';
import { KeySheet } from '../ui/key-sheet.tsx';
import { useKeys } from '../ui/keys.ts';
import { Mark } from '../ui/mark.tsx';
import { Palette, palette } from '../ui/palette.tsx';
import { ZoneProvider } from '../ui/time.tsx';
import { BoardFault } from './board-fault.tsx';
import { boards } from './boards.ts';
import { find } from './find.ts';
import { Header } from './header.tsx';
import { HoldStrip } from './hold-strip.tsx';
import { QuickCapture } from './quick-capture.tsx';
import { Rail } from './rail.tsx';
import { RunLine } from './run-line.tsx';
import { StartStrip } from './start-strip.tsx';

const Settings = lazy(async () => ({ default: (await import('../boards/go-live/settings.tsx')).GoLiveSettings }));

export function Frame() {
  const { zone } = useGoLive();
  const { board: key } = useRoute();
  const [isSetting, setSetting] = useState(false);
  const board = boards.find((each) => each.key === key);
  useKeys('Everywhere', [
    { key: 'Mod+K', label: 'find or do', run: () => palette.open(), palette: false },
    ...boards
      .slice(0, 9)
      .map(({ key: to, title }, at) => ({ key: `Alt+${at + 1}`, label: title, run: () => go(to), foot: false, palette: false })),
  ]);
  return (
    <ZoneProvider zone={zone}>
      <div className="app">
        <Header />
        <Rail onSettings={() => setSetting(true)} />
        <main className="board">
          <QuickCapture />
          <RunLine />
          <LineDown />
          <HoldStrip />
          <StartStrip />
          <BoardFault key={key}>
            <Suspense fallback={<p className="waiting">Loading the board.</p>}>
              {board ? <board.Show /> : <p className="waiting">There is no board {key}.</p>}
            </Suspense>
          </BoardFault>
        </main>
        <RecordFoot />
      </div>
      {isSetting && (
        <Suspense>
          <Settings onClose={() => setSetting(false)} />
        </Suspense>
      )}
      <Asked />
      <KeySheet />
      <Palette sources={find} />
    </ZoneProvider>
  );
}

/** Never lets an old picture pass for the present one. */
function LineDown() {
  const link = useLive((live) => live.link);
  const liveUntil = useLive((live) => live.liveUntil);
  const cut = troubleOf({ injection: useTable('injection') }, useMe(), 'lost connection');
  const { zone } = useGoLive();
  if (link !== 'late') return null;
  return (
    <div className="stale" role="status">
      <Mark state="late">{cut ? 'Cut by the drill' : 'Not live'}</Mark>
      <span>
        {cut ? cutWords(cut, zone) : 'The host cannot be reached.'} What you see is of {formatTime(liveUntil, zone, true)}{' '}
        {zoneName(liveUntil, zone)}. Acts wait until the line is back; this screen tries by itself.
      </span>
    </div>
  );
}

function RecordFoot() {
  const last = useLive((live) => live.entries[0]);
  const { zone } = useGoLive();
  const saved = last ? `Saved ${formatTime(last.at, zone, true)} ${zoneName(last.at, zone)}, entry ${last.seq}` : 'Nothing recorded yet';
  return <Foot record={saved} quiet="No internet needed" />;
}
