/** Numbers as figures write them and as readers type them. */

/** "0x1f", "31", "-1", "1_000": `bits` bits, or undefined if it is no number that they hold. */
export function parseNumber(text: string, bits: number): bigint | undefined {
  const plain = text.trim().replace(/[_,\s]/g, "");
  const [, sign, digits] = /^(-?)(0x[0-9a-f]+|[0-9]+)$/i.exec(plain) ?? [];
  if (digits === undefined) return undefined;
  const value = sign === "-" ? -BigInt(digits) : BigInt(digits);
  const isHeld = value < 1n << BigInt(bits) && value >= -(1n << BigInt(bits - 1));
  return isHeld ? BigInt.asUintN(bits, value) : undefined;
}

/** 1,234,567 */
export const withCommas = (value: number | bigint): string => value.toString().replace(/\B(?=(\d{3})+(?!\d))/g, ",");

/** "1 instruction", "12 instructions" */
export const counted = (count: number, what: string): string => `${withCommas(count)} ${what}${count === 1 ? "" : "s"}`;

/** "0x12_3456_7890": as the text writes addresses. */
export const addressText = (address: bigint | number): string => `0x${address.toString(16).replace(/\B(?=(?:[0-9a-f]{4})+$)/g, "_")}`;
