// What an image is made of: bytes by module. A function's module is the file that its symbol begins with.

import { flatImage } from "./flat-image";
import type { Linked } from "./linked";

export interface ModuleSize {
  readonly module: string;
  readonly code: number;
  readonly data: number;
}

export interface SizeReport {
  /** Of the image file. */
  readonly imageBytes: number;
  /** The largest first. */
  readonly modules: readonly ModuleSize[];
  /** Sizes of .text, .rodata, .data and .bss. */
  readonly sections: readonly { readonly name: string; readonly bytes: number }[];
}

const TABLES = "tables of the linker";

const moduleOf = (symbol: string): string => {
  const [file = ""] = symbol.split("#");
  return symbol !== file && file.endsWith(".ts") ? file : TABLES;
};

export function sizeReport(linked: Linked): SizeReport {
  const sizes = new Map<string, { code: number; data: number }>();
  for (const { name, size, isFunction } of linked.symbols) {
    if (size === 0) continue;
    const module = moduleOf(name);
    const sum = sizes.get(module) ?? { code: 0, data: 0 };
    sum[isFunction ? "code" : "data"] += size;
    sizes.set(module, sum);
  }
  const modules = [...sizes].map(([module, sum]) => ({ module, ...sum }))
    .sort((a, b) => b.code + b.data - a.code - a.data || (a.module < b.module ? -1 : 1));
  const sections = linked.sections.map(({ name, bytes }) => ({ name, bytes: bytes.length }));
  return { imageBytes: flatImage(linked).length, modules, sections };
}

export function printSizes({ imageBytes, modules, sections }: SizeReport): string {
  const row = (code: number | string, data: number | string, name: string): string =>
    `${String(code).padStart(8)}${String(data).padStart(8)}  ${name}\n`;
  const total = sections.map(({ name, bytes }) => `${name} ${bytes}`).join(", ");
  return row("code", "data", "module")
    + modules.map(({ module, code, data }) => row(code, data, module)).join("")
    + `image: ${imageBytes} bytes (${total})\n`;
}
