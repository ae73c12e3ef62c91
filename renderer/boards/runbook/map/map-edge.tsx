/** One link of the map, along the way the layout found around the boxes. */
import { BaseEdge, EdgeLabelRenderer, type EdgeProps } from '@xyflow/react';
import css from './map.module.css';
import { pathOf, wordPlace } from './way.ts';

export interface EdgeWay {
  /** x and y by turns, from box to box. */
  readonly points: readonly number[];
  readonly word: string;
}

export function MapLine({ data, style = {}, markerEnd }: EdgeProps) {
  const { points, word } = data as unknown as EdgeWay;
  const [x, y] = wordPlace(points);
  return (
    <>
      <BaseEdge path={pathOf(points)} style={style} {...(markerEnd ? { markerEnd } : {})} />
      {word && (
        <EdgeLabelRenderer>
          <span className={`${css.word} f small`} style={{ transform: `translate(-50%, -50%) translate(${x}px, ${y}px)` }}>
            {word}
          </span>
        </EdgeLabelRenderer>
      )}
    </>
  );
}
