/** Reads people from pasted lines: `name; department; job role; contact`, with tabs or commas too, with or without a line of heads. */
import { plainName, recognise, type Vocabulary } from '../../base/sheet/columns.ts';
import { AddPerson, MOST_PEOPLE, type NewPerson } from './commands.ts';

type Field = 'name' | 'department' | 'jobRole' | 'contact';

export interface PastedPeople {
  /** In the order of the lines. */
  readonly people: readonly NewPerson[];
  /** Lines that could not be read, numbered from 1. */
  readonly problems: readonly { readonly line: number; readonly text: string; readonly reason: string }[];
}

const order: readonly Field[] = ['name', 'department', 'jobRole', 'contact'];
const vocabulary: Vocabulary<Field> = {
  name: ['name', 'full name', 'person', 'employee', 'employee name', 'participant', 'trainee', 'attendee', 'display name', 'who'],
  department: ['department', 'dept', 'division', 'unit', 'business unit', 'org unit', 'section', 'site', 'area'],
  jobRole: ['job role', 'job title', 'job', 'role', 'position', 'function', 'title'],
  contact: ['contact', 'e mail', 'email', 'mail', 'email address', 'phone', 'telephone', 'mobile', 'extension'],
};
const LONGEST_TEXT = 2_000_000;

/** Empty lines are passed over. One sign parts the cells of the whole text: tab, else semicolon, else comma. */
export function pastedPeople(text: string, inTeam: boolean): PastedPeople {
  if (text.length > LONGEST_TEXT)
    return { people: [], problems: [{ line: 1, text: '', reason: 'The text is longer than 2,000,000 characters.' }] };
  const lines = text.split(/\r\n|\r|\n/);
  const sign = ['\t', ';', ','].find((each) => text.includes(each)) ?? '\t';
  const first = lines.findIndex((line) => line.trim() !== '');
  const heads = headsOf(cellsOf(lines[first] ?? '', sign));
  const people: NewPerson[] = [];
  const problems: { line: number; text: string; reason: string }[] = [];
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || (heads && index === first)) continue;
    const cells = cellsOf(line, sign);
    const refused = (reason: string) => problems.push({ line: index + 1, text: line.trim().slice(0, 200), reason });
    if (people.length >= MOST_PEOPLE) {
      refused(`More than ${MOST_PEOPLE} people. Add the rest afterwards.`);
      break;
    }
    const fields = Object.fromEntries(order.map((field, at) => [field, cells[heads ? (heads[field] ?? -1) : at] ?? '']));
    const read = AddPerson.safeParse({ ...fields, inTeam });
    if (read.success) people.push(read.data);
    else refused(read.error.issues.map((issue) => `${fieldWords[issue.path[0] as Field] ?? 'Line'} ${issue.message}.`).join(' '));
  }
  return { people, problems };
}

const fieldWords: Readonly<Record<Field, string>> = { name: 'Name', department: 'Department', jobRole: 'Job role', contact: 'Contact' };

/** Where each field stands when the line names its columns; null when it is a person already. */
function headsOf(cells: readonly string[]): Readonly<Partial<Record<Field, number>>> | null {
  const found = recognise(cells, vocabulary);
  if (found.name === undefined) return null;
  const isExact = vocabulary.name.includes(plainName(cells[found.name] ?? ''));
  return isExact ? found : null;
}

function cellsOf(line: string, sign: string): readonly string[] {
  return line.split(sign).map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replaceAll('""', '"')
      .trim(),
  );
}
