/** The rollout of the go-live as a picture: its stages, where traffic goes, what is to be seen next, and the way back. */
import { useMemo } from 'react';
import type { RolloutPicture, RolloutStage, StageState } from '../../../shared/domain/playbook/stages.ts';
import { rolloutPicture } from '../../../shared/domain/playbook/stages.ts';
import { useTable } from '../../store/live.ts';
import { Mark } from '../../ui/mark.tsx';
import { type DrawnStage, stageMarks, stageWords } from '../../ui/stages/drawn-stage.ts';
import { OneStep } from '../../ui/stages/one-step.tsx';
import { StageColumns } from '../../ui/stages/stage-columns.tsx';
import { StageRow } from '../../ui/stages/stage-row.tsx';
import { TwoSides } from '../../ui/stages/two-sides.tsx';
import { Lead } from './lead.tsx';
import css from './rollout.module.css';
import { rolloutWords, unitOf } from './rollout-words.ts';

/** Left out for a go-live that follows no strategy. */
export function RolloutPanel() {
  const playbookCopy = useTable('playbookCopy');
  const task = useTable('task');
  const picture = useMemo(() => rolloutPicture({ playbookCopy, task }), [playbookCopy, task]);
  if (!picture) return null;
  return (
    <section className={css.rollout} aria-label="Rollout">
      <div className={css.what}>
        <h2>
          Rollout <span className="q">{picture.title}</span>
        </h2>
        <p>{rolloutWords(picture)}</p>
      </div>
      <Picture picture={picture} />
      <Standing picture={picture} />
    </section>
  );
}

function Picture({ picture }: { readonly picture: RolloutPicture }) {
  const { kind, percent, live, current } = picture;
  const stages: readonly DrawnStage[] = picture.stages.map((stage, at) => ({ ...stage, isCurrent: at === current }));
  const label = `Stages of ${picture.title}`;
  if (kind === 'blue-green') return <TwoSides label={label} stages={stages} percent={percent} live={live} />;
  if (kind === 'phased') return <StageRow label={label} stages={stages} isTall />;
  if (kind === 'direct') return <OneStep label={label} stages={stages} isOver={live === 'green'} />;
  return <StageColumns label={label} stages={stages} unit={unitOf(kind)} />;
}

/** The stage that is worked or comes next, what must be seen after it, and whether the way back is open. */
function Standing({ picture: { stages, current, wayBack } }: { readonly picture: RolloutPicture }) {
  const stage = current === null ? null : stages[current];
  return (
    <ul className={css.standing}>
      <li>{stage ? <StageLine stage={stage} /> : <Mark state="finished">All stages are over</Mark>}</li>
      {stage?.validation && (
        <li className={css.line}>
          <Mark state={stageMarks[stage.validation.state]} bare>
            {stageWords[stage.validation.state]}
          </Mark>
          <span className="cut q2" title={stage.validation.words}>
            {stage.state === 'finished' ? 'To be seen' : 'Then see'}: {stage.validation.words}
          </span>
        </li>
      )}
      {wayBack && (
        <li className={css.line} title={wayBack.detail}>
          <Mark state={backMarks[wayBack.state][0]} bare>
            {backMarks[wayBack.state][1]}
          </Mark>
          <span className="cut q2">
            {backMarks[wayBack.state][1]}: {wayBack.title}
          </span>
        </li>
      )}
    </ul>
  );
}

const backMarks = {
  waiting: ['awaited', 'Way back, once it begins'],
  open: ['go', 'Way back is open'],
  closed: ['skipped', 'Way back is closed'],
} as const;

/** A finished stage stays the current one until what must be seen after it was seen. */
function StageLine({ stage }: { readonly stage: RolloutStage }) {
  const seen = stage.state === 'finished' ? stage.validation : null;
  const { state, task } = seen ?? stage;
  return (
    <span className={css.line}>
      <Mark state={stageMarks[state]}>{seen ? (validationWords[state] ?? stageWords[state]) : stageWords[state]}</Mark>
      <Lead board="runbook" at={task?.ref ?? null} className="name cut" title={task?.title}>
        {stage.title}
      </Lead>
      <span className="f q nw">{task?.ref}</span>
    </span>
  );
}

const validationWords: Readonly<Partial<Record<StageState, string>>> = {
  waiting: 'To be validated',
  'in progress': 'Validating',
  failed: 'Not validated',
};
