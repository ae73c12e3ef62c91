/** An exported and edited plan comes back: every change is looked at first, then all of them are made as one act. */
import { useCallback, useEffect, useRef, useState } from 'react';
import type { Refusal } from '../../../../shared/base/result.ts';
import { client } from '../../../client/client.ts';
import { act, refusalOf } from '../../../store/act.ts';
import { useLive } from '../../../store/live.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { CheckField } from '../../../ui/fields/check-field.tsx';
import { FileField } from '../../../ui/fields/file-field.tsx';
import type { PickedFile } from '../../../ui/fields/picked-file.ts';
import { Mark } from '../../../ui/mark.tsx';
import { RefusalNote } from '../../../ui/refusal-note.tsx';
import { ImpactWords } from '../plan/impact-words.tsx';
import css from './exchange.module.css';
import { PlanLines } from './plan-lines.tsx';
import type { FileWins } from './whose.ts';

type Preview = Extract<Awaited<ReturnType<typeof client.exchange.previewFile.mutate>>, { ok: true }>;
interface Choices {
  readonly fileWins: FileWins;
  readonly removesMissing: boolean;
  readonly skipsRefused: boolean;
}

const LARGEST = 25 * 1024 * 1024;
const SHOWN_PROBLEMS = 100;
const careful: Choices = { fileWins: false, removesMissing: false, skipsRefused: false };

export function ReturnDialog({ onClose }: { readonly onClose: () => void }) {
  const [file, setFile] = useState<PickedFile | null>(null);
  const [choices, setChoices] = useState(careful);
  const { preview, refusal, isReading, looked, lookAgain } = usePreview(file, choices);
  const choose = useCallback((chosen: Partial<Choices>) => setChoices((before) => ({ ...before, ...chosen })), []);
  const taken = preview?.taken ?? 0;
  const run = async () => {
    if (!file) throw new Error('an import without a file');
    const { preview: last, refusal: unread } = await looked(); // a choice made just now is looked at first
    const stopped = unread ?? last?.refusal ?? null;
    if (stopped) return { ok: false as const, refusal: stopped };
    const outcome = await act(
      client.exchange.takeFile,
      { fileName: file.name, base64: file.base64, ...asked(choices), seen: last?.seen },
      ({ taken: made }) => `${file.name}: ${changesText(made)} made`,
    );
    if (!outcome.ok && outcome.refusal.code === 'plan-moved') lookAgain();
    return outcome;
  };
  const submit = {
    label: taken > 0 ? `Make ${changesText(taken)}` : 'Make changes',
    disabled: preview === null || (!isReading && preview.refusal !== null),
    run,
  };
  return (
    <Dialog title="Bring back an export" onClose={onClose} size="wide" submit={submit}>
      <FileField
        label="File"
        hint="A plan exported from this runbook and edited: .xlsx, .csv or .xml. An .xml of MS Project may also be new here."
        accept=".xlsx,.csv,.xml"
        maxBytes={LARGEST}
        value={file}
        onChange={(next) => {
          setFile(next);
          setChoices(careful);
        }}
        autoFocus
      />
      {isReading && <p className="q">Reading the file.</p>}
      {refusal && <RefusalNote refusal={refusal} />}
      {preview && <Looked preview={preview} choices={choices} choose={choose} />}
    </Dialog>
  );
}

interface LookedProps {
  readonly preview: Preview;
  readonly choices: Choices;
  readonly choose: (chosen: Partial<Choices>) => void;
}

function Looked({ preview, choices, choose }: LookedProps) {
  const { lines, moreLines, refusedRows, missing, newPeople, notes, refusal, taken } = preview;
  const chooseWinner = useCallback((fileWins: FileWins) => choose({ fileWins }), [choose]);
  const isStopped = refusal !== null && refusal.code !== 'nothing-changed' && refusal.code !== 'rows-refused';
  return (
    <>
      <p className={css.counts} role="status">
        <strong>
          {lines.length === 0 ? 'The file changes nothing' : `${taken === 0 ? 'No change' : changesText(taken)} would be made`}
        </strong>
        {refusedRows > 0 && <span className="stop"> · {rowsText(refusedRows)} cannot be read</span>}
        {newPeople.length > 0 && <span className="q"> · joins the roster: {newPeople.slice(0, 8).join(', ')}</span>}
      </p>
      <ImpactWords foreseen={preview.impact.length > 0 ? { words: preview.impact } : null} />
      {notes.map((note) => (
        <p key={note} className="q">
          {note}
        </p>
      ))}
      {isStopped && <RefusalNote refusal={refusal} />}
      {lines.length > 0 && <PlanLines lines={lines} fileWins={choices.fileWins} onFileWins={chooseWinner} />}
      {moreLines > 0 && <p className="q">And {moreLines} more changes, not listed.</p>}
      <Problems preview={preview} />
      {refusedRows > 0 && (
        <CheckField
          label={`Go on without the ${rowsText(refusedRows)} that cannot be read`}
          checked={choices.skipsRefused}
          onChange={(skipsRefused) => choose({ skipsRefused })}
        />
      )}
      {missing.length > 0 && (
        <CheckField
          label={`Remove the ${missing.length} ${missing.length === 1 ? 'task' : 'tasks'} whose rows are not in the file: ${missing.slice(0, 6).join(', ')}${missing.length > 6 ? ' …' : ''}`}
          checked={choices.removesMissing}
          onChange={(removesMissing) => choose({ removesMissing })}
        />
      )}
    </>
  );
}

function Problems({ preview: { problems, moreProblems } }: { readonly preview: Preview }) {
  if (problems.length === 0) return null;
  const hidden = Math.max(0, problems.length - SHOWN_PROBLEMS) + moreProblems;
  return (
    <ul className={css.problems} aria-label="What cannot be taken as it is">
      {problems.slice(0, SHOWN_PROBLEMS).map(({ row, column, value, reason, severity }) => (
        <li key={`${row} ${column} ${reason}`}>
          <Mark state={severity === 'refused' ? 'blocked' : 'at-risk'}>Row {row}</Mark>{' '}
          <span className="q">
            {column}
            {value !== '' && ` "${value.slice(0, 60)}"`}
          </span>{' '}
          {reason}
        </li>
      ))}
      {hidden > 0 && <li className="q">And {hidden} more.</li>}
    </ul>
  );
}

function asked({ fileWins, ...others }: Choices) {
  return { ...others, fileWins: typeof fileWins === 'boolean' ? fileWins : [...fileWins] };
}

function changesText(count: number): string {
  return count === 1 ? '1 change' : `${count} changes`;
}

function rowsText(count: number): string {
  return count === 1 ? '1 row' : `${count} rows`;
}

interface Looking {
  readonly preview: Preview | null;
  readonly refusal: Refusal | null;
  readonly isReading: boolean;
}

const nothing: Looking = { preview: null, refusal: null, isReading: false };

interface Previewing extends Looking {
  /** Waits for what the host says to the last choice. */
  readonly looked: () => Promise<Looking>;
  readonly lookAgain: () => void;
}

/** Asks the host anew whenever the file or a choice changes; while it looks again, what it said last stays in view. */
function usePreview(file: PickedFile | null, choices: Choices): Previewing {
  const goLiveId = useLive((live) => live.goLiveId);
  const [looks, setLooks] = useState(0);
  const [looking, setLooking] = useState<Looking>(nothing);
  const last = useRef<Promise<Looking>>(Promise.resolve(nothing));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `looks` asks the same once more
  useEffect(() => {
    if (!file || !goLiveId) {
      setLooking(nothing);
      return;
    }
    let isGone = false;
    setLooking((before) => ({ ...before, isReading: true }));
    last.current = client.exchange.previewFile
      .mutate({ goLiveId, fileName: file.name, base64: file.base64, ...asked(choices) })
      .then((answer): Looking => (answer.ok ? { ...nothing, preview: answer } : { ...nothing, refusal: answer.refusal }))
      .catch((error: unknown): Looking => ({ ...nothing, refusal: refusalOf(error) }));
    void last.current.then((next) => {
      if (!isGone) setLooking(next);
    });
    return () => {
      isGone = true;
    };
  }, [file, choices, goLiveId, looks]);
  return { ...looking, looked: () => last.current, lookAgain: () => setLooks((before) => before + 1) };
}
