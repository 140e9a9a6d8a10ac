// A string as the runtime has it in memory: header and codes (../../formats/objects/layout.ts).

import { bug } from "../../base/bug";
import { BODY, HEADER, GRANULE, builtInClass } from "../../formats/objects/layout";
import type { Datum } from "../ir/program";

/** A name from the source, which may have any characters: in UTF-8. */
export const nameDatum = (symbol: string, name: string): Datum =>
  stringDatum(symbol, String.fromCharCode(...new TextEncoder().encode(name)));

export function stringDatum(symbol: string, text: string): Datum {
  const size = Math.ceil((BODY + text.length) / GRANULE) * GRANULE;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(HEADER.class, builtInClass("string"), true);
  view.setUint32(HEADER.length, text.length, true);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) bug(`"${text}" has a code above 255`);
    bytes[BODY + i] = code;
  }
  return { symbol, section: ".rodata", alignment: GRANULE, bytes, relocations: [] };
}
