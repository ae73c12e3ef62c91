/** Step 2: which questions the release answers, how it is rolled out, how complex it is, and what all of it brings. */
import { applicabilityOf } from '../../../shared/domain/playbook/applicability.ts';
import { impliedStrategy } from '../../../shared/domain/playbook/vary.ts';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { RefusalNote } from '../../ui/refusal-note.tsx';
import css from './choices.module.css';
import { answeredWith, impliedBy } from './draft-choices.ts';
import { Interview } from './interview.tsx';
import { PreviewPanel, rangeWords } from './preview-panel.tsx';
import type { StepProps } from './step-what.tsx';
import { StrategyChoice } from './strategy-choice.tsx';
import { usePreview } from './use-playbooks.ts';
import { Verdict } from './verdict.tsx';

const AS_WRITTEN = 'as written';

export function How({ draft, change, playbook }: StepProps) {
  const preview = usePreview(draft, playbook);
  const applicability = applicabilityOf(answeredWith(playbook, draft));
  const implied = impliedStrategy(playbook, draft.variation);
  const answer = (key: string, holds: boolean | null) => {
    const { [key]: _, ...others } = draft.conditions;
    change({ conditions: holds === null ? others : { ...others, [key]: holds } });
  };
  return (
    <>
      {playbook.conditions.length > 0 && (
        <Interview playbook={playbook} implied={impliedBy(playbook, draft.variation)} answers={draft.conditions} onAnswer={answer} />
      )}
      <Verdict applicability={applicability} />
      {applicability.isDue === false && (
        <TextField
          label="Why it is made all the same"
          required
          maxLength={2_000}
          hint="Kept in the journal with who made it."
          value={draft.despite}
          onChange={(despite) => change({ despite })}
        />
      )}
      {playbook.strategies.length > 0 && (
        <StrategyChoice
          strategies={playbook.strategies}
          value={draft.strategy ?? implied}
          implied={implied}
          onChoose={(strategy) => change({ strategy })}
        />
      )}
      {playbook.durations.length > 0 && (
        <div className={css.complexity}>
          <ChoiceField
            label="Complexity"
            value={draft.complexity ?? AS_WRITTEN}
            onChange={(complexity) => change({ complexity: complexity === AS_WRITTEN ? null : complexity })}
            choices={[
              { value: AS_WRITTEN, label: 'As written' } as const,
              ...playbook.durations.map((range) => ({
                value: range.complexity,
                label: `${words[range.complexity]}, ${rangeWords(range)}`,
              })),
            ]}
          />
          <p className="q2">
            {playbook.plannedFor === null
              ? 'Sets how long it is expected to take. Planned times stay as the playbook has them.'
              : `Planned times are written for ${playbook.plannedFor} and are made longer or shorter with it.`}
          </p>
        </div>
      )}
      {preview?.ok && <PreviewPanel brought={preview.brought} />}
      {preview && !preview.ok && <RefusalNote refusal={preview.refusal} />}
    </>
  );
}

const words = { simple: 'Simple', standard: 'Standard', complex: 'Complex' } as const;
