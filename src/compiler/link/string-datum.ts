// A string as the runtime has it in memory: header and codes (../../formats/objects/layout.ts).

import { bug } from "../../base/bug";
import { BODY, HEADER, IMAGE_GRANULE, builtInClass } from "../../formats/objects/layout";
import type { Datum } from "../ir/program";

export function stringBytes(text: string): Uint8Array<ArrayBuffer> {
  const size = Math.ceil((BODY + text.length) / IMAGE_GRANULE) * IMAGE_GRANULE;
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  view.setUint32(HEADER.class, builtInClass("string"), true);
  view.setUint32(HEADER.length, text.length, true);
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code > 0xff) bug(`"${text}" has a code above 255`);
    bytes[BODY + i] = code;
  }
  return bytes;
}

export const stringDatum = (symbol: string, text: string): Datum => ({
  symbol, section: ".rodata", alignment: IMAGE_GRANULE, bytes: stringBytes(text), relocations: [],
});
