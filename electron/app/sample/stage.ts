/** Where the sample is played: acts with the times and names they are given, decided by the same rules as any act. */
import type { Change } from '../../../shared/base/change.ts';
import type { Act, Verdict } from '../../../shared/base/rule.ts';
import { applyChanges, emptyRows, type Rows } from '../../../shared/domain/tables.ts';

export interface Played {
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly note: string;
  readonly changes: readonly Change[];
}

/** An act of the sample, decided when its time comes. */
export interface Scene {
  /** Minutes from T-0. */
  readonly minute: number;
  readonly actor: string;
  /** `lastSeq` is the entry before this one. */
  readonly play: (rows: Rows, act: Act, lastSeq: number) => Verdict;
}

export interface Stage {
  readonly rows: () => Rows;
  /** Plays one act now. Throws when a rule refuses it: the sample is written wrong. */
  readonly play: (scene: Scene) => void;
  /** Plays the scenes up to the present, by their time; later ones are for the person to play. */
  readonly playAll: (scenes: readonly Scene[]) => void;
  readonly played: () => readonly Played[];
}

export interface StageWish {
  readonly goLiveId: string;
  /** UTC ms. */
  readonly tZeroAt: number;
  readonly now: number;
  /** The newest entry of the record before the sample. */
  readonly lastSeq: number;
  readonly newId: () => string;
}

export function openStage({ goLiveId, tZeroAt, now, lastSeq, newId }: StageWish): Stage {
  let rows = emptyRows();
  const played: Played[] = [];
  const play = ({ minute, actor, play: decide }: Scene) => {
    const at = Math.round(tZeroAt + minute * 60_000);
    const personId = [...rows.person.values()].find(({ name }) => name === actor)?.id ?? null;
    const verdict = decide(rows, { goLiveId, now: at, occurredAt: at, actor, personId, newId }, lastSeq + played.length);
    if (!verdict.ok) throw new Error(`the sample's act at T${minute} is refused: ${verdict.refusal.reason}`);
    const { action, changes, note } = verdict.value;
    rows = applyChanges(rows, changes);
    played.push({ at, actor, action, note, changes });
  };
  return {
    rows: () => rows,
    play,
    playAll: (scenes) =>
      scenes
        .filter(({ minute }) => tZeroAt + minute * 60_000 <= now)
        .sort((a, b) => a.minute - b.minute)
        .forEach(play),
    played: () => played,
  };
}

/** The row of a table whose `field` is `value`. Throws when there is none: the sample is written wrong. */
export function rowWhere<Row>(table: ReadonlyMap<string, Row>, field: keyof Row, value: unknown): Row {
  for (const row of table.values()) if (row[field] === value) return row;
  throw new Error(`the sample names ${String(field)} ${String(value)}, which is not there`);
}

/** The cells of a line of the sample's data. */
export function cellsOf(line: string): readonly string[] {
  return line.split('|').map((cell) => cell.trim());
}
