// Fields of a structure, little-endian, in bytes that are at hand.

import type { StructureField } from "../../../formats/devices/structure";

/** Of up to 4 bytes. */
export function fieldOf(bytes: Uint8Array, { at, bytes: width }: StructureField): number {
  let value = 0;
  for (let i = width - 1; i >= 0; i--) value = value * 256 + bytes[at + i]!;
  return value;
}

/** Of any width. */
export function wideFieldOf(bytes: Uint8Array, { at, bytes: width }: StructureField): bigint {
  let value = 0n;
  for (let i = width - 1; i >= 0; i--) value = (value << 8n) | BigInt(bytes[at + i]!);
  return value;
}

export function putField(
  bytes: Uint8Array, { at, bytes: width }: StructureField, value: number | bigint,
): void {
  let rest = BigInt(value);
  for (let i = 0; i < width; i++) {
    bytes[at + i] = Number(rest & 0xffn);
    rest >>= 8n;
  }
}
