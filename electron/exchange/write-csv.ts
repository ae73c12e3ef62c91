/** Tables as text with separated columns. */
import { csvCell } from '../../shared/base/sheet/refused-rows.ts';

const LINE_END = '\r\n';
/** Tells Excel that the text is UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Bytes of the file, UTF-8. */
export function writeCsv(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const line = (cells: readonly (string | number)[]) =>
    cells.map((cell) => (typeof cell === 'number' ? String(cell) : csvCell(cell))).join(',');
  return new TextEncoder().encode(BYTE_ORDER_MARK + [heads, ...rows].map((cells) => line(cells) + LINE_END).join(''));
}
