/** When each stream works: a week of shifts and single days that differ. A stream without a calendar works around the clock. */
import { type ReactNode, useState } from 'react';
import { ok, type Result } from '../../../../shared/base/result.ts';
import type { Calendar } from '../../../../shared/domain/runbook/schedule-schema.ts';
import { daysText, readDays, readShifts, shiftsText } from '../../../../shared/domain/runbook/shift-words.ts';
import { client } from '../../../client/client.ts';
import { act, actLoud } from '../../../store/act.ts';
import { useGoLive, useRole, useTable } from '../../../store/live.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { SelectField } from '../../../ui/fields/select-field.tsx';
import { TextArea } from '../../../ui/fields/text-area.tsx';
import { TextField } from '../../../ui/fields/text-field.tsx';

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
/** How a stream that has no calendar is shown. */
const NO_STREAM = '(no stream)';

interface Draft {
  readonly week: readonly string[];
  readonly days: string;
}

export function Calendars({ choice, onClose }: { readonly choice: ReactNode; readonly onClose: () => void }) {
  const calendars = useTable('calendar');
  const { zone } = useGoLive();
  const mayAct = useRole() !== 'viewer';
  const streams = useStreams();
  const [stream, setStream] = useState(streams[0] ?? '');
  const [drafts, setDrafts] = useState<ReadonlyMap<string, Draft>>(new Map());
  const saved = [...calendars.values()].find((each) => each.stream === stream);
  const draft = drafts.get(stream) ?? draftOf(saved);
  const change = (next: Partial<Draft>) => setDrafts(new Map(drafts).set(stream, { ...draft, ...next }));

  async function save() {
    const read = readCalendar(draft);
    return read.ok
      ? act(client.schedule.setCalendar, { stream, ...read.value }, `Calendar of ${stream || 'tasks without a stream'} saved`)
      : read;
  }

  return (
    <Dialog
      title="Calendars"
      quiet={zone}
      size="wide"
      onClose={onClose}
      submit={mayAct ? { label: 'Save calendar', run: save } : undefined}
    >
      {choice}
      <p className="q2">
        Durations count only the time a stream works. Streams without a calendar work around the clock
        {calendars.size === 0
          ? '; none has one yet.'
          : `; ${[...calendars.values()].map((each) => each.stream || NO_STREAM).join(', ')} ${calendars.size === 1 ? 'has one' : 'have one'}.`}
      </p>
      <SelectField
        label="Stream"
        value={stream || NO_STREAM}
        onChange={(value) => setStream(value === null || value === NO_STREAM ? '' : value)}
        options={streams.map((each) => ({ value: each || NO_STREAM, label: each || NO_STREAM }))}
      />
      <div className="fields">
        {weekdays.map((day, at) => (
          <TextField
            key={day}
            label={day}
            mono
            placeholder="off"
            disabled={!mayAct}
            value={draft.week[at] ?? ''}
            onChange={(value) => change({ week: draft.week.with(at, value) })}
          />
        ))}
      </div>
      <TextArea
        label="Single days that differ"
        hint="One in a line: 2026-12-24 08:00-12:00, or 2026-12-25 off"
        rows={3}
        disabled={!mayAct}
        value={draft.days}
        onChange={(days) => change({ days })}
      />
      {saved && mayAct && (
        <p>
          <Button
            onClick={() =>
              void actLoud(client.schedule.removeCalendar, { calendarId: saved.id }, `${stream || 'It'} works around the clock`)
            }
          >
            Remove, so that it works around the clock
          </Button>
        </p>
      )}
    </Dialog>
  );
}

/** The streams of the plan and those that have a calendar, by name; tasks without a stream last. */
function useStreams(): readonly string[] {
  const tasks = useTable('task');
  const calendars = useTable('calendar');
  const names = new Set([...tasks.values(), ...calendars.values()].map((each) => each.stream));
  return [...names].sort((a, b) => (a === '' ? 1 : b === '' ? -1 : a.localeCompare(b)));
}

function draftOf(calendar: Calendar | undefined): Draft {
  if (!calendar) return { week: weekdays.map(() => '24 h'), days: '' };
  return { week: calendar.week.map(shiftsText), days: daysText(calendar.days) };
}

function readCalendar(draft: Draft): Result<Pick<Calendar, 'week' | 'days'>> {
  const week: Calendar['week'] = [];
  for (const [at, day] of weekdays.entries()) {
    const shifts = readShifts(draft.week[at] ?? '', day);
    if (!shifts.ok) return shifts;
    week.push(shifts.value);
  }
  const days = readDays(draft.days);
  return days.ok ? ok({ week, days: days.value }) : days;
}
