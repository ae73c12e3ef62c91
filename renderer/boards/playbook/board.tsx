/** The playbook of this go-live, to read during the night: every element of it, by part, and found by its words. */
import { useMemo, useRef, useState } from 'react';
import { playbookOf } from '../../../shared/domain/playbook/of-go-live.ts';
import { useTable } from '../../store/live.ts';
import { select, useRoute } from '../../store/route.ts';
import { Empty } from '../../ui/empty.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useKeys } from '../../ui/keys.ts';
import { ToolLine } from '../../ui/tool-line.tsx';
import { foundIn, linesIn } from './find.ts';
import { Hits } from './hits.tsx';
import { PartOf } from './part-of.tsx';
import { partsOf } from './parts.ts';
import css from './playbook.module.css';

export function PlaybookBoard() {
  const playbookCopy = useTable('playbookCopy');
  const playbook = useMemo(() => playbookOf({ playbookCopy }), [playbookCopy]);
  const parts = useMemo(() => (playbook ? partsOf(playbook) : []), [playbook]);
  const [words, setWords] = useState('');
  const found = useMemo(() => foundIn(parts, words), [parts, words]);
  const search = useRef<HTMLElement>(null);
  const { selected } = useRoute();
  const isSearching = words.trim() !== '';
  const at = Math.max(
    0,
    parts.findIndex(({ key }) => key === selected),
  );

  function show(key: string | null) {
    setWords('');
    select(key);
  }

  const move = (by: number) => show(parts[Math.min(parts.length - 1, Math.max(0, at + by))]?.key ?? null);
  useKeys('Playbook', [
    { key: 'J', label: 'move', run: () => move(1), repeat: true, palette: false },
    { key: 'K', label: 'move', run: () => move(-1), repeat: true, palette: false },
    { key: '/', label: 'find in the playbook', run: () => search.current?.querySelector('input')?.focus() },
    { key: 'Escape', label: 'stop finding', run: () => setWords(''), when: isSearching, palette: false },
  ]);
  const part = parts[at];
  if (!playbook || !part) {
    return <Empty title="No playbook">This go-live was made without a playbook. Its tasks and checks are on their boards.</Empty>;
  }
  const follows = [playbook.variations, playbook.strategies]
    .flatMap((of) => of.filter(({ key }) => key === playbook.variation || key === playbook.strategy))
    .map(({ title }) => title);
  return (
    <>
      <ToolLine title={playbook.title} quiet={[`version ${playbook.version}`, ...follows].join(', ')} />
      <div className={css.board}>
        <div className={css.side}>
          <search ref={search} className={css.search}>
            <TextField
              label="Find in the playbook"
              type="search"
              placeholder="Words or an id such as S3-022"
              value={words}
              onChange={setWords}
            />
          </search>
          <nav className={css.parts} aria-label="Parts of the playbook">
            {(isSearching ? found : parts).map(({ key, title, group, ...rest }, index, listed) => (
              <div key={key}>
                {group !== listed[index - 1]?.group && <h2>{group}</h2>}
                <button type="button" aria-current={!isSearching && key === part.key ? 'true' : undefined} onClick={() => show(key)}>
                  <span className="cut" title={title}>
                    {title}
                  </span>
                  {isSearching && <span className="f q">{linesIn([{ key, title, group, ...rest }])}</span>}
                </button>
              </div>
            ))}
          </nav>
        </div>
        {isSearching ? <Hits of={found} words={words} onPart={show} /> : <PartOf key={part.key} part={part} />}
      </div>
    </>
  );
}
