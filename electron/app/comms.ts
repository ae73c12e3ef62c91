/** What may be asked of the communications plan. */
import { AddAnnouncement, EditAnnouncement, RemoveAnnouncement, SendAnnouncement } from '../../shared/domain/comms/commands.ts';
import { addAnnouncement, editAnnouncement, removeAnnouncement, sendAnnouncement } from '../../shared/domain/comms/rules.ts';
import { act, router } from './trpc.ts';

export const comms = router({
  addAnnouncement: act(AddAnnouncement, addAnnouncement),
  editAnnouncement: act(EditAnnouncement, editAnnouncement),
  removeAnnouncement: act(RemoveAnnouncement, removeAnnouncement),
  sendAnnouncement: act(SendAnnouncement, sendAnnouncement),
});
