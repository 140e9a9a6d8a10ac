/** Both columns, a band as high as any other, and between them who stands for whom. */
import { useMemo, type CSSProperties, type ReactNode } from "react";
import { sizeText, type BandKind, type MapPicture } from "./map-bands";

/** A row that is chosen: of the virtual column, or of the physical one. */
export interface ChosenRow {
  readonly column: "virtual" | "physical";
  readonly row: number;
}

interface Props {
  readonly picture: MapPicture;
  readonly chosen: ChosenRow;
  readonly onChoose: (chosen: ChosenRow) => void;
}

/** In units of memory-map.css. */
const bandHigh = 2;
const gapHigh = 1;

interface Place {
  readonly top: number;
  readonly high: number;
}

function placesOf(heights: readonly number[]): readonly Place[] {
  let top = 0;
  return heights.map((high) => {
    const place = { top, high };
    top += high;
    return place;
  });
}

export function MapDrawing({ picture, chosen, onChoose }: Props): ReactNode {
  const { bands, virtual, physical } = picture;
  const left = useMemo(() => placesOf(virtual.map(({ kind }) => (kind === "band" ? bandHigh : gapHigh))), [virtual]);
  const right = useMemo(() => placesOf(physical.map(({ bands: mapping }) => (mapping.length > 0 ? bandHigh : gapHigh))), [physical]);
  const lit = litBands(picture, chosen);
  const high = Math.max(...[...left, ...right].map((place) => place.top + place.high), 0);
  const rowOf = (column: ChosenRow["column"], row: number): Pick<RowProps, "isPressed" | "onPress"> =>
    ({ isPressed: chosen.column === column && chosen.row === row, onPress: () => onChoose({ column, row }) });
  return (
    <div className="map-columns">
      <section aria-label="Virtual addresses">
        <p className="label">virtual</p>
        <ol>
          {virtual.map((row, i) => row.kind === "gap"
            ? <Row key={i} {...rowOf("virtual", i)} kind="gap" isLit={false} address={row.gap.from} name={row.gap.name} size={sizeText(row.gap.bytes)} />
            : <Row key={i} {...rowOf("virtual", i)} kind={bands[row.band]!.kind} isLit={lit.has(row.band)} address={bands[row.band]!.va} name={bands[row.band]!.name} size={sizeText(bands[row.band]!.bytes)} rights={bands[row.band]!.EL1} />)}
        </ol>
      </section>
      <svg className="map-links" viewBox={`0 0 10 ${high}`} preserveAspectRatio="none" style={{ "--high": high } as CSSProperties} aria-hidden="true">
        {virtual.map((row, i) => row.kind === "gap" ? null : <Link key={i} from={left[i]!} to={span(right.filter((_, at) => physical[at]!.bands.includes(row.band)))} kind={bands[row.band]!.kind} isLit={lit.has(row.band)} />)}
      </svg>
      <section aria-label="Physical addresses">
        <p className="label">physical</p>
        <ol>
          {physical.map(({ name, pa, bytes, bands: mapping }, i) => {
            const band = mapping[0] === undefined ? undefined : bands[mapping[0]];
            return <Row key={i} {...rowOf("physical", i)} kind={band?.kind ?? "gap"} isLit={mapping.some((each) => lit.has(each))} address={BigInt(pa)} name={name} size={sizeText(bytes)} {...(band && { rights: band.EL1 })} />;
          })}
        </ol>
      </section>
    </div>
  );
}

/** The bands that a choice is about. */
export function litBands({ virtual, physical }: MapPicture, { column, row }: ChosenRow): ReadonlySet<number> {
  if (column === "physical") return new Set(physical[row]?.bands);
  const chosen = virtual[row];
  return new Set(chosen?.kind === "band" ? [chosen.band] : []);
}

interface RowProps {
  readonly kind: BandKind | "gap";
  readonly isLit: boolean;
  readonly isPressed: boolean;
  readonly address: bigint;
  readonly name: string;
  readonly size: string;
  readonly rights?: string;
  readonly onPress: () => void;
}

function Row({ kind, isLit, isPressed, address, name, size, rights, onPress }: RowProps): ReactNode {
  return (
    <li className={`map-row map-${kind}${isLit ? " lit" : ""}`}>
      <button type="button" aria-pressed={isPressed} onClick={onPress}>
        {kind !== "gap" && <span className="map-address">{address.toString(16)}</span>}
        <span className="map-name">{name}{rights !== undefined && <code>{rights}</code>} <span className="map-size">{size}</span></span>
      </button>
    </li>
  );
}

function span(places: readonly Place[]): Place {
  const first = places[0];
  const last = places.at(-1);
  return first === undefined || last === undefined ? { top: 0, high: 0 } : { top: first.top, high: last.top + last.high - first.top };
}

function Link({ from, to, kind, isLit }: { readonly from: Place; readonly to: Place; readonly kind: BandKind; readonly isLit: boolean }): ReactNode {
  const inset = 0.07;
  const [a, b, c, d] = [from.top + inset, from.top + from.high - inset, to.top + to.high - inset, to.top + inset];
  return <path className={`map-link map-${kind}${isLit ? " lit" : ""}`} d={`M0 ${a}C5 ${a} 5 ${d} 10 ${d}V${c}C5 ${c} 5 ${b} 0 ${b}Z`} />;
}
