/** The words for acts on the schedule: baselines, calendars, and the forecasts Gantry keeps each hour. */
import { counted, type Teller, withTail } from './told.ts';

export const scheduleWords: Readonly<Record<string, Teller>> = {
  'baseline.freeze': ({ row }) => {
    const tasks = Array.isArray(row.spans) ? `, ${counted(row.spans.length, 'task')}` : '';
    return withTail(`Baseline frozen${tasks}`, row.name);
  },
  'baseline.remove': ({ row }) => withTail('Baseline removed', row.name),
  'calendar.set': ({ row }) => withTail('Calendar set', row.stream || 'tasks without a stream'),
  'calendar.remove': ({ row }) => withTail('Calendar removed', row.stream || 'tasks without a stream'),
  'forecast.record': ({ row, clock }) => {
    const at = Number(row.finishAt);
    return Number.isFinite(at) ? `Forecast kept: finish ${clock.full(at)} ${clock.zoneName(at)}` : 'Forecast kept';
  },
};
