/** The first screen: the go-lives of the record, and the way to a new one. */
import { useCallback, useEffect, useState } from 'react';
import type { Refusal } from '../../../shared/base/result.ts';
import { formatDay, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { client } from '../../client/client.ts';
import { Logo } from '../../frame/logo.tsx';
import { stageWords } from '../../frame/stage-words.ts';
import { refusalOf } from '../../store/act.ts';
import { openGoLive } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import css from './go-live.module.css';
import { NewGoLive } from './new-go-live.tsx';

type Heading = Awaited<ReturnType<typeof client.goLive.list.query>>[number];

const AGAIN_MS = 3_000;

export function Welcome() {
  const { goLives, refusal } = useGoLives();
  const [selected, setSelected] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  const sample = useSample();
  useKeys('Go-lives', [
    { key: 'N', label: 'new go-live', run: () => setNew(true) },
    { key: 'S', label: 'sample', run: sample.make },
  ]);
  const starters = (
    <span className="btns">
      <Button primary hint="N" onClick={() => setNew(true)}>
        New go-live
      </Button>
      <Button hint="S" onClick={sample.make} disabled={sample.isMaking}>
        {sample.isMaking ? 'Making the sample' : 'Sample go-live'}
      </Button>
    </span>
  );
  return (
    <main className={css.welcome}>
      <header className={css.head}>
        <h1>
          <Logo size={28} />
          Gantry
        </h1>
        <p className="q2">The go-live war room on this computer. It needs no internet.</p>
      </header>
      {refusal && <RefusalNote refusal={refusal} />}
      {sample.refusal && <RefusalNote refusal={sample.refusal} />}
      {goLives && goLives.length === 0 && (
        <Empty title="No go-live yet" step={starters}>
          A go-live is one deployment of one release: its plan, its checks and gates, what happened, and how it ended. Make one from a
          playbook, or look around in a sample.
        </Empty>
      )}
      {goLives && goLives.length > 0 && (
        <>
          <div className={css.line}>
            <h2>Go-lives of this record</h2>
            {starters}
          </div>
          <div className={css.list}>
            <Table
              main
              label="Go-lives"
              columns={columns}
              rows={goLives}
              rowId={({ ref }) => ref}
              selectedId={selected ?? goLives[0]?.ref ?? null}
              onSelect={setSelected}
              onOpen={({ ref }) => openGoLive(ref)}
              rowHeight={44}
            />
          </div>
          <p className="q">Enter opens the selected go-live.</p>
        </>
      )}
      {isNew && <NewGoLive onClose={() => setNew(false)} />}
    </main>
  );
}

const columns: readonly Column<Heading>[] = [
  { key: 'ref', head: 'Ref', width: 80, className: 'f', cell: ({ ref }) => ref },
  {
    key: 'name',
    head: 'Name',
    width: '2fr',
    min: 200,
    className: 'name',
    cell: ({ ref, name }) => (
      <a className="link" href={`#/${ref}`}>
        {name}
      </a>
    ),
    title: ({ name }) => name,
  },
  { key: 'system', head: 'System', width: '1fr', min: 120, cell: ({ system, release }) => `${system} ${release}` },
  { key: 'stage', head: 'Stage', width: 150, cell: stageWords },
  {
    key: 'tZero',
    head: 'T-0',
    width: 210,
    cell: ({ tZeroAt, zone }) => (
      <span>
        {formatDay(tZeroAt, zone)} <span className="f">{formatTime(tZeroAt, zone)}</span> {zoneName(tZeroAt, zone)}
      </span>
    ),
  },
  { key: 'tasks', head: 'Tasks closed', width: 110, align: 'number', cell: ({ tasksClosed, tasks }) => `${tasksClosed}/${tasks}` },
  { key: 'changed', head: 'Last change', width: 110, align: 'number', cell: ({ changedAt }) => <Ago at={changedAt} /> },
];

/** Asks again by itself while the host cannot be reached or turns this screen away. */
function useGoLives(): { readonly goLives: readonly Heading[] | null; readonly refusal: Refusal | null } {
  const [goLives, setGoLives] = useState<readonly Heading[] | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => {
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () =>
      void client.goLive.list
        .query({})
        .then((found) => {
          if (isGone) return;
          setGoLives(found);
          setRefusal(null);
        })
        .catch((error: unknown) => {
          if (!isGone) setRefusal(refusalOf(error));
        })
        .finally(() => {
          if (!isGone) timer = setTimeout(look, AGAIN_MS);
        });
    look();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, []);
  return { goLives, refusal };
}

function useSample() {
  const [isMaking, setMaking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const make = useCallback(() => {
    setMaking(true);
    client.goLive.sample
      .mutate({ zone: Intl.DateTimeFormat().resolvedOptions().timeZone })
      .then(({ ref }) => openGoLive(ref))
      .catch((error: unknown) => setRefusal(refusalOf(error)))
      .finally(() => setMaking(false));
  }, []);
  return { isMaking, refusal, make: isMaking ? () => undefined : make };
}
