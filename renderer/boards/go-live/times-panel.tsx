/** T-0 and the stage of the go-live, and the two acts that change them here. */
import type { GoLive } from '../../../shared/domain/go-live/schema.ts';
import { stageWords } from '../../frame/stage-words.ts';
import { Button } from '../../ui/button.tsx';
import { Time } from '../../ui/time.tsx';
import css from './go-live.module.css';

interface TimesPanelProps {
  readonly goLive: GoLive;
  readonly mayEdit: boolean;
  readonly onAsk: (asking: 'move' | 'start') => void;
}

export function TimesPanel({ goLive, mayEdit, onAsk }: TimesPanelProps) {
  const { tZeroAt, startedAt, zone } = goLive;
  return (
    <section className={css.group} aria-label="T-0 and stage">
      <h3>T-0 and stage</h3>
      <dl className={css.facts}>
        <div>
          <dt>T-0</dt>
          <dd>
            <Time at={tZeroAt} zone={zone} day="always" withZone />
          </dd>
        </div>
        <div>
          <dt>Stage</dt>
          <dd>
            {stageWords(goLive)}
            {startedAt !== null && (
              <>
                , cutover started <Time at={startedAt} zone={zone} day="always" withZone />
              </>
            )}
          </dd>
        </div>
      </dl>
      {mayEdit && (
        <div className="btns">
          <Button onClick={() => onAsk('move')}>Move T-0</Button>
          {goLive.stage === 'planning' && <Button onClick={() => onAsk('start')}>Start the cutover</Button>}
        </div>
      )}
    </section>
  );
}
