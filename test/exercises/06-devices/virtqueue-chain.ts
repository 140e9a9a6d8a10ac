import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["trusts the head",                    "if (index >= table.size) return { wrong: \"no such descriptor\" };", ""],
    ["allows one number too many",         "index >= table.size",                    "index > table.size"],
    ["takes a full table for a circle",    "seen > table.size",                      "seen >= table.size"],
    ["goes on counting in the second table", "      seen = 0;\n",                   ""],
    ["counts by the ring's size",          "seen > table.size",                      "seen > ring.size"],
    ["looks up in the ring's table",       "read(table.address",                     "read(ring.address"],
    ["begins in the middle of the second table", "      index = 0;\n",              "      index = next;\n"],
    ["follows tables in tables",           "if (table !== ring) return { wrong: \"a table in a table\" };", ""],
    ["rounds a table down",                "if (len === 0 || len % 16 !== 0) return { wrong: \"not whole descriptors\" };\n      table = { address: addr, size: len / 16 };",
      "if (len === 0) return { wrong: \"not whole descriptors\" };\n      table = { address: addr, size: Math.floor(len / 16) };"],
    ["takes INDIRECT for a buffer",        "if ((flags & INDIRECT) !== 0) {",        "if ((flags & 8) !== 0) {"],
    ["has INDIRECT mean nothing beside WRITE", "(flags & INDIRECT) !== 0",           "(flags & 6) === 4"],
    ["has INDIRECT mean nothing beside NEXT", "(flags & INDIRECT) !== 0",            "(flags & 5) === 4"],
    ["allows tables only at the head",     "if (table !== ring) return",             "if (table !== ring || seen > 1) return"],
    ["allows empty buffers",               "if (len === 0) return { wrong: \"an empty buffer\" };", ""],
    ["allows any order",                   "if (!isWritable && writable.length > 0) return { wrong: \"the wrong order\" };", ""],
    ["swaps reading and writing",          "isWritable ? writable : readable",       "isWritable ? readable : writable"],
    ["forgets the bytes to read",          "bytes += len;",                          "if (isWritable) bytes += len;"],
    ["allows any number of bytes",         "if (bytes > 2 ** 32) return { wrong: \"too many bytes\" };", ""],
    ["allows no 4 GiB",                    "bytes > 2 ** 32",                        "bytes >= 2 ** 32"],
    ["allows any number of buffers",       "if (readable.length + writable.length > 1024) return { wrong: \"too many buffers\" };", ""],
    ["counts the buffers to read alone",   "readable.length + writable.length > 1024", "readable.length > 1024"],
    ["allows 1,024 of each kind",          "readable.length + writable.length > 1024", "Math.max(readable.length, writable.length) > 1024"],
    ["allows 1,023 buffers",               "length > 1024",                          "length >= 1024"],
    ["allows as many buffers as the ring has", "writable.length > 1024",             "writable.length > ring.size"],
    ["goes on without NEXT, if next is not 0", "if ((flags & NEXT) === 0) return",   "if ((flags & NEXT) === 0 && next === 0) return"],
    ["goes on to the neighbour",           "    index = next;\n",                   "    index += 1;\n"],
    ["believes in RAM",                    "if (descriptor === undefined) return { wrong: \"not RAM\" };\n    const { addr, len, flags, next } = descriptor;",
      "const { addr, len, flags, next } = descriptor ?? { addr: 0n, len: 1, flags: 0, next: 0 };"],
    ["forgets the rest behind a table",    "      continue;",                        "      if ((flags & NEXT) !== 0) return { readable, writable };\n      continue;"],
  ],
  right: {
    "with a function that calls itself": `
      import type { VirtioParts } from "../../src/machine/devices/virtio/parts";
      type Walk = VirtioParts["walkChain"];
      type Buffer = { readonly address: bigint; readonly length: number };

      export const walkChain: Walk = (ring, head, read) => {
        const all: (Buffer & { readonly isWritable: boolean })[] = [];
        const visit = (table: Parameters<Walk>[0], index: number, visited: readonly number[], isNested: boolean): string | undefined => {
          if (index >= table.size) return "number";
          if (visited.includes(index)) return "again";
          const found = read(table.address + BigInt(16 * index));
          if (found === undefined) return "RAM";
          if ((found.flags & 4) === 4) {
            if (isNested || found.len % 16 > 0 || found.len < 16) return "table";
            return visit({ address: found.addr, size: found.len / 16 }, 0, [], true);
          }
          const isWritable = (found.flags & 2) === 2;
          if (found.len === 0 || (all.at(-1)?.isWritable === true && !isWritable)) return "buffer";
          all.push({ address: found.addr, length: found.len, isWritable });
          if (all.length > 1024 || all.reduce((sum, { length }) => sum + length, 0) > 0x1_0000_0000) return "much";
          return (found.flags & 1) === 1 ? visit(table, found.next, [...visited, index], isNested) : undefined;
        };
        const wrong = visit(ring, head, [], false);
        if (wrong !== undefined) return { wrong };
        const side = (which: boolean): Buffer[] => all.filter(({ isWritable }) => isWritable === which).map(({ address, length }) => ({ address, length }));
        return { readable: side(false), writable: side(true) };
      };`,
  },
};
