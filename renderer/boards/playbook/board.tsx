/** The playbook of this go-live, to read during the night: phases and their steps, gates, emergencies, what success is. */
import { useMemo } from 'react';
import { playbookOf } from '../../../shared/domain/playbook/of-go-live.ts';
import { useTable } from '../../store/live.ts';
import { select, useRoute } from '../../store/route.ts';
import { Empty } from '../../ui/empty.tsx';
import { useKeys } from '../../ui/keys.ts';
import { ToolLine } from '../../ui/tool-line.tsx';
import { type Part, partsOf } from './parts.tsx';
import css from './playbook.module.css';

export function PlaybookBoard() {
  const playbookCopy = useTable('playbookCopy');
  const playbook = useMemo(() => playbookOf({ playbookCopy }), [playbookCopy]);
  const parts = useMemo(() => (playbook ? partsOf(playbook) : []), [playbook]);
  const { selected } = useRoute();
  const at = Math.max(
    0,
    parts.findIndex(({ key }) => key === selected),
  );
  const move = (by: number) => select(parts[Math.min(parts.length - 1, Math.max(0, at + by))]?.key ?? null);
  useKeys('Playbook', [
    { key: 'J', label: 'move', run: () => move(1), repeat: true, palette: false },
    { key: 'K', label: 'move', run: () => move(-1), repeat: true, palette: false },
  ]);
  const part = parts[at];
  if (!playbook || !part) {
    return <Empty title="No playbook">This go-live was made without a playbook. Its tasks and checks are on their boards.</Empty>;
  }
  return (
    <>
      <ToolLine title={playbook.title} quiet={`version ${playbook.version}${playbook.variation ? `, ${variationTitle(playbook)}` : ''}`} />
      <div className={css.board}>
        <nav className={css.parts} aria-label="Parts of the playbook">
          {parts.map(({ key, title, group }, index) => (
            <PartLink key={key} part={{ key, title, group }} isFirst={group !== parts[index - 1]?.group} isShown={index === at} />
          ))}
        </nav>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
        <article className={css.part} tabIndex={0} aria-label={part.title} key={part.key}>
          <h2>{part.title}</h2>
          {part.content}
        </article>
      </div>
    </>
  );
}

function PartLink({
  part: { key, title, group },
  isFirst,
  isShown,
}: {
  readonly part: Omit<Part, 'content'>;
  readonly isFirst: boolean;
  readonly isShown: boolean;
}) {
  return (
    <>
      {isFirst && <h2>{group}</h2>}
      <button type="button" aria-current={isShown ? 'true' : undefined} onClick={() => select(key)}>
        {title}
      </button>
    </>
  );
}

function variationTitle({
  variation,
  variations,
}: {
  readonly variation: string;
  readonly variations: readonly { readonly key: string; readonly title: string }[];
}): string {
  return variations.find(({ key }) => key === variation)?.title ?? variation;
}
