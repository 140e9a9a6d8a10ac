// Choices that many rows share, as the manual defines <cond> or <T> once and uses it everywhere. A row that has
// the fields may use the name.

export const CHOICES: Readonly<Record<string, string>> = {
  cond:    "cond=eq|ne|hs/cs|lo/cc|mi|pl|vs|vc|hi|ls|ge|lt|gt|le|al|nv",
  /** The condition of CSET and its kin, which store its opposite. */
  invcond: "cond=ne|eq|lo/cc|hs/cs|pl|mi|vc|vs|ls|hi|lt|ge|le|gt|-|-",
  extend:  "option=uxtb|uxth|uxtw|uxtx|sxtb|sxth|sxtw|sxtx",
  /** Vector arrangements by size and Q. */
  T:       "size:Q=8b|16b|4h|8h|2s|4s|-|2d",
};
