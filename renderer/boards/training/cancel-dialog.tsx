/** Calls a session off and says who that leaves without a seat. */
import { useState } from 'react';
import type { SessionLine } from '../../../shared/domain/training/sessions.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { TextArea } from '../../ui/fields/text-area.tsx';
import { Time } from '../../ui/time.tsx';

export function CancelDialog({ line, onClose }: { readonly line: SessionLine; readonly onClose: () => void }) {
  const [reason, setReason] = useState('');
  const { session, course, taken } = line;
  const people = taken === 1 ? '1 person needs' : `${taken} people need`;

  async function run() {
    const said = taken === 0 ? 'Session cancelled' : `Session cancelled, ${people} another seat`;
    return act(client.training.cancelSession, { sessionId: session.id, reason }, said);
  }

  return (
    <Dialog
      title="Call off session"
      quiet={
        <>
          {course.title}, <Time at={session.startsAt} day="always" withZone />
        </>
      }
      onClose={onClose}
      submit={{ label: 'Call it off', run, danger: true, disabled: reason.trim() === '' }}
      size="narrow"
    >
      <p className="q2">{taken === 0 ? 'Nobody is booked on it.' : `${people} another seat afterwards.`}</p>
      <TextArea label="Why" required autoFocus rows={2} maxLength={2_000} value={reason} onChange={setReason} />
    </Dialog>
  );
}
