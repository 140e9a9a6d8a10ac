// What llvm-objdump says of an instruction beyond the instruction.

const SHIFTED_IMMEDIATE = /^(?:adds?|subs?|cmp|cmn)\t.*#(\d+), lsl #12$/;
const ACQUIRE_DROPPED = /^(?:swp|ld(?:add|clr|eor|set|[su]max|[su]min))al?[bh]?\t\w+, [wx]zr,/;

/** The text of the comment behind an instruction, if it has one. */
export function commentOf(text: string): string | undefined {
  const shifted = text.endsWith("lsl #12") ? SHIFTED_IMMEDIATE.exec(text) : null;
  if (shifted !== null) return `=${Number(shifted[1]) << 12}`;
  // Cheap first: this is asked of every line.
  if (text.includes("zr, [") && ACQUIRE_DROPPED.test(text)) return "acquire semantics dropped since destination is zero";
  return undefined;
}
