/** Decides how the run is cleaned up, and settles the actions that follow. */
import type { CleanupAction } from '../../../shared/domain/closure/schema.ts';
import { cleanupOptions } from '../../../shared/domain/go-live/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive, useTable } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { ChoiceField } from '../../ui/fields/choice-field.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import styles from './closure.module.css';

type Option = (typeof cleanupOptions)[number];
const words: Readonly<Record<Option, string>> = { milestone: 'Milestone', completion: 'Completion', continue: 'Continue' };

export function DecideCleanupDialog({ onClose }: { readonly onClose: () => void }) {
  const goLive = useGoLive();
  const planned = [...useTable('playbookCopy').values()].flatMap(({ content }) => content.closing.cleanup?.options ?? []);
  const { values, bind } = useFields({ option: goLive.cleanup ?? ('milestone' as Option), reason: goLive.cleanupReason });
  const chosen = planned.find(({ option }) => option === values.option);

  async function run() {
    return act(client.closure.decideCleanup, values, `Cleanup decided: ${words[values.option].toLowerCase()}`);
  }

  return (
    <Dialog title="Decide cleanup" onClose={onClose} submit={{ label: 'Decide', run, disabled: values.reason.trim() === '' }}>
      <ChoiceField
        label="What this go-live was"
        choices={cleanupOptions.map((each) => ({ value: each, label: words[each] }))}
        {...bind('option')}
      />
      {chosen && (
        <div className="q2">
          <p className="name">{chosen.title}</p>
          {chosen.when && <p>{chosen.when}</p>}
          <ol className={styles.steps}>
            {chosen.actions.map(({ title }) => (
              <li key={title}>{title}</li>
            ))}
          </ol>
        </div>
      )}
      <TextArea label="Why" required autoFocus maxLength={2_000} rows={2} {...bind('reason')} />
    </Dialog>
  );
}

type Settled = 'finished' | 'skipped';

export function SettleCleanupDialog({ action, onClose }: { readonly action: CleanupAction; readonly onClose: () => void }) {
  const { values, bind } = useFields({ status: 'finished' as Settled, remark: '' });
  const isSkipped = values.status === 'skipped';

  async function run() {
    return act(client.closure.settleCleanup, { actionId: action.id, ...values }, `${action.title} ${values.status}`);
  }

  return (
    <Dialog
      title="Settle cleanup action"
      quiet={action.title}
      onClose={onClose}
      submit={{ label: isSkipped ? 'Skip it' : 'Finish it', run, disabled: isSkipped && values.remark.trim() === '' }}
      size="narrow"
    >
      <ChoiceField
        label="What became of it"
        choices={[
          { value: 'finished', label: 'Finished' },
          { value: 'skipped', label: 'Skipped' },
        ]}
        {...bind('status')}
      />
      <TextArea label={isSkipped ? 'Why it is left out' : 'Remark'} required={isSkipped} autoFocus rows={2} {...bind('remark')} />
    </Dialog>
  );
}
