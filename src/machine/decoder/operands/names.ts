// Choices that many rows share, as the manual defines <cond> or <T> once and uses it everywhere. A
// row that has the fields may use the name.

export const CHOICES: Readonly<Record<string, string>> = {
  cond:    "cond=eq|ne|hs/cs|lo/cc|mi|pl|vs|vc|hi|ls|ge|lt|gt|le|al|nv",
  /** The condition of CSET and its kin, which store its opposite. */
  invcond: "cond=ne|eq|lo/cc|hs/cs|pl|mi|vc|vs|ls|hi|lt|ge|le|gt|-|-",
  /** What PRFM is to do: load, instructions or store; for which cache; once or often. */
  prfop:   "Rt=" +
           "pldl1keep/#0|pldl1strm/#1|pldl2keep/#2|pldl2strm/#3|pldl3keep/#4|pldl3strm/#5|" +
           "#6|#7|" +
           "plil1keep/#8|plil1strm/#9|plil2keep/#10|plil2strm/#11|plil3keep/#12|plil3strm/#13|" +
           "#14|#15|" +
           "pstl1keep/#16|pstl1strm/#17|pstl2keep/#18|pstl2strm/#19|pstl3keep/#20|pstl3strm/#21|" +
           "#22|#23|#24|#25|#26|#27|#28|#29|#30|#31",
  extend:  "option=uxtb|uxth|uxtw|uxtx|sxtb|sxth|sxtw|sxtx",
  /** The letter of a floating-point register. */
  F:       "ftype=s|d|-|h",
  /** Vector arrangements by size and Q; the letters name the elements that an instruction has. */
  T:       "size:Q=8b|16b|4h|8h|2s|4s|-|2d",
  T_1d:    "size:Q=8b|16b|4h|8h|2s|4s|1d|2d",
  T_bhs:   "size:Q=8b|16b|4h|8h|2s|4s|-|-",
  T_bh:    "size:Q=8b|16b|4h|8h|-|-|-|-",
  T_hs:    "size:Q=-|-|4h|8h|2s|4s|-|-",
  T_hsd:   "size:Q=-|-|4h|8h|2s|4s|-|2d",
  /** Bytes only: the other sizes are reserved. */
  T_bytes: "size:Q=8b|16b",
  /** By sz and Q, for floating point. */
  T_fp:    "sz:Q=2s|4s|-|2d",
  /** By Q alone. */
  T_b:     "Q=8b|16b",
  T_h:     "Q=4h|8h",
  T_s:     "Q=2s|4s",
  /** The wide side of what lengthens or narrows: a whole register of elements twice the size. */
  Wide:    "size=8h|4s|2d|-",
  Wide_sd: "size=-|4s|2d|-",
  /** Its mnemonic's 2: the narrow side is the upper half of its register. */
  "2":     "Q=|2",
  /** The same for shifts, by the leading one of immh. */
  T_imm:     "immh:Q=00010:8b|00011:16b|001x0:4h|001x1:8h|01xx0:2s|01xx1:4s|1xxx1:2d",
  T_imm_bhs: "immh:Q=00010:8b|00011:16b|001x0:4h|001x1:8h|01xx0:2s|01xx1:4s",
  T_imm_hsd: "immh:Q=001x0:4h|001x1:8h|01xx0:2s|01xx1:4s|1xxx1:2d",
  Wide_imm:  "immh=0001:8h|001x:4s|01xx:2d",
};
