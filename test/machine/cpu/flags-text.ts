/** "N-C-": NZCV, N in bit 3, as it is read. */
export const flagsText = (nzcv: bigint): string =>
  [..."NZCV"].map((letter, i) => ((nzcv >> BigInt(3 - i)) & 1n ? letter : "-")).join("");
