// The part of the linker that can be replaced. What is missing is the linker's own.

export interface LinkParts {
  /**
   * The instruction `word`, which stands at `place`, with the address `S` in the field that was
   * left 0 for it: ELF for the Arm 64-bit Architecture, "Relocation".
   */
  relocate(
    kind: "CALL26" | "ADR_PREL_PG_HI21" | "ADD_ABS_LO12_NC", word: number, S: bigint, place: bigint,
  ): number;
}
