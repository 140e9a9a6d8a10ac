// What a specification tabulates of a structure in memory: where each field is and how wide. All of
// it is little-endian. Whoever writes the structure and whoever reads it use the same rows.

export interface StructureField {
  /** From the structure's first byte. */
  readonly at: number;
  readonly bytes: 1 | 2 | 4 | 6 | 8;
  /** A sentence without a full stop. */
  readonly meaning: string;
}

/** By the specification's names. */
export type Structure = Readonly<Record<string, StructureField>>;
