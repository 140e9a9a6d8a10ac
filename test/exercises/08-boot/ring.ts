import type { Gate } from "../gate";

const RING = (fields: string, length: string, put: string, take: string): string => `
  export class ByteRing {
    readonly capacity: number;
    ${fields}
    constructor(capacity: number) {
      this.capacity = capacity;
      this.#bytes = new Uint8Array(capacity + 1);
    }
    get length(): number { ${length} }
    put(byte: number): boolean { ${put} }
    take(): number { ${take} }
  }`;

const PLACES = "readonly #bytes: Uint8Array;\n#in = 0;\n#out = 0;";

export const gate: Gate = {
  wrong: [
    ["leaves a slot empty",                 "this.length === this.capacity",              "this.length === this.capacity - 1"],
    ["writes over the oldest",              "if (this.length === this.capacity) return false;\n", ""],
    ["is full a byte too late",             "this.length === this.capacity",              "this.length > this.capacity"],
    ["gives the newest first",              "this.#bytes[this.#taken % this.capacity]!",  "this.#bytes[(this.#put - 1) % this.capacity]!"],
    ["gives a zero where there is nothing", "return -1;",                                 "return 0;"],
    ["counts what is not there",            "if (this.length === 0) return -1;",          "if (this.length === 0) { this.#taken++; return -1; }"],
    ["is a ring of a power of 2 only",      "this.#bytes[this.#put % this.capacity] = byte", "this.#bytes[this.#put & (this.capacity - 1)] = byte"],
    ["takes no zeros",                      "this.#put++;",                               "if (byte !== 0) this.#put++;"],
    ["keeps seven bits",                    "] = byte;",                                  "] = byte & 0x7f;"],
    ["says that there was no room",         "return true;",                               "return this.length < this.capacity;"],
    ["puts, and says that it has not",      "if (this.length === this.capacity) return false;\n    this.#bytes[this.#put % this.capacity] = byte;", "this.#bytes[this.#put % this.capacity] = byte;\n    if (this.length === this.capacity) return false;"],
    ["says how much room there is",         "return this.#put - this.#taken;",            "return this.capacity - (this.#put - this.#taken);"],
    ["ends behind the first round",         "this.#bytes[this.#put % this.capacity] = byte", "if (this.#put >= 3 * this.capacity) return false;\n    this.#bytes[this.#put % this.capacity] = byte"],
    ["takes the same one for ever",         "    this.#taken++;\n", ""],
  ],
  wrongFiles: {
    "counts what waits, on both sides": RING(`${PLACES}\n#count = 0;`, "return this.#count;",
      "if (this.#count === this.capacity) return false; this.#bytes[this.#in] = byte; this.#in = (this.#in + 1) % this.capacity; this.#count++; return true;",
      "if (this.#count === 0) return -1; const byte = this.#bytes[this.#out]!; this.#out = (this.#out + 1) % this.capacity; this.#count--; return byte;"),
    "writes over the oldest, and moves on": RING(`${PLACES}`, "return this.#in - this.#out;",
      "if (this.length === this.capacity) this.#out += 1; this.#bytes[this.#in % this.capacity] = byte; this.#in += 1; return true;",
      "if (this.length === 0) return -1; const byte = this.#bytes[this.#out % this.capacity]!; this.#out += 1; return byte;"),
    "cannot tell full from empty": RING(PLACES, "return (this.#in + this.capacity - this.#out) % this.capacity;",
      "if (this.length === this.capacity) return false; this.#bytes[this.#in] = byte; this.#in = (this.#in + 1) % this.capacity; return true;",
      "if (this.#in === this.#out) return -1; const byte = this.#bytes[this.#out]!; this.#out = (this.#out + 1) % this.capacity; return byte;"),
  },
  right: {
    "with places, and a slot more than it has room for": RING(PLACES, "const more = this.#in - this.#out; return more < 0 ? more + this.capacity + 1 : more;",
      "const next = (this.#in + 1) % (this.capacity + 1); if (next === this.#out) return false; this.#bytes[this.#in] = byte; this.#in = next; return true;",
      "if (this.#in === this.#out) return -1; const byte = this.#bytes[this.#out]!; this.#out = (this.#out + 1) % (this.capacity + 1); return byte;"),
    "with counts that go round": RING(PLACES, "return (this.#in - this.#out + 2 * this.capacity) % (2 * this.capacity);",
      "if (this.length >= this.capacity) return false; this.#bytes[this.#in % this.capacity] = byte; this.#in = (this.#in + 1) % (2 * this.capacity); return true;",
      "if (this.#in === this.#out) return -1; const byte = this.#bytes[this.#out % this.capacity]!; this.#out = (this.#out + 1) % (2 * this.capacity); return byte;"),
  },
};
