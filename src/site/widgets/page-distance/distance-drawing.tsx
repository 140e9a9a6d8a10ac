/** Four pages in a row, an instruction and a symbol in them, and the two steps of ADRP and ADD. */
import type { ReactNode } from "react";
import { begin, type Distance, hex, PAGE_BYTES, shownPages } from "./distance";

interface Props {
  readonly place: number;
  readonly symbol: number;
  readonly found: Distance;
}

/** The picture's units. */
const wide = 640;
const high = 150;
const left = 8;
const markAt = 24;
const stripAt = 52;
const stripHigh = 36;
const perPage = (wide - 2 * left) / shownPages;

export function DistanceDrawing({ place, symbol, found: { pages, words } }: Props): ReactNode {
  const target = pageStart(symbol);
  const own = pageStart(place);
  const low = stripAt + stripHigh + 16;
  return (
    <svg className="distance-drawing" viewBox={`0 0 ${wide} ${high}`} role="img" aria-label={`adrp at ${hex(place)}, the symbol at ${hex(symbol)}: ${pages} pages`}>
      {Array.from({ length: shownPages }, (_, i) => (
        <g key={i}>
          <rect className={begin + i * PAGE_BYTES === target ? "distance-page target" : "distance-page"} x={left + i * perPage} y={stripAt} width={perPage} height={stripHigh} />
          <text className="distance-address" x={left + i * perPage + 4} y={stripAt - 6}>{hex(begin + i * PAGE_BYTES)}</text>
        </g>
      ))}
      <Mark at={place} name="adrp" isLeft={place <= symbol} />
      <Mark at={symbol} name="S" isLeft={place > symbol} />
      <path className="distance-step" d={`M${xOf(own)} ${low}H${xOf(target)}M${xOf(own)} ${low - 5}v10M${xOf(target)} ${low - 5}v10`} />
      <text className="distance-text" x={left} y={low + 20}>{`${words[0]!.text}: ${pages} page${Math.abs(pages) === 1 ? "" : "s"} from its own`}</text>
      <path className="distance-step fine" d={`M${xOf(target)} ${stripAt + stripHigh / 2}H${xOf(symbol)}`} />
      <text className="distance-text" x={left} y={low + 40}>{words[1]!.text}</text>
    </svg>
  );
}

/** The name stands on the side on which the other one is not, if there is room. */
function Mark({ at, name, isLeft }: { readonly at: number; readonly name: string; readonly isLeft: boolean }): ReactNode {
  const x = xOf(at);
  const isBefore = x > 60 && (isLeft || x > wide - 60);
  return (
    <g className="distance-mark">
      <path d={`M${x} ${markAt - 12}V${stripAt + stripHigh}`} />
      <text x={isBefore ? x - 5 : x + 5} y={markAt} textAnchor={isBefore ? "end" : "start"}>{name}</text>
    </g>
  );
}

const pageStart = (address: number): number => Math.floor(address / PAGE_BYTES) * PAGE_BYTES;
const xOf = (address: number): number => left + ((address - begin) / PAGE_BYTES) * perPage;
