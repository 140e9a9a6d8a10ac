// DC and IC: maintenance of caches that this machine does not have (Arm ARM, "A64 Cache
// maintenance instructions"). Data is where it was stored, and decoded words are never stale
// (CTR_EL0 says so: IDC and DIC); so all that is left to do is to fault.
//
// 1. What goes by address to the point of coherency or unification is translated, although the
//    manual leaves that open where CLIDR_EL1 has no cache. DC IVAC throws data away, so it needs
//    the right to write. The others change nothing: at EL1 they need no right, at EL0 the right to
//    read. PSTATE.PAN does not count. (QEMU translates none of them.)
// 2. What goes by set and way does nothing.
// 3. IC IVAU need not be translated where DIC is 1, and is not.

/** What must be allowed at the address; "nothing": there is none, or it is not looked at. */
export type Need = "write" | "maintain" | "nothing";

export const CACHE_OPERATIONS = {
  "DC IVAC":    "write",
  "DC CVAC":    "maintain",
  "DC CVAU":    "maintain",
  "DC CIVAC":   "maintain",
  "DC ISW":     "nothing",
  "DC CSW":     "nothing",
  "DC CISW":    "nothing",
  "IC IALLU":   "nothing",
  "IC IALLUIS": "nothing",
  "IC IVAU":    "nothing",
} as const satisfies Readonly<Record<string, Need>>;

/** DC ZVA zeroes this much, aligned: what DCZID_EL0.BS says. It is a store, not maintenance. */
export const ZERO_BLOCK = 64;
