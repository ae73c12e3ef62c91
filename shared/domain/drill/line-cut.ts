/** What a person is told whose line a drill has cut: that it is the exercise, and until when. */
import { formatTime, zoneName } from '../../base/time-words.ts';
import type { Injection } from './schema.ts';

/** One sentence with its full stop. The time is that of the drill. */
export function cutWords({ struckAt, lengthMs }: Pick<Injection, 'struckAt' | 'lengthMs'>, zone: string): string {
  if (struckAt === null || lengthMs === 0) return 'This is the exercise: the drill has cut your line until its trainer mends it.';
  const until = struckAt + lengthMs;
  return `This is the exercise: the drill has cut your line until ${formatTime(until, zone)} ${zoneName(until, zone)} drill time.`;
}
