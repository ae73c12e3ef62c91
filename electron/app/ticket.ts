/** What may be asked of hypercare tickets. */
import { AssignTicket, EditTicket, LogTicket, MoveTicket } from '../../shared/domain/ticket/commands.ts';
import { moveTicket } from '../../shared/domain/ticket/moves.ts';
import { assignTicket, editTicket, logTicket } from '../../shared/domain/ticket/rules.ts';
import { ticketFile } from './ticket-file.ts';
import { act, router } from './trpc.ts';

export const ticket = router({
  logTicket: act(LogTicket, logTicket),
  editTicket: act(EditTicket, editTicket),
  assignTicket: act(AssignTicket, assignTicket),
  moveTicket: act(MoveTicket, moveTicket),
  previewTickets: ticketFile.preview,
  importTickets: ticketFile.take,
});
