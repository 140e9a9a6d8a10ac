// Numbers and bytes as the protocol writes them: memory and registers are bytes in the target's order, two digits
// each; addresses and counts are plain hexadecimal.

/** Two digits a byte; xx for a byte that cannot be had. */
export const hexOfBytes = (bytes: readonly (number | undefined)[]): string =>
  bytes.map((byte) => (byte === undefined ? "xx" : byte.toString(16).padStart(2, "0"))).join("");

/** undefined: not whole bytes in hexadecimal. */
export function bytesOfHex(text: string): Uint8Array | undefined {
  if (!/^(?:[0-9a-f]{2})*$/i.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}

/** A value of `bits` bits, its low byte first. */
export const hexOfValue = (value: bigint, bits: number): string =>
  hexOfBytes(Array.from({ length: bits / 8 }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn)));

/** What hexOfValue() has written. */
export const valueOfBytes = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

/** "1a": 26n; undefined if it is no number. */
export const numberOf = (text: string | undefined): bigint | undefined =>
  text !== undefined && /^[0-9a-f]{1,16}$/i.test(text) ? BigInt(`0x${text}`) : undefined;
