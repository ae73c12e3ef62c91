/** A strategy as a small drawing beside its name. The words beside it say the same. */
import { sharesOf } from './drawn-stage.ts';
import './stages.css';

interface StageSketchProps {
  readonly kind: 'blue-green' | 'canary' | 'rolling by users' | 'rolling by instance' | 'phased' | 'direct';
  readonly stages: readonly { readonly percent: number | null }[];
}

const WIDTH = 72;
const HEIGHT = 22;
const MOST = 12;

export function StageSketch({ kind, stages }: StageSketchProps) {
  const drawn = stages.slice(0, MOST);
  return (
    <svg className="stg-sketch" width={WIDTH} height={HEIGHT} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      {kind === 'blue-green' && (
        <>
          <path d={`M1 11 H12 V5 H24 M12 11 V17 H24`} className="stg-lineart" />
          <rect x="24.5" y="1.5" width="46" height="7" className="stg-outline" />
          <rect x="24.5" y="13.5" width="46" height="7" className="stg-solid" />
        </>
      )}
      {(kind === 'canary' || kind.startsWith('rolling')) && <path d={stair(drawn)} className="stg-solid" />}
      {kind === 'phased' && (
        <>
          <path d={waves(1, drawn.length)} className="stg-solid" />
          <path d={waves(drawn.length, drawn.length)} className="stg-outline" />
        </>
      )}
      {kind === 'direct' && (
        <>
          <rect x="0.5" y="6.5" width="16" height="9" className="stg-outline" />
          <path d="M20 11 H48 M43 7 L48 11 L43 15" className="stg-lineart" />
          <rect x="54.5" y="6.5" width="16" height="9" className="stg-solid" />
        </>
      )}
    </svg>
  );
}

/** Columns as high as the shares. */
function stair(stages: readonly { readonly percent: number | null }[]): string {
  const width = WIDTH / Math.max(1, stages.length);
  return sharesOf(stages)
    .map((share, at) => box(at * width, HEIGHT - Math.max(2, (share / 100) * HEIGHT), Math.max(1, width - 2), HEIGHT))
    .join('');
}

/** The first `count` of `all` boxes in a row. */
function waves(count: number, all: number): string {
  const width = WIDTH / Math.max(1, all);
  return Array.from({ length: count }, (_, at) => box(at * width + 0.5, 6.5, Math.max(1, width - 4), 15.5)).join('');
}

function box(left: number, top: number, width: number, bottom: number): string {
  return `M${left} ${top} h${width} V${bottom} h${-width} Z`;
}
