// Images of kernels, each built once however many tests boot it.

import { buildProgram, type Built } from "../../../src/compiler/build";
import { REPOSITORY } from "../../compiler/hosted";

export const HELLO = "src/unikernel/services/hello.ts";
export const TICKER = "src/unikernel/services/ticker.ts";
export const PROBE = "test/unikernel/kernels/boot-probe.ts";

const known = new Map<string, Built>();

export function kernel(path: string): Built {
  const built = known.get(path) ?? buildProgram(REPOSITORY, path);
  known.set(path, built);
  return built;
}

/** Where the image has what is linked to an address: an offset into the file. */
export function offsetIn({ linked }: Built, symbol: string): number {
  const found = linked.symbols.find(({ name }) => name === symbol);
  if (found === undefined) throw new Error(`the image has no ${symbol}`);
  return Number(found.address - linked.base);
}
