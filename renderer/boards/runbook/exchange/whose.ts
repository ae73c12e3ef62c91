/** Whose is taken in the lines that both the file and the plan changed. */

/** Everywhere the file wins, nowhere, or in the lines with these keys. Only everywhere says something of lines that are not there yet. */
export type FileWins = boolean | readonly string[];

/** After one line was chosen: the lines by name, so that a conflict which shows up later stays theirs. `conflicts`: keys of the lines there are. */
export function withLine(fileWins: FileWins, conflicts: readonly string[], key: string, isMine: boolean): readonly string[] {
  const won = wonLines(fileWins, conflicts);
  return conflicts.filter((each) => (each === key ? isMine : won.has(each)));
}

export function wonLines(fileWins: FileWins, conflicts: readonly string[]): ReadonlySet<string> {
  return new Set(typeof fileWins === 'boolean' ? (fileWins ? conflicts : []) : fileWins);
}
