/** One playbook: its editor or what it differs in, and what is done with it as a whole. */
import { useState } from 'react';
import { formatInstant } from '../../../shared/base/time-words.ts';
import type { Playbook } from '../../../shared/domain/playbook/schema.ts';
import { playbookSchema } from '../../../shared/domain/playbook/schema.ts';
import { client, type Outcome } from '../../client/client.ts';
import { Button } from '../../ui/button.tsx';
import { useKeys } from '../../ui/keys.ts';
import { PickSet } from '../../ui/pick-set.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { Strip } from '../../ui/strip.tsx';
import { Differences } from './differences.tsx';
import { forgetDraft, type KeptDraft, keptDraft, useDraft } from './draft.ts';
import { Editor } from './editor.tsx';
import { actOnLibrary, type PlaybookLine, usePlaybook } from './use-library.ts';
import css from './workshop.module.css';

interface OnePlaybookProps {
  readonly line: PlaybookLine;
  readonly onSaved: (outcome: Outcome) => Promise<void>;
  readonly onDuplicate: () => void;
  readonly onExport: () => void;
  readonly onRetire: (own: NonNullable<PlaybookLine['own']>) => void;
}

export function OnePlaybook(props: OnePlaybookProps) {
  const { line } = props;
  const { playbook, refusal } = usePlaybook(line.key, line.own?.revision ?? 0);
  const [left, setLeft] = useState<KeptDraft | null>(() => (line.own ? keptDraft(line.key) : null));
  const [start, setStart] = useState<Playbook | null>(null);
  if (refusal) return <RefusalNote refusal={refusal} />;
  if (!playbook) return <p className="q">Opening {line.title}.</p>;
  if (left && start === null) {
    const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    const isOlder = line.own !== null && left.revision !== line.own.revision;
    return (
      <Strip
        state="note"
        sentence={`There are changes to “${line.title}” that were not saved, from ${formatInstant(left.changedAt, zone)}.`}
        because={isOlder ? 'Somebody saved it since: going on and saving will be refused unless it is saved as a new one.' : undefined}
        acts={
          <>
            <Button primary onClick={() => setStart(left.content)}>
              Go on with them
            </Button>
            <Button
              onClick={() => {
                forgetDraft(line.key);
                setLeft(null);
              }}
            >
              Drop them
            </Button>
          </>
        }
      />
    );
  }
  return (
    <Opened {...props} saved={playbook} start={start ?? playbook} revision={start && left ? left.revision : (line.own?.revision ?? 0)} />
  );
}

interface OpenedProps extends OnePlaybookProps {
  readonly saved: Playbook;
  readonly start: Playbook;
  readonly revision: number;
}

type View = 'edit' | 'differences';

function Opened({ line, saved, start, revision, onSaved, onDuplicate, onExport, onRetire }: OpenedProps) {
  const { own } = line;
  const draft = useDraft(line.key, revision, saved, start);
  const [view, setView] = useState<View>('edit');
  const [refusal, setRefusal] = useState<Extract<Outcome, { ok: false }>['refusal'] | null>(null);
  const isSound = own === null || playbookSchema.safeParse(draft.content).success;
  const maySave = own !== null && draft.isChanged && isSound;

  async function save(isNew = false) {
    const about = isNew ? { basedOn: own?.basedOn ?? '' } : { playbookId: own?.id ?? null, revision };
    const content = isNew ? { ...draft.content, key: `${draft.content.key}-2`.slice(0, 80) } : draft.content;
    const outcome = await actOnLibrary(client.workshop.save.mutate({ ...about, content }), `${draft.content.title} saved`);
    setRefusal(outcome.ok ? null : outcome.refusal);
    if (!outcome.ok) return;
    forgetDraft(line.key);
    await onSaved(outcome);
  }

  useKeys('Playbook', [{ key: 'Mod+S', label: 'save', run: () => void save(), when: maySave }]);
  return (
    <div className={css.one}>
      <div className="tool">
        <h2 className="name cut">{draft.content.title}</h2>
        {own && (
          <PickSet<View>
            label="View"
            picks={[
              { value: 'edit', label: 'Edit' },
              { value: 'differences', label: 'What differs' },
            ]}
            value={view}
            onPick={setView}
          />
        )}
        <span className="q small cut">
          {own ? standing(draft.isChanged, isSound, draft.isKept) : 'Built in, and only looked at. Duplicate it to change it.'}
        </span>
        <div className={`end btns ${css.tools}`}>
          {own && (
            <Button primary hint="Mod+S" disabled={!maySave} onClick={() => void save()}>
              Save
            </Button>
          )}
          <Button hint="D" onClick={onDuplicate}>
            Duplicate
          </Button>
          <Button hint="X" onClick={onExport}>
            Export
          </Button>
          {own && <Button onClick={() => onRetire(own)}>{own.isRetired ? 'Offer again' : 'Retire'}</Button>}
        </div>
      </div>
      {refusal && (
        <div className={css.quiet}>
          <RefusalNote refusal={refusal} />
          {refusal.code === 'saved-meanwhile' && <Button onClick={() => void save(true)}>Save as a new playbook</Button>}
        </div>
      )}
      {view === 'edit' ? (
        <Editor draft={draft} saved={saved} mayEdit={own !== null} />
      ) : (
        <Differences line={line} content={draft.content} />
      )}
    </div>
  );
}

function standing(isChanged: boolean, isSound: boolean, isKept: boolean): string {
  if (!isChanged) return 'As it is in the record.';
  if (!isKept) return 'Not saved, and this browser keeps nothing.';
  return isSound ? 'Not saved; kept in this browser.' : 'Not saved; mend the faults first.';
}
