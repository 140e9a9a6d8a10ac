/** The map: time from left to right, the kernel's image from top to bottom; below it, how much of each column was interpreted. */
import { memo, type PointerEvent, type ReactNode } from "react";
import type { HeatData } from "./heat-data";
import { bandAt, columnsOf, heightOf, hottest, pathsOf, placesOf, type Share } from "./heat-reading";

interface Props {
  readonly data: HeatData;
  readonly share: Share;
  readonly column: number;
  readonly band: number;
  readonly onGo: (column: number, band: number) => void;
}

export function HeatMap({ data, share, column, band, onGo }: Props): ReactNode {
  const [width, height] = [columnsOf(data), heightOf(data)];
  const { y, height: high } = placesOf(data)[band]!;
  const drag = (event: PointerEvent<SVGElement>): void => {
    if (event.buttons === 0) return;
    const box = event.currentTarget.getBoundingClientRect();
    const at = (from: number, length: number, count: number): number => Math.max(0, Math.min(count - 1, Math.floor((from / length) * count)));
    onGo(at(event.clientX - box.left, box.width, width), bandAt(data, at(event.clientY - box.top, box.height, height)));
  };
  return (
    <svg className="heat-map" viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden="true" onPointerDown={drag} onPointerMove={drag}>
      <rect className="heat-band" x="0" y={y - 0.15} width={width} height={high + 0.3} />
      <Cells data={data} share={share} />
      <path className="boot-cursor-edge" d={`M${column + 0.5} 0V${height}`} />
      <path className="boot-cursor" d={`M${column + 0.5} 0V${height}`} />
    </svg>
  );
}

const Cells = memo(function Cells({ data, share }: Pick<Props, "data" | "share">): ReactNode {
  return pathsOf(data, share).map(({ level, d }) => <path key={level} className="heat-cells" opacity={0.16 + (0.84 * level) / hottest} d={d} />);
});

/** A bar a column; `most`, in thousandths, fills the strip. */
export const InterpretedStrip = memo(function InterpretedStrip({ data, most }: { readonly data: HeatData; readonly most: number }): ReactNode {
  return (
    <svg className="heat-strip" viewBox={`0 0 ${columnsOf(data)} ${most}`} preserveAspectRatio="none" aria-hidden="true">
      {data.interpreted.map((each, i) => (each === 0 ? null : <rect key={i} x={i} y={most - each} width="1" height={each} />))}
    </svg>
  );
});
