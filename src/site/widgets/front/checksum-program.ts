/**
 * The program on the front page: the Internet checksum (RFC 1071) of x1 bytes at x0, the sum that every IP
 * packet carries. The words are what `llvm-mc -triple=aarch64` makes of it.
 */
export interface ProgramWord {
  readonly word: number;
  readonly label?: string;
  readonly remark?: string;
}

export const checksumProgram: readonly ProgramWord[] = [
  { word: 0xd2800002, label: "checksum", remark: "the sum so far" },
  { word: 0xf1002021, label: "loop", remark: "eight bytes more?" },
  { word: 0x540000a3 },
  { word: 0xf8408403, remark: "take them" },
  { word: 0xab030042, remark: "add them" },
  { word: 0x9a1f0042, remark: "the carry comes round" },
  { word: 0x17fffffb },
  { word: 0xf2400821, label: "tail", remark: "one to seven left?" },
  { word: 0x54000100 },
  { word: 0xf9400003 },
  { word: 0xd37df021, remark: "in bits" },
  { word: 0x92800004 },
  { word: 0x9ac12084 },
  { word: 0x8a240063, remark: "cut off what is not ours" },
  { word: 0xab030042 },
  { word: 0x9a1f0042 },
  { word: 0xd360fc43, label: "fold", remark: "64 bits to 32" },
  { word: 0x2b030042 },
  { word: 0x1a1f0042 },
  { word: 0x13824043, remark: "32 to 16" },
  { word: 0x0b030042 },
  { word: 0x2a2203e2, remark: "the complement" },
  { word: 0x53107c40 },
  { word: 0xd65f03c0 },
];
