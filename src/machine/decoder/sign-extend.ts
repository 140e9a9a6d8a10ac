/** The low `width` bits of `value` (1 to 32 of them), read as two's complement: SignExtend() of the manual. */
export function signExtend(value: number, width: number): number {
  const unused = 32 - width;
  return (value << unused) >> unused;
}
