/** Adds a session of a course, or edits one. */
import type { Session } from '../../../shared/domain/training/schema.ts';
import { client } from '../../client/client.ts';
import { act } from '../../store/act.ts';
import { useGoLive, useTable } from '../../store/live.ts';
import { hostNow } from '../../ui/clock.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { DateTimeField } from '../../ui/fields/date-time-field.tsx';
import { NumberField } from '../../ui/fields/number-field.tsx';
import { SelectField } from '../../ui/fields/select-field.tsx';
import { TextField } from '../../ui/fields/text-field.tsx';
import { useFields } from '../../ui/fields/use-fields.ts';
import { courseOptions } from './course-options.ts';

interface SessionDialogProps {
  /** Null adds a new one. */
  readonly session: Session | null;
  /** Course of a new session until another is chosen; empty for none. */
  readonly courseId: string;
  readonly onClose: () => void;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export function SessionDialog({ session, courseId, onClose }: SessionDialogProps) {
  const { zone, tZeroAt } = useGoLive();
  const courses = useTable('course');
  const { values, bind } = useFields({
    courseId: (session?.courseId ?? courseId) || null,
    startsAt: (session?.startsAt ?? firstGuess(tZeroAt)) as number | null,
    minutes: (session ? (session.endsAt - session.startsAt) / MINUTE : 90) as number | null,
    place: session?.place ?? '',
    trainer: session?.trainer ?? '',
    capacity: (session?.capacity ?? 12) as number | null,
  });
  const { startsAt, minutes, capacity } = values;
  const isWhole = values.courseId !== null && startsAt !== null && minutes !== null && capacity !== null;

  async function run() {
    const fields = {
      startsAt: startsAt ?? 0,
      endsAt: (startsAt ?? 0) + (minutes ?? 0) * MINUTE,
      place: values.place,
      trainer: values.trainer,
      capacity: capacity ?? 0,
    };
    if (session) return act(client.training.editSession, { sessionId: session.id, ...fields }, 'Session edited');
    return act(client.training.addSession, { courseId: values.courseId ?? '', ...fields }, 'Session added');
  }

  return (
    <Dialog
      title={session ? 'Edit session' : 'Add a session'}
      quiet={session ? courses.get(session.courseId)?.title : undefined}
      onClose={onClose}
      submit={{ label: session ? 'Save' : 'Add session', run, disabled: !isWhole }}
    >
      {!session && <SelectField label="Course" required options={courseOptions(courses)} {...bind('courseId')} />}
      <DateTimeField label="Starts" required autoFocus zone={zone} {...bind('startsAt')} />
      <div className="fields">
        <NumberField label="Length" required unit="min" min={1} max={10_080} step={1} {...bind('minutes')} />
        <NumberField label="Seats" required min={0} max={100_000} {...bind('capacity')} />
      </div>
      <div className="fields">
        <TextField label="Place" {...bind('place')} />
        <TextField label="Trainer" {...bind('trainer')} />
      </div>
      {startsAt !== null && startsAt >= tZeroAt && hostNow() < tZeroAt && (
        <p className="warn small">It starts after T-0: people work on the new system before they are trained.</p>
      )}
    </Dialog>
  );
}

/** Most sessions are added in the days before T-0; once that has passed, from the next full hour on. */
function firstGuess(tZeroAt: number): number {
  const soon = Math.ceil(hostNow() / HOUR) * HOUR;
  return Math.max(soon, tZeroAt - DAY);
}
