/** What the palette offers to do with the go-live as a whole; what may not be done now stands there too, and says why. */
import { lazy, type ReactNode, Suspense } from 'react';
import { type Asker, type StageActKey, stageActs } from '../../shared/domain/go-live/stage-acts.ts';
import { askPerson } from '../dialogs/asked.tsx';
import { tell, undo } from '../store/act.ts';
import { useLive } from '../store/live.ts';
import { go } from '../store/route.ts';
import { hostNow } from '../ui/clock.ts';
import type { PaletteEntry } from '../ui/palette.tsx';
import { askHold } from './hold-asking.ts';
import { resumeClock } from './hold-strip.tsx';

const StartCutover = lazy(async () => ({ default: (await import('../boards/go-live/start-cutover.tsx')).StartCutover }));
const Settings = lazy(async () => ({ default: (await import('../boards/go-live/settings.tsx')).GoLiveSettings }));
const ShiftNote = lazy(async () => ({ default: (await import('../boards/mine/shift-note-dialog.tsx')).ShiftNoteDialog }));
const Rollback = lazy(async () => ({ default: (await import('../boards/rollback/start-asked.tsx')).StartAsked }));
const Live = lazy(async () => ({ default: (await import('../boards/closure/lifecycle-dialogs.tsx')).DeclareLiveDialog }));
const Scrub = lazy(async () => ({ default: (await import('../boards/closure/lifecycle-dialogs.tsx')).ScrubDialog }));

const dialogs: Readonly<Partial<Record<StageActKey, (onClose: () => void) => ReactNode>>> = {
  start: (onClose) => <StartCutover onClose={onClose} />,
  rollback: (onClose) => <Rollback onClose={onClose} />,
  live: (onClose) => <Live onClose={onClose} />,
  scrub: (onClose) => <Scrub onClose={onClose} />,
  shift: (onClose) => <ShiftNote onClose={onClose} />,
};

export function stageEntries(): readonly PaletteEntry[] {
  const { rows, goLiveId, role } = useLive.getState();
  const goLive = rows.goLive.get(goLiveId ?? '');
  if (!goLive) return [];
  const asker = askerNow();
  const acts = stageActs(rows, goLive, { ...asker, role }, hostNow());
  const settings = { id: 'act settings', label: 'Settings', hint: 'window, zone, T-0', group: GROUP, run: openSettings };
  return [
    ...acts.map(({ key, label, about, whyNot }) => ({
      id: `act ${key}`,
      label,
      hint: whyNot === null ? about : `not now: ${firstSentence(whyNot)}`,
      group: GROUP,
      run: () => (whyNot === null ? run(key, asker.last?.seq) : tell({ code: 'not-now', reason: whyNot, about: [] })),
    })),
    settings,
  ];
}

const GROUP = 'This go-live';

/** Asks from anywhere whether the cutover shall start. */
export function askStart(): void {
  askFor('start');
}

function run(key: StageActKey, lastSeq: number | undefined): void {
  if (key === 'hold') askHold('call');
  else if (key === 'resume') void resumeClock();
  else if (key === 'undo' && lastSeq !== undefined) void undo(lastSeq);
  else if (key === 'decide') openNextGate();
  else if (key === 'close') go('closure');
  else askFor(key);
}

function askFor(key: StageActKey): void {
  const dialog = dialogs[key];
  if (dialog) askPerson((onClose) => <Suspense>{dialog(onClose)}</Suspense>);
}

function openSettings(): void {
  askPerson((onClose) => (
    <Suspense>
      <Settings onClose={onClose} />
    </Suspense>
  ));
}

function openNextGate(): void {
  const gates = [...useLive.getState().rows.gate.values()].sort((a, b) => a.position - b.position);
  go('gate', gates.find(({ decision }) => decision === null || decision === 'hold')?.ref);
}

/** The newest entry of who sits here, or where nobody said so the newest of all but Gantry's own; without what was taken back or is the clock of a drill. */
function askerNow(): Omit<Asker, 'role'> {
  const { entries, me, rows } = useLive.getState();
  const name = rows.person.get(me ?? '')?.name;
  const undone = new Set(entries.map(({ undoes }) => undoes));
  const at = entries.findIndex(
    ({ actor, action, undoes, seq }) =>
      undoes === null && !undone.has(seq) && !action.startsWith('drill.') && (name === undefined ? actor !== 'Gantry' : actor === name),
  );
  return { last: entries[at] ?? null, since: at < 0 ? [] : entries.slice(0, at).toReversed() };
}

function firstSentence(text: string): string {
  return text.split(/(?<=\.) /)[0] ?? text;
}
