/** A playbook file as text made into a playbook, or the first things that are wrong with it, each with its place. */
import { ok, type Result, refuse } from '../../base/result.ts';
import { type Playbook, playbookSchema } from './schema.ts';

/** Most characters of a file. The five built-in playbooks have less than 200,000 each. */
export const MOST_FILE_CHARACTERS = 4_000_000;
const MOST_ELEMENTS = 1_000;
const MOST_FAULTS = 8;

/** Refuses what is no JSON, too large, of another format, or not a sound playbook. */
export function readPlaybookFile(text: string): Result<Playbook> {
  if (text.length > MOST_FILE_CHARACTERS) {
    return refuse('too-large', 'The file holds more than 4,000,000 characters, far more than a playbook needs. Nothing was changed.');
  }
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return refuse(
      'not-json',
      `The file is not JSON: ${(error as Error).message}. Nothing was changed. Export a playbook to see the format.`,
    );
  }
  return readPlaybook(content);
}

/** The same for content that is parsed already. */
export function readPlaybook(content: unknown): Result<Playbook> {
  const long = longList(content, []);
  if (long) {
    return refuse('too-many', `${long.join('.')} holds more than ${MOST_ELEMENTS} elements. Nothing was changed. Split the playbook.`);
  }
  const parsed = playbookSchema.safeParse(content);
  if (parsed.success) return ok(parsed.data);
  const { issues } = parsed.error;
  const told = issues.slice(0, MOST_FAULTS).map(({ path, message }) => `${path.join('.') || 'the file'}: ${message}`);
  const rest = issues.length > MOST_FAULTS ? `; and ${issues.length - MOST_FAULTS} more` : '';
  return refuse('not-a-playbook', `This is not a sound playbook. Nothing was changed. ${told.join('; ')}${rest}.`, told);
}

/** The place of a list that is too long to be looked at; null when there is none. */
function longList(value: unknown, place: readonly string[]): readonly string[] | null {
  if (typeof value !== 'object' || value === null || place.length > 12) return null;
  if (Array.isArray(value) && value.length > MOST_ELEMENTS) return place;
  for (const [name, held] of Object.entries(value)) {
    const long = longList(held, [...place, name]);
    if (long) return long;
  }
  return null;
}
