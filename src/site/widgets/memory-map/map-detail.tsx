/** The chosen row in full: its addresses, its rights, its pages and blocks, and the first of its descriptors, bit by bit. */
import { useState, type ReactNode } from "react";
import { decodeDescriptor } from "../../../machine/mmu/descriptor";
import { memoryTypeName } from "../../../machine/mmu/memory-type";
import { rangeFor, type Regime } from "../../../machine/mmu/regime";
import type { MappedRange } from "../computer/map-view";
import { addressText, counted } from "../machine/numbers";
import { descriptorFacts } from "../page-walk/descriptor-fields";
import { WordBoxes } from "../word/word-boxes";
import { hexOf } from "../word/word-layout";
import { sizeText, type Band, type Gap, type MapPicture, type PhysicalRow } from "./map-bands";
import type { ChosenRow } from "./map-drawing";

interface Props {
  readonly picture: MapPicture;
  readonly chosen: ChosenRow;
}

type Chosen = { readonly kind: "band"; readonly band: Band } | { readonly kind: "gap"; readonly gap: Gap } | { readonly kind: "unmapped"; readonly row: PhysicalRow };

function chosenIn({ bands, virtual, physical }: MapPicture, { column, row }: ChosenRow): Chosen | undefined {
  if (column === "physical") {
    const there = physical[row];
    const [mapping] = there?.bands ?? [];
    if (mapping !== undefined) return { kind: "band", band: bands[mapping]! };
    return there === undefined ? undefined : { kind: "unmapped", row: there };
  }
  const there = virtual[row];
  return there?.kind === "band" ? { kind: "band", band: bands[there.band]! } : there;
}

export function MapDetail({ picture, chosen }: Props): ReactNode {
  const there = chosenIn(picture, chosen);
  switch (there?.kind) {
    case "band": return <BandDetail band={there.band} regime={picture.regime} />;
    case "gap": return <GapDetail gap={there.gap} />;
    case "unmapped": return <Unmapped row={there.row} />;
    case undefined: return null;
  }
}

/** In a line, for whoever hears it: "code: 88 KiB; EL1 reads and executes". */
export function chosenText(picture: MapPicture, chosen: ChosenRow): string {
  const there = chosenIn(picture, chosen);
  switch (there?.kind) {
    case "band": return `${there.band.name}: ${sizeText(there.band.bytes)}; EL1 ${doesText(there.band.EL1)}.`;
    case "gap": return `${there.gap.name}: ${sizeText(there.gap.bytes)}. ${gapSays(there.gap.name)}`;
    case "unmapped": return `${there.row.name}: ${sizeText(there.row.bytes)} that no virtual address stands for.`;
    case undefined: return "";
  }
}

function GapDetail({ gap: { name, from, bytes } }: { readonly gap: Gap }): ReactNode {
  return (
    <section className="map-detail" aria-label={name}>
      <p><b>{name}</b>: {sizeText(bytes)} from <code>{addressText(from)}</code> to <code>{addressText(from + bytes - 1n)}</code>. {gapSays(name)}</p>
    </section>
  );
}

function gapSays(name: string): string {
  switch (name) {
    case "no address": return "Neither half reaches so far: such an address faults before any table is read.";
    case "guard": return "Nothing is mapped here, on purpose: who runs out of the stack above takes a fault, and overwrites nothing.";
    default: return "Nothing is mapped here: an access takes a translation fault.";
  }
}

function Unmapped({ row: { name, pa, bytes } }: { readonly row: PhysicalRow }): ReactNode {
  return (
    <section className="map-detail" aria-label={name}>
      <p><b>{name}</b>: {sizeText(bytes)} of RAM at <code>{addressText(pa)}</code> that no virtual address stands for. {name === "guard" ? gapSays(name) : ""}</p>
    </section>
  );
}

function BandDetail({ band, regime }: { readonly band: Band; readonly regime: Regime }): ReactNode {
  const { name, va, pa, bytes, EL1, EL0, pieces } = band;
  const [first] = pieces;
  return (
    <section className="map-detail" aria-label={name}>
      <p><b>{name}</b>: {sizeText(bytes)}, virtual <code>{addressText(va)}</code> is physical <code>{addressText(pa)}</code>.</p>
      <ul>
        <li>EL1 {doesText(EL1)}; EL0 {doesText(EL0)}.{EL1.endsWith("wx") ? " Writable and executable: that is wrong." : ""}</li>
        <li>{memoryTypeName(regime.attributes[first!.AttrIndx]!)}.</li>
        <li>Mapped by {pieces.map(pieceText).join(", and ")}.</li>
      </ul>
      <DescriptorOf piece={first!} regime={regime} />
    </section>
  );
}

/** "414 pages of 4 KiB" */
function pieceText({ entries, bytes, level }: MappedRange): string {
  return `${counted(entries, level === 3 ? "page" : "block")} of ${sizeText(bytes / entries)}`;
}

/** "reads and executes", "does nothing here" */
function doesText(rights: string): string {
  const does = [rights[0] === "r" ? "reads" : "", rights[1] === "w" ? "writes" : "", rights[2] === "x" ? "executes" : ""].filter((each) => each !== "");
  return does.length === 0 ? "does nothing here" : does.join(" and ");
}

function DescriptorOf({ piece: { va, bits, at, level }, regime }: { readonly piece: MappedRange; readonly regime: Regime }): ReactNode {
  const [lit, setLit] = useState<ReadonlySet<string>>(new Set());
  const { granule } = rangeFor(regime, va);
  const descriptor = decodeDescriptor(bits, level, granule);
  const facts = descriptorFacts({ level, table: at, index: 0, address: at, bits, descriptor }, granule, regime);
  const name = `The first descriptor, of level ${level}`;
  return (
    <div className="walk-descriptor">
      <p className="walk-descriptor-head"><b>{name}</b><span className="label">at {addressText(at)}</span><code>{hexOf(bits, 64)}</code></p>
      <WordBoxes width={64} value={bits} fields={facts.map(({ field }) => field)} label={`${name}, ${hexOf(bits, 64)}`} lit={lit} onPoint={(names) => setLit(new Set(names))} />
      <dl className="walk-facts">
        {facts.map(({ field, value, says }) => (
          <div key={field.name} className={`role-${field.role}${lit.has(field.name) ? " lit" : ""}`} onMouseEnter={() => setLit(new Set([field.name]))} onMouseLeave={() => setLit(new Set())}>
            <dt>{field.name}</dt><dd><code>{value}</code> {says}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
