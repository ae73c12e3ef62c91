/** What may be asked of the roster. */
import { AddPeople, AddPerson, AssignRole, ClearPin, EditPerson, ReleaseRole, SetPin } from '../../shared/domain/roster/commands.ts';
import { clearPin, setPin } from '../../shared/domain/roster/pin-rules.ts';
import { addPeople, addPerson, assignRole, editPerson, releaseRole } from '../../shared/domain/roster/rules.ts';
import { pinSecret, proven } from './pins.ts';
import { hashedPin } from './sealing.ts';
import { act, actOn, envelope, goLiveIdOf, outcome, perform, router, splitEnvelope } from './trpc.ts';

export const roster = router({
  addPerson: act(AddPerson, addPerson),
  addPeople: act(AddPeople, addPeople),
  editPerson: act(EditPerson, editPerson),
  assignRole: act(AssignRole, assignRole),
  releaseRole: act(ReleaseRole, releaseRole),
  /** Sets one's own PIN. Its hash is kept by the host and never told. */
  setPin: perform(
    SetPin.extend(envelope.shape),
    outcome,
    async (asked, ctx) => {
      const [command, carried] = splitEnvelope(asked);
      const goLiveId = goLiveIdOf(ctx, carried.goLiveId);
      if (!goLiveId.ok) return goLiveId;
      const person = ctx.record.rows(goLiveId.value).person.get(command.personId);
      if (person && person.pinSetAt !== null) {
        const right = await proven(ctx, person, command.present ?? '');
        if (!right.ok) return right;
      }
      const secrets = [{ id: pinSecret(command.personId), value: await hashedPin(command.pin) }];
      return actOn(ctx, carried, (rows, circumstances) => setPin(rows, command, circumstances), { secrets });
    },
    'member',
  ),
  /** Takes a forgotten PIN away. */
  clearPin: perform(
    ClearPin.extend(envelope.shape),
    outcome,
    (asked, ctx) => {
      const [command, carried] = splitEnvelope(asked);
      const secrets = [{ id: pinSecret(command.personId), value: null }];
      return actOn(ctx, carried, (rows, circumstances) => clearPin(rows, command, circumstances), { secrets });
    },
    'manager',
  ),
});
