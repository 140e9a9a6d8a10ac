import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["swaps IN and OUT",                 "if (type === 0) return transfer(\"read\", sector, writable, disk);\n  if (type === 1) return transfer(\"write\", sector, readable, disk);",
      "if (type === 1) return transfer(\"read\", sector, writable, disk);\n  if (type === 0) return transfer(\"write\", sector, readable, disk);"],
    ["reads what can be read",           "transfer(\"read\", sector, writable",      "transfer(\"read\", sector, readable"],
    ["writes what can be written",       "transfer(\"write\", sector, readable",     "transfer(\"write\", sector, writable"],
    ["counts in sectors",                "at: 512 * Number(sector)",                   "at: Number(sector)"],
    ["allows one sector too many",       "> BigInt(disk.sectors)",                     "> BigInt(disk.sectors) + 1n"],
    ["does not reach the end",           "> BigInt(disk.sectors)",                     ">= BigInt(disk.sectors)"],
    ["looks only where it begins",       "sector + BigInt(length / 512) > BigInt(disk.sectors)", "sector > BigInt(disk.sectors)"],
    ["has 64 bits",                      "sector + BigInt(length / 512) > BigInt(disk.sectors)", "BigInt.asUintN(64, sector + BigInt(length / 512)) > BigInt(disk.sectors)"],
    ["has 64 bits of bytes",             "sector + BigInt(length / 512) > BigInt(disk.sectors)", "BigInt.asUintN(64, 512n * sector) + BigInt(length) > BigInt(512 * disk.sectors)"],
    ["takes half sectors",               "if (length % 512 !== 0) return IOERR;\n  if (sector + BigInt(length / 512)", "if (sector + BigInt(Math.ceil(length / 512))"],
    ["calls half a sector unsupported",  "if (length % 512 !== 0) return IOERR;",      "if (length % 512 !== 0) return UNSUPP;"],
    ["refuses nothing",                  "if (length % 512 !== 0)",                    "if (length % 512 !== 0 || length === 0)"],
    ["writes what is read only",         "if (disk.isReadOnly && does !== \"read\") return IOERR;", ""],
    ["reads nothing that is read only",  " && does !== \"read\") return IOERR;",     ") return IOERR;"],
    ["discards what is read only",       "does !== \"read\") return IOERR;",         "does === \"write\") return IOERR;"],
    ["refuses to flush what is read only", "if (type === 4) return { does: \"flush\" };", "if (type === 4) return disk.isReadOnly ? IOERR : { does: \"flush\" };"],
    ["looks at the lowest bit alone",    "if (type === 4)",                            "if ((type | 1) === 5)"],
    ["ignores bit 31",                   "if (type === 0)",                            "if ((type & 0x7fff_ffff) === 0)"],
    ["calls a new type an error",        "if (type !== 11 && type !== 13) return UNSUPP;", "if (type !== 11 && type !== 13) return IOERR;"],
    ["takes every type with a segment for WRITE_ZEROES", "if (type !== 11 && type !== 13) return UNSUPP;", ""],
    ["uses the header's sector",         "segment.sector, 512 *",                      "sector, 512 *"],
    ["has no most",                      "if (segment.sectors > 0x3f_ffff) return IOERR;", ""],
    ["has one less",                     "segment.sectors > 0x3f_ffff",                "segment.sectors >= 0x3f_ffff"],
    ["calls too many unsupported",       "if (segment.sectors > 0x3f_ffff) return IOERR;", "if (segment.sectors > 0x3f_ffff) return UNSUPP;"],
    ["calls a segment missing an error", "if (segment === undefined) return UNSUPP;",  "if (segment === undefined) return IOERR;"],
    ["allows UNMAP to DISCARD",          "const allowed = type === 11 ? 0 : 1;",       "const allowed = 1;"],
    ["allows UNMAP to nobody",           "const allowed = type === 11 ? 0 : 1;",       "const allowed = 0;"],
    ["allows any flag",                  "action.does !== \"refuse\" && (segment.flags & ~allowed) !== 0 ? UNSUPP : action", "allowed < 2 ? action : UNSUPP"],
    ["looks at flags first",             "action.does !== \"refuse\" && (segment",   "(segment"],
    ["clears by discarding",             "type === 11 ? \"discard\" : \"clear\"",  "\"discard\""],
  ],
  right: {
    "a table, and comparisons of numbers": `
      import type { VirtioParts } from "../../src/machine/devices/virtio/parts";
      type Act = VirtioParts["blockAction"];
      type Does = "read" | "write" | "discard" | "clear" | "flush" | "identify";

      const ROWS: readonly (readonly [type: number, does: Does])[] = [[0, "read"], [1, "write"], [4, "flush"], [8, "identify"], [11, "discard"], [13, "clear"]];

      export const blockAction: Act = (request, disk) => {
        const refuse = (status: number): ReturnType<Act> => ({ does: "refuse", status });
        const does = ROWS.find(([type]) => type === request.type)?.[1];
        if (does === undefined) return refuse(2);
        if (does === "flush" || does === "identify") return { does };
        const bySegment = does === "discard" || does === "clear";
        const { segment } = request;
        if (bySegment && segment === undefined) return refuse(2);
        const sector = bySegment && segment !== undefined ? segment.sector : request.sector;
        const length = bySegment && segment !== undefined ? segment.sectors * 512 : does === "read" ? request.writable : request.readable;
        if (sector > BigInt(disk.sectors) || length > 512 * (disk.sectors - Number(sector)) || (length & 511) > 0) return refuse(1);
        if (bySegment && length > 0x3f_ffff * 512) return refuse(1);
        if (does !== "read" && disk.isReadOnly) return refuse(1);
        if (segment !== undefined && bySegment && segment.flags > (does === "clear" ? 1 : 0)) return refuse(2);
        return { does, at: Number(sector) * 512, length };
      };`,
  },
};
