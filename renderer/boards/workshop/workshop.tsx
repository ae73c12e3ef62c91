/** The workshop: all playbooks of the record, and the one that is open. A screen of its own, outside any go-live. */
import { useState } from 'react';
import { client } from '../../client/client.ts';
import { Logo } from '../../frame/logo.tsx';
import { refusalOf, tell } from '../../store/act.ts';
import { leaveGoLive, openPlaybooks, useRoute } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Foot } from '../../ui/foot.tsx';
import { KeySheet } from '../../ui/key-sheet.tsx';
import { useKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { saveFile } from '../../ui/save-file.ts';
import { ToolLine } from '../../ui/tool-line.tsx';
import { DuplicateDialog, ImportPlaybookDialog, LearnDialog } from './library-dialogs.tsx';
import { OnePlaybook } from './one-playbook.tsx';
import { PlaybookList } from './playbook-list.tsx';
import { actOnLibraryLoud, type PlaybookLine, useLibrary } from './use-library.ts';
import css from './workshop.module.css';

type Asked = 'duplicate' | 'import' | 'learn';

export function Workshop() {
  const { board } = useRoute();
  const { lines, refusal, askAgain } = useLibrary();
  const [asked, ask] = useState<Asked | null>(null);
  const line = lines?.find(({ key }) => key === board) ?? lines?.[0] ?? null;
  const shown = async (outcome: { readonly ok: true; readonly rowId: string | null } | { readonly ok: false }) => {
    const found = await askAgain();
    if (outcome.ok) openPlaybooks(found.find(({ own }) => own?.id === outcome.rowId)?.key ?? line?.key ?? '');
  };
  useKeys('Playbooks', [
    { key: 'D', label: 'duplicate', run: () => ask('duplicate'), when: line !== null },
    { key: 'X', label: 'export', run: () => line && void exportFile(line), when: line !== null },
    { key: 'M', label: 'import', run: () => ask('import') },
    { key: 'G', label: 'from a go-live', run: () => ask('learn') },
  ]);
  return (
    <main className={css.screen}>
      <ToolLine
        title={
          <>
            <Logo size={20} /> Playbooks
          </>
        }
        quiet="How a kind of go-live is worked. A go-live keeps the version it started from."
        end={
          <span className="btns">
            <Button hint="M" onClick={() => ask('import')}>
              Import
            </Button>
            <Button hint="G" onClick={() => ask('learn')}>
              From a go-live
            </Button>
            <Button onClick={leaveGoLive}>All go-lives</Button>
          </span>
        }
      />
      {refusal && <RefusalNote refusal={refusal} />}
      <div className={css.board}>
        <PlaybookList lines={lines ?? []} selected={line} onOpen={({ key }) => openPlaybooks(key)} />
        {line && (
          <OnePlaybook
            key={`${line.key} ${line.own?.revision ?? 0}`}
            line={line}
            onSaved={shown}
            onDuplicate={() => ask('duplicate')}
            onExport={() => void exportFile(line)}
            onRetire={(own) => {
              const isRetired = !own.isRetired;
              const said = `${line.title} ${isRetired ? 'retired' : 'offered again'}`;
              void actOnLibraryLoud(client.workshop.retire.mutate({ playbookId: own.id, isRetired }), said).then(askAgain);
            }}
          />
        )}
      </div>
      <Foot record={`${lines?.length ?? 0} playbooks in this record`} />
      <KeySheet />
      {asked === 'duplicate' && line && <DuplicateDialog line={line} onDone={shown} onClose={() => ask(null)} />}
      {asked === 'import' && <ImportPlaybookDialog onDone={shown} onClose={() => ask(null)} />}
      {asked === 'learn' && <LearnDialog onDone={shown} onClose={() => ask(null)} />}
    </main>
  );
}

async function exportFile({ key }: PlaybookLine): Promise<void> {
  try {
    const file = await client.workshop.exportFile.query({ key });
    if (file.ok) saveFile({ name: file.fileName, mediaType: 'application/json', content: file.text });
    else tell(file.refusal);
  } catch (error) {
    tell(refusalOf(error));
  }
}
