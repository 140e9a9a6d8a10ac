// What kind of access an instruction makes, as far as memory cares.

/**
 * normal: any address; ordered: an acquire or a release, aligned; atomic: reads and writes at once,
 * aligned, and must be allowed to write; unprivileged: LDTR's and STTR's, with EL0's rights.
 * Ours is an in-order machine whose CPUs take turns, so nothing need be done to order them.
 */
export type Access = "normal" | "ordered" | "atomic" | "unprivileged";
