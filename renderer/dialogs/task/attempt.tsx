/** Tries an act on a task; what stands in its way and may be passed is asked about: another person's hands, or what gives way to a reason. */
import type { Refusal } from '../../../shared/base/result.ts';
import { yieldingCodes } from '../../../shared/domain/runbook/start-stops.ts';
import type { Outcome } from '../../client/client.ts';
import { act, tell } from '../../store/act.ts';
import { type Answer, Dialog } from '../../ui/dialog.tsx';
import { askPerson } from '../asked.tsx';
import { ReasonDialog } from '../reason-dialog.tsx';

interface Passable {
  readonly despite?: string | undefined;
  readonly takeOver?: boolean | undefined;
  readonly occurredAt?: number | undefined;
}
interface Request<Input> {
  readonly mutate: (input: Input) => Promise<Outcome>;
}
type Own<Input> = Omit<Input, 'goLiveId' | 'as'>;

/** For dialogs: a refusal that may be passed is asked about in a question of its own, which takes the place of the dialog. */
export async function attempt<Input>(request: Request<Input>, fields: Own<Input> & Passable, said: string, about: string): Promise<Answer> {
  const outcome = await act(request, fields, said);
  if (outcome.ok) return outcome;
  const { refusal } = outcome;
  const again = (more: Passable) => attempt(request, { ...fields, ...more }, said, about);
  if (refusal.code === 'locked' && !fields.takeOver) {
    askPerson((onClose) => <TakeOver {...{ about, refusal, onClose }} run={() => again({ takeOver: true })} />);
    return { ok: true };
  }
  if (yieldingCodes.has(refusal.code) && fields.despite === undefined) {
    askPerson((onClose) => (
      <ReasonDialog
        title="Go ahead all the same"
        about={about}
        label={`${refusal.reason} Why does it go ahead?`}
        verb="Go ahead"
        danger
        run={(despite, occurredAt) => again({ despite, occurredAt: occurredAt ?? fields.occurredAt })}
        onClose={onClose}
      />
    ));
    return { ok: true };
  }
  return outcome;
}

/** From a single key, where no dialog can show a refusal: it comes as a toast. */
export function attemptLoud<Input>(request: Request<Input>, fields: Own<Input> & Passable, said: string, about: string): void {
  void attempt(request, fields, said, about).then((answer) => {
    if (!answer.ok) tell(answer.refusal);
  });
}

interface TakeOverProps {
  readonly about: string;
  readonly refusal: Refusal;
  readonly run: () => Promise<Answer>;
  readonly onClose: () => void;
}

function TakeOver({ about, refusal, run, onClose }: TakeOverProps) {
  return (
    <Dialog title="Somebody works on it" quiet={about} onClose={onClose} size="narrow" submit={{ label: 'Take over', run, danger: true }}>
      <p>{refusal.reason}</p>
      <p className="q2">Taking it over does what you asked for; from then on it is in your hands.</p>
    </Dialog>
  );
}
