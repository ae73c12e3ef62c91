/** Step 1: what goes live, and by which playbook. */
import { useMemo } from 'react';
import { whenToTake } from '../../../shared/domain/playbook/when-to-take.ts';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { type Draft, noChoices } from './draft.ts';
import css from './go-live.module.css';
import { type PlaybookHeading, usePlaybook } from './use-playbooks.ts';
import { differences } from './variation-differences.ts';

export interface StepProps {
  readonly draft: Draft;
  readonly change: (fields: Partial<Draft>) => void;
  readonly playbook: PlaybookHeading;
}

const NONE = 'none';

export function What({ draft, change, playbooks, playbook }: StepProps & { readonly playbooks: readonly PlaybookHeading[] }) {
  const variation = playbook.variations.find(({ key }) => key === draft.variation);
  return (
    <>
      <TextField
        label="Name"
        required
        autoFocus
        placeholder="ERPNext v16, wave 1"
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <div className={css.two}>
        <TextField label="System" required placeholder="ERPNext" value={draft.system} onChange={(system) => change({ system })} />
        <TextField label="Release" placeholder="16.2" value={draft.release} onChange={(release) => change({ release })} />
        <SelectField
          label="Playbook"
          hint={playbook.detail}
          value={playbook.key}
          onChange={(playbookKey) => change({ playbookKey: playbookKey ?? '', variation: '', ...noChoices })}
          options={playbooks.map(({ key, title, version, detail }) => ({
            value: key,
            label: `${title}, version ${version}`,
            about: whenToTake({ key, detail }),
          }))}
        />
        <SelectField
          label="Variation"
          hint={variation ? variation.detail || variation.focus.map(({ title }) => title).join('. ') : 'The playbook as it is.'}
          value={draft.variation || NONE}
          onChange={(key) => change({ variation: key === null || key === NONE ? '' : key, strategy: null })}
          options={[{ value: NONE, label: 'None' }, ...playbook.variations.map(({ key, title }) => ({ value: key, label: title }))]}
        />
      </div>
      <Changes variation={draft.variation} playbookKey={playbook.key} />
      <TextArea label="Description" rows={2} value={draft.description} onChange={(description) => change({ description })} />
    </>
  );
}

function Changes({ variation, playbookKey }: { readonly variation: string; readonly playbookKey: string }) {
  const playbook = usePlaybook(playbookKey);
  const facts = useMemo(() => (playbook ? differences(playbook, variation) : []), [playbook, variation]);
  if (facts.length === 0) return null;
  return (
    <dl className={css.facts} aria-label="What the variation changes">
      {facts.map(({ label, words }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
