// A structure of an ELF file, field by field, as the tables of ../../formats/elf have it.

import type { Structure } from "../../formats/elf/structures";
import type { ByteWriter } from "./byte-writer";

export function writeStructure<S extends Structure>(
  to: ByteWriter, structure: S, size: number, values: Readonly<Record<keyof S, number | bigint>>,
): void {
  const start = to.length;
  for (const [name, [offset, bytes]] of Object.entries(structure)) {
    while (to.length < start + offset) to.u8(0);
    const value = BigInt(values[name as keyof S]);
    for (let i = 0; i < bytes; i++) to.u8(Number((value >> BigInt(8 * i)) & 0xffn));
  }
  while (to.length < start + size) to.u8(0);
}
