/** Starts the cutover: from now on the night is worked. */
import { client } from '../../client/client.ts';
import { useWhen, WhenField } from '../../dialogs/when-field.tsx';
import { act } from '../../store/act.ts';
import { useGoLive } from '../../store/live.ts';
import { Dialog } from '../../ui/dialog.tsx';

export function StartCutover({ onClose }: { readonly onClose: () => void }) {
  const { ref } = useGoLive();
  const when = useWhen();
  const send = () => act(client.goLive.startCutover, { occurredAt: when.occurredAt }, 'Cutover started');
  return (
    <Dialog
      title="Start the cutover"
      quiet={ref}
      onClose={onClose}
      size="narrow"
      submit={{ label: 'Start', disabled: when.value === null, run: send }}
    >
      <p>The stage becomes Cutover on every screen. It can be taken back.</p>
      <WhenField when={when} label="When it started" />
    </Dialog>
  );
}
