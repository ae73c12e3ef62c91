/** What may be asked of the roster. */
import { AddPeople, AddPerson, AssignRole, EditPerson, ReleaseRole } from '../../shared/domain/roster/commands.ts';
import { addPeople, addPerson, assignRole, editPerson, releaseRole } from '../../shared/domain/roster/rules.ts';
import { act, router } from './trpc.ts';

export const roster = router({
  addPerson: act(AddPerson, addPerson),
  addPeople: act(AddPeople, addPeople),
  editPerson: act(EditPerson, editPerson),
  assignRole: act(AssignRole, assignRole),
  releaseRole: act(ReleaseRole, releaseRole),
});
