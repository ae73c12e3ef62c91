/** A count of checks in a table: zero is a quiet dot, what needs somebody has its mark. */
import { Mark, type MarkState } from '../../ui/mark.tsx';

export function Count({ count, state }: { readonly count: number; readonly state?: MarkState }) {
  if (count === 0) {
    return (
      <>
        <span className="q" aria-hidden="true">
          ·
        </span>
        <span className="sr">0</span>
      </>
    );
  }
  return state ? <Mark state={state}>{count}</Mark> : count;
}

/** `62 %`; quiet words when nothing applies. Whole percents are cut, so that 100 % means all. */
export function Percent({ figure }: { readonly figure: number | null }) {
  if (figure === null) return <span className="q">none</span>;
  return `${Math.floor(figure * 100 + 1e-9)} %`;
}
