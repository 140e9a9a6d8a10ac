// o2p build --emit: what the compiler makes of a program on its way, as text.

import type { Built } from "../../compiler/build";
import { printProgram } from "../../compiler/ir/print";
import { assemblyListing } from "../../compiler/link/listing";

export function emitted({ optimized, linked }: Built, what: "ir" | "asm"): string {
  return what === "ir" ? printProgram(optimized, { places: true }) : assemblyListing(linked);
}
