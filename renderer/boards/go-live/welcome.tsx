/** The first screen: the go-lives of the record, and the way to a new one. */
import { memo, useCallback, useState } from 'react';
import type { Refusal } from '../../../shared/base/result.ts';
import { formatDay, formatTime, zoneName } from '../../../shared/base/time-words.ts';
import { client } from '../../client/client.ts';
import { Logo } from '../../frame/logo.tsx';
import { stageWords } from '../../frame/stage-words.ts';
import { refusalOf } from '../../store/act.ts';
import { openGoLive, openPlaybooks } from '../../store/route.ts';
import { Button } from '../../ui/button.tsx';
import { Empty } from '../../ui/empty.tsx';
import { Key } from '../../ui/key.tsx';
import { useKeys } from '../../ui/keys.ts';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import { type Column, Table } from '../../ui/table.tsx';
import { Ago } from '../../ui/time.tsx';
import css from './go-live.module.css';
import { NewGoLive } from './new-go-live.tsx';
import { runsBelow } from './runs-below.ts';
import { useAnswer } from './use-answer.ts';
import { usePlaybooks } from './use-playbooks.ts';
import { ownZone } from './zones.ts';

type Heading = Awaited<ReturnType<typeof client.goLive.list.query>>[number];

export function Welcome() {
  const { answer: goLives, refusal } = useAnswer(askForAll, true);
  const [selected, setSelected] = useState<string | null>(null);
  const [isNew, setNew] = useState(false);
  const { answer: playbooks } = usePlaybooks();
  const close = useCallback(() => setNew(false), []);
  const isAway = refusal !== null;
  const sample = useSample(isAway);
  useKeys('Go-lives', [
    { key: 'N', label: 'new go-live', run: () => setNew(true), when: !isAway },
    { key: 'S', label: 'sample go-live', run: sample.make, when: !isAway },
    { key: 'B', label: 'playbooks', run: () => openPlaybooks(), when: !isAway },
  ]);
  const starters = (
    <span className="btns">
      <Button primary hint="N" onClick={() => setNew(true)} disabled={isAway}>
        New go-live
      </Button>
      <Button hint="S" onClick={sample.make} disabled={sample.isMaking || isAway}>
        {sample.isMaking ? 'Making the sample' : 'Sample go-live'}
      </Button>
      <Button hint="B" onClick={() => openPlaybooks()} disabled={isAway}>
        Playbooks
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
        <p className="q2">
          Plan a go-live, run its night, and hand over the report. Everything stays on the host computer; no internet is needed.
        </p>
      </header>
      {refusal && <RefusalNote refusal={refusal} />}
      {!goLives && !refusal && <p className="q">Looking at the record.</p>}
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
              rows={runsBelow(goLives)}
              rowId={({ ref }) => ref}
              selectedId={selected ?? runsBelow(goLives)[0]?.ref ?? null}
              onSelect={setSelected}
              onOpen={({ ref }) => openGoLive(ref)}
              rowHeight={44}
            />
          </div>
          <p className="q btns">
            <Key stroke="J" />
            <Key stroke="K" /> choose
            <Key stroke="Enter" /> open
          </p>
        </>
      )}
      {isNew && playbooks && <Wizard playbooks={playbooks} onClose={close} />}
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
    cell: ({ ref, name, kind, tZeroAt, zone, ...line }) => (
      <>
        {kind !== 'live' && <b className="acc">{kind === 'drill' ? 'DRILL ' : 'REHEARSAL '}</b>}
        <a className="link" href={`#/${ref}`}>
          {name}
        </a>
        <p className={`small q2 cut ${css.onPhone}`}>
          {stageWords(line)}, {formatDay(tZeroAt, zone)} {formatTime(tZeroAt, zone)} {zoneName(tZeroAt, zone)}
        </p>
      </>
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

/** Not drawn anew when the list is: a menu that is open in it would lose its place. */
const Wizard = memo(NewGoLive);

const askForAll = (signal: AbortSignal) => client.goLive.list.query({}, { signal });

function useSample(isAway: boolean) {
  const [isMaking, setMaking] = useState(false);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  async function make() {
    if (isMaking || isAway) return;
    setMaking(true);
    setRefusal(null);
    try {
      const { ref } = await client.goLive.sample.mutate({ zone: ownZone() });
      openGoLive(ref);
    } catch (error) {
      setRefusal(refusalOf(error));
    }
    setMaking(false);
  }
  return { isMaking, refusal, make: () => void make() };
}
