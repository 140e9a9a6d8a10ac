/** SignExtend() of the manual: the low `width` bits of `value` (1 to 32) as two's complement. */
export function signExtend(value: number, width: number): number {
  const unused = 32 - width;
  return (value << unused) >> unused;
}
