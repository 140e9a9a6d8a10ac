import type { SystemQuestions } from "../../src/course/exercises/03-system-registers/questions";

/** What a Fulmar has. */
export const foreignClaims: SystemQuestions["foreignClaims"] = (id) => {
  const unsigned = (high: number, low: number): number => Number(BigInt.asUintN(high - low + 1, id >> BigInt(low)));
  const signed = (high: number, low: number): number => Number(BigInt.asIntN(high - low + 1, id >> BigInt(low)));
  const features: string[] = [];
  const claim = (holds: boolean, feature: string): void => { if (holds) features.push(feature); };

  claim(unsigned(36, 36) === 0, "pulley");
  claim(unsigned(30, 25) >= 2, "crucible");
  claim(unsigned(30, 25) >= 3, "quern");
  claim(unsigned(22, 18) >= 1, "bodkin");
  claim(unsigned(22, 18) >= 2, "trivet");
  claim(signed(17, 14) >= -1, "windlass");
  claim(signed(17, 14) >= 0, "whetstone");
  claim(unsigned(12, 12) === 0, "gimlet");
  features.push(`${2 ** unsigned(7, 4)} feathers`);
  claim(unsigned(34, 34) === 1 && features.includes("windlass"), "chisel");
  return features;
};
