// What an image is made of: bytes by module. A function's module is the file that its symbol begins
// with.

import { flatImage } from "./flat-image";
import type { Linked } from "./linked";

export interface ModuleSize {
  readonly module: string;
  readonly code: number;
  /** In the image file: what starts as zero is not. */
  readonly data: number;
}

export interface SizeReport {
  /** Of the image file. */
  readonly imageBytes: number;
  /** The largest first. Together they are the image file, since what is nobody's is the last. */
  readonly modules: readonly ModuleSize[];
  /** Sizes of .text, .rodata, .data and .bss. */
  readonly sections: readonly { readonly name: string; readonly bytes: number }[];
}

const TABLES = "tables of the linker";
const GAPS = "header, and gaps up to round addresses";

const moduleOf = (symbol: string): string => {
  const [file = ""] = symbol.split("#");
  return symbol !== file && file.endsWith(".ts") ? file : TABLES;
};

export function sizeReport(linked: Linked): SizeReport {
  const sizes = new Map<string, { code: number; data: number }>();
  for (const { name, size, isFunction, section } of linked.symbols) {
    if (size === 0 || section === ".bss") continue;
    const module = moduleOf(name);
    const sum = sizes.get(module) ?? { code: 0, data: 0 };
    sum[isFunction ? "code" : "data"] += size;
    sizes.set(module, sum);
  }
  const modules = [...sizes].map(([module, sum]) => ({ module, ...sum }))
    .sort((a, b) => b.code + b.data - a.code - a.data || (a.module < b.module ? -1 : 1));
  const sections = linked.sections.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  const imageBytes = flatImage(linked).length;
  const [text = 0] = sections.map(({ bytes }) => bytes);
  const left = (bytes: number, kind: "code" | "data"): number =>
    modules.reduce((rest, each) => rest - each[kind], bytes);
  const gaps = { module: GAPS, code: left(text, "code"), data: left(imageBytes - text, "data") };
  return { imageBytes, modules: [...modules, gaps], sections };
}

export function printSizes({ imageBytes, modules, sections }: SizeReport): string {
  const row = (code: number | string, data: number | string, name: string): string =>
    `${String(code).padStart(8)}${String(data).padStart(8)}  ${name}\n`;
  const total = sections.map(({ name, bytes }) => `${name} ${bytes}`).join(", ");
  return row("code", "data", "module")
    + modules.map(({ module, code, data }) => row(code, data, module)).join("")
    + `image: ${imageBytes} bytes (${total})\n`;
}
