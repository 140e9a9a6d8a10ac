/** Bytes of memory, sixteen a row (eight on a phone), what the last move changed, and which registers point at them. */
import { useState, type ReactNode } from "react";
import { REGISTERS } from "../../../machine/cpu/stepping/registers";
import type { Bench } from "./bench";
import { parseNumber } from "./numbers";
import { ramBase, stackTop } from "./program";

type Place = "data" | "stack" | { readonly address: bigint };

const bytesShown = 64;
const pointers = REGISTERS.filter(({ name }) => /^(x\d+|sp)$/.test(name));

export function MemoryBytes({ bench }: { readonly bench: Bench }): ReactNode {
  const { dataAt, source } = bench.program;
  const usesStack = /\bsp\b/.test(source);
  const [place, setPlace] = useState<Place>();
  const [typed, setTyped] = useState("");
  const shown = place ?? (dataAt === undefined || /\[sp\b/.test(source) ? "stack" : "data");
  const start = startOf(shown, dataAt);
  const look = (text: string): void => {
    setTyped(text);
    const address = parseNumber(text, 64);
    if (address !== undefined) setPlace({ address: address & ~7n });
  };
  return (
    <section className="memory" aria-label="Memory">
      <p className="memory-head">
        <span className="label">memory</span>
        {dataAt !== undefined && <button type="button" className="memory-place" aria-pressed={shown === "data"} onClick={() => setPlace("data")}>the data</button>}
        {(usesStack || dataAt === undefined) && <button type="button" className="memory-place" aria-pressed={shown === "stack"} onClick={() => setPlace("stack")}>the stack</button>}
        <input className="memory-address" aria-label="Another address" placeholder="at 0x10000" value={typed} autoComplete="off" spellCheck={false} onChange={(event) => look(event.target.value)} />
      </p>
      <div className="memory-rows" tabIndex={0} role="region" aria-label={`Memory from 0x${start.toString(16)}`}>
        {Array.from({ length: bytesShown / 8 }, (_, row) => <MemoryRow key={row} bench={bench} address={start + BigInt(8 * row)} />)}
      </div>
    </section>
  );
}

function startOf(place: Place, dataAt: bigint | undefined): bigint {
  if (place === "stack") return stackTop - BigInt(bytesShown);
  return place === "data" ? (dataAt ?? BigInt(ramBase)) & ~7n : place.address;
}

/** Eight bytes; two such rows stand side by side where there is room. */
function MemoryRow({ bench, address }: { readonly bench: Bench; readonly address: bigint }): ReactNode {
  const bytes = Array.from({ length: 8 }, (_, i) => bench.byteAt(address + BigInt(i)));
  const label = [...bench.program.symbols].find(([, value]) => value >= address && value < address + 8n);
  return (
    <div className="memory-row">
      <span className="memory-at" title={label?.[0]}>{address.toString(16)}</span>
      {bytes.map((byte, i) => {
        const at = address + BigInt(i);
        const names = pointers.filter((register) => bench.valueOf(register) === at).map(({ name }) => name);
        const look = ["memory-byte", ...(byte?.isChanged === true ? ["changed"] : []), ...(names.length > 0 ? ["pointed"] : []), ...(byte?.value === 0 ? ["zero"] : [])];
        return (
          <span key={i} className={look.join(" ")}>
            {names.length > 0 && <span className="memory-pointer role-register">{names.length > 2 ? `${names[0]}…` : names.join(" ")}</span>}
            {byte === undefined ? "--" : byte.value.toString(16).padStart(2, "0")}
          </span>
        );
      })}
      <span className="memory-text" aria-hidden="true">{bytes.map((byte) => letter(byte?.value)).join("")}</span>
    </div>
  );
}

/** A byte as ASCII prints it; a dot if it does not. */
const letter = (byte = 0): string => (byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "\u00b7");
