// What is written to ICC_SGI1R_EL1: an SGI, and who is to get it.
//
//   55:48   40    39:32   27:24   23:16   15:0
//   Aff3    IRM   Aff2    INTID   Aff1    TargetList: bit n is the CPU with Aff0 = n

export interface Sgi {
  readonly intid: number;
  /** For all but the sender. */
  readonly isForOthers: boolean;
  /** Aff3, Aff2 and Aff1 are 0, as every CPU's here. */
  readonly isOurCluster: boolean;
  readonly targets: number;
}

export function sgiIn(value: bigint): Sgi {
  const bits = (high: bigint, low: bigint): number =>
    Number(BigInt.asUintN(Number(high - low) + 1, value >> low));
  return {
    intid: bits(27n, 24n),
    isForOthers: bits(40n, 40n) === 1,
    isOurCluster: bits(55n, 48n) === 0 && bits(39n, 32n) === 0 && bits(23n, 16n) === 0,
    targets: bits(15n, 0n),
  };
}

/** Whether CPU `cpu` is to get what CPU `from` sends. */
export function isTarget(sgi: Sgi, cpu: number, from: number): boolean {
  if (sgi.isForOthers) return cpu !== from;
  return sgi.isOurCluster && ((sgi.targets >> cpu) & 1) === 1;
}
