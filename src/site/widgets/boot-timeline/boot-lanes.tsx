/** A lane a part, from the first instruction to the prompt: the darker, the more of the time was spent there. */
import { useMemo, type PointerEvent, type ReactNode } from "react";
import type { BootData, BootPart } from "./boot-data";
import { instructionsOf, millions, shades, shareOf, slicesOf } from "./boot-reading";

interface Props {
  readonly data: BootData;
  readonly slice: number;
  readonly chosen: BootPart | undefined;
  readonly onGo: (slice: number) => void;
  readonly onChoose: (part: BootPart | undefined) => void;
}

const laneHigh = 18;

export function BootLanes({ data, slice, chosen, onGo, onChoose }: Props): ReactNode {
  const slices = slicesOf(data);
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (event.buttons === 0) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    onGo(Math.max(0, Math.min(slices - 1, Math.floor(((event.clientX - left) / width) * slices))));
  };
  return (
    <ol className="boot-lanes">
      {data.parts.map((part) => (
        <li key={part.name} className={part === chosen ? "boot-lane chosen" : "boot-lane"}>
          <button type="button" className="boot-part" aria-pressed={part === chosen} onClick={() => onChoose(part === chosen ? undefined : part)}>{part.title}</button>
          <div className="boot-track" role="presentation" onPointerDown={drag} onPointerMove={drag}><Track part={part} data={data} slice={slice} /></div>
          <span className="boot-share"><b>{shareOf(part, data) < 1 ? shareOf(part, data).toFixed(1) : Math.round(shareOf(part, data))} %</b> <span className="label">{millions(instructionsOf(part, data))}</span></span>
        </li>
      ))}
    </ol>
  );
}

function Track({ part, data, slice }: { readonly part: BootPart; readonly data: BootData; readonly slice: number }): ReactNode {
  const boxes = useMemo(() => shades(part, data).map((shade, i) => (shade < 0.01 ? null : <rect key={i} x={i} y="0" width="1.05" height={laneHigh} opacity={Math.max(0.12, shade)} />)), [part, data]);
  return (
    <svg viewBox={`0 0 ${slicesOf(data)} ${laneHigh}`} preserveAspectRatio="none" aria-hidden="true">
      {boxes}
      <path className="boot-cursor-edge" d={`M${slice + 0.5} 0V${laneHigh}`} />
      <path className="boot-cursor" d={`M${slice + 0.5} 0V${laneHigh}`} />
    </svg>
  );
}
