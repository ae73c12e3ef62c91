/** The questions of the workshop: a name for a copy, a file to bring in, a go-live to learn from. */
import { useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/base/result.ts';
import { client, type Outcome } from '../../client/client.ts';
import { refusalOf, tell } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { FileField } from '../../ui/fields/file-field.tsx';
import type { PickedFile } from '../../ui/fields/picked-file.ts';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { actOnLibrary, type PlaybookLine } from './use-library.ts';

interface LibraryDialogProps {
  readonly onDone: (outcome: Outcome) => Promise<void>;
  readonly onClose: () => void;
}

const MOST_BYTES = 8_000_000;
const LONGEST_TITLE = 90;

export function DuplicateDialog({ line, onDone, onClose }: LibraryDialogProps & { readonly line: PlaybookLine }) {
  const [title, setTitle] = useState(`${line.title}, our way`.slice(0, LONGEST_TITLE));
  const run = async () => {
    const outcome = await actOnLibrary(client.workshop.duplicate.mutate({ playbookKey: line.key, title }), `${title} made`);
    await onDone(outcome);
    return outcome;
  };
  return (
    <Dialog
      title="Duplicate"
      quiet={line.title}
      onClose={onClose}
      submit={{ label: 'Duplicate', run, disabled: title.trim() === '' }}
      size="narrow"
    >
      <TextField label="Title of the copy" required autoFocus maxLength={LONGEST_TITLE} value={title} onChange={setTitle} />
    </Dialog>
  );
}

type Looked = Awaited<ReturnType<typeof client.workshop.readFile.mutate>>;

export function ImportPlaybookDialog({ onDone, onClose }: LibraryDialogProps) {
  const [file, setFile] = useState<PickedFile | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const text = file ? textOf(file) : '';
  async function take(next: PickedFile | null) {
    setFile(next);
    setLooked(null);
    if (next) setLooked(await look(textOf(next)));
  }
  const run = async () => {
    const outcome = await actOnLibrary(client.workshop.importFile.mutate({ text }), 'Playbook imported');
    await onDone(outcome);
    return outcome;
  };
  return (
    <Dialog title="Import a playbook" onClose={onClose} submit={{ label: 'Import', run, disabled: !looked?.ok }}>
      <FileField
        label="File"
        hint="One JSON file, as Export writes it."
        accept=".json"
        maxBytes={MOST_BYTES}
        value={file}
        onChange={(next) => void take(next)}
      />
      {file && !looked && <p className="q">Reading the file.</p>}
      {looked && !looked.ok && <RefusalNote refusal={looked.refusal} />}
      {looked?.ok && (
        <p>
          <span className="name">{looked.playbook.title}</span>, version {looked.playbook.version}.{' '}
          <span className="q2">
            {looked.replaces === null
              ? 'New in this record.'
              : `“${looked.replaces}” has the same key and stays; this one gets a key of its own. ${countWords(looked.differences.length)}`}
          </span>
        </p>
      )}
    </Dialog>
  );
}

export function LearnDialog({ onDone, onClose }: LibraryDialogProps) {
  const goLives = useGoLives();
  const [chosen, choose] = useState<string | null>(null);
  const [title, setTitle] = useState('');
  const goLive = goLives?.find(({ ref }) => ref === chosen);
  const named = title || (goLive ? `As worked in ${goLive.name}`.slice(0, LONGEST_TITLE) : '');
  const run = async () => {
    const asked = client.workshop.fromGoLive.mutate({ goLiveId: chosen ?? '', title: named });
    const outcome = await actOnLibrary(asked, `${named} made`);
    await onDone(outcome);
    return outcome;
  };
  return (
    <Dialog
      title="Playbook from a go-live"
      onClose={onClose}
      submit={{ label: 'Make the playbook', run, disabled: !goLive || named === '' }}
    >
      <p className="q2">Takes its playbook, with the time each finished task really took and the tasks and checks that were added.</p>
      <SelectField
        label="Go-live"
        required
        autoFocus
        options={(goLives ?? []).map(({ ref, name, stage }) => ({ value: ref, label: `${ref} ${name}, ${stage}` }))}
        value={chosen}
        onChange={choose}
      />
      <TextField label="Title" required maxLength={LONGEST_TITLE} value={named} onChange={setTitle} />
    </Dialog>
  );
}

type Heading = Awaited<ReturnType<typeof client.goLive.list.query>>[number];

/** Every go-live of the record; null until they are there. */
function useGoLives(): readonly Heading[] | null {
  const [goLives, setGoLives] = useState<readonly Heading[] | null>(null);
  useEffect(() => {
    let isGone = false;
    client.goLive.list.query({}).then(
      (found) => !isGone && setGoLives(found),
      (error: unknown) => tell(refusalOf(error)),
    );
    return () => {
      isGone = true;
    };
  }, []);
  return goLives;
}

async function look(text: string): Promise<Looked> {
  try {
    return await client.workshop.readFile.mutate({ text });
  } catch (error) {
    return { ok: false, refusal: refusalOf(error) as Refusal & { about: string[] } };
  }
}

function textOf({ base64 }: PickedFile): string {
  return new TextDecoder().decode(Uint8Array.from(atob(base64), (char) => char.charCodeAt(0)));
}

function countWords(differences: number): string {
  if (differences === 0) return 'The two are the same.';
  return differences === 1 ? 'They differ in one place.' : `They differ in ${differences} places.`;
}
