/** What a report says, before it is known whether it becomes PDF, HTML or Markdown. Text is plain; renderers escape it. */

export type Tone = 'ink' | 'quiet' | 'good' | 'warn' | 'stop';
/** The shape put before a word of status. */
export type Mark = 'good' | 'warn' | 'stop' | 'wait' | 'run' | 'calm' | 'conditions';

export interface MarkedText {
  readonly text: string;
  readonly mark?: Mark;
  readonly tone?: Tone;
  readonly isStrong?: boolean;
}
export type Cell = string | MarkedText;

export interface Column {
  readonly head: string;
  /** Share of the width, against the other columns. */
  readonly width: number;
  /** Figures, times and references: aligned right, not broken. */
  readonly isFigure?: boolean;
}

/** A row of cells, or a line that names the rows after it. */
export type TableRow = { readonly cells: readonly Cell[]; readonly hasRoomToSign?: boolean } | { readonly group: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly text: string; readonly startsPage?: boolean }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: Tone }
  | { readonly kind: 'status'; readonly status: MarkedText; readonly note: string }
  | { readonly kind: 'facts'; readonly facts: readonly Fact[] }
  | { readonly kind: 'table'; readonly columns: readonly Column[]; readonly rows: readonly TableRow[] }
  | { readonly kind: 'chart'; readonly chart: Chart };

export interface Fact {
  readonly label: string;
  readonly value: string;
}

/** A drawing. `words` say what it shows, for those who do not see it and for formats without drawings. */
export interface Chart {
  readonly title: string;
  readonly words: string;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export interface HeadlineFigure {
  readonly label: string;
  readonly value: string;
  readonly note: string;
  readonly tone: Tone;
}

/** The first page: what the report is about and how it came out. */
export interface Cover {
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string;
  readonly outcome: MarkedText;
  readonly outcomeNote: string;
  readonly facts: readonly Fact[];
  readonly figures: readonly HeadlineFigure[];
  readonly summary: readonly string[];
  /** A line that must not be overlooked, such as that the go-live is invented; empty for none. */
  readonly notice: string;
}

export interface ReportDocument {
  readonly cover: Cover;
  readonly blocks: readonly Block[];
  /** At the foot of every page. */
  readonly footer: string;
  /** When it was made, UTC ms. */
  readonly madeAt: number;
  readonly madeBy: string;
}
