import type { Gate } from "../gate";

export const gate: Gate = {
  wrong: [
    ["is little-endian",                         "[24, 16, 8, 0]",                            "[0, 8, 16, 24]"],
    ["has no NUL behind a name",                 "character.charCodeAt(0)), 0];",             "character.charCodeAt(0))];"],
    ["does not pad names",                       "...textBytes(name));\n    align();",        "...textBytes(name));"],
    ["does not pad values",                      "structure.push(byte);\n      align();",     "structure.push(byte);"],
    ["pads with ones",                           "structure.push(0);",                        "structure.push(0xff);"],
    ["pads to 8 bytes",                          "structure.length % 4",                      "structure.length % 8"],
    ["writes each name again",                   "if (!offsets.has(name)) strings",           "strings"],
    ["has all names at the same place",          "wordBytes(offsetOf(property.name))",        "wordBytes(0 * offsetOf(property.name))"],
    ["counts the padding into the length",       "wordBytes(property.value.length)",          "wordBytes((property.value.length + 3) & ~3)"],
    ["has the name's offset before the length",  "...wordBytes(property.value.length), ...wordBytes(offsetOf(property.name))",
      "...wordBytes(offsetOf(property.name)), ...wordBytes(property.value.length)"],
    ["has an offset of one byte",                "offsets.get(name) ?? strings.length",       "(offsets.get(name) ?? strings.length) & 0xff"],
    ["ends no node",                             "    structure.push(...wordBytes(END_NODE));\n", ""],
    ["ends every node's children with the tree", "addNode(root);\n  structure.push(...wordBytes(END));", "addNode(root);"],
    ["has one level",                            "    for (const child of children) addNode(child);\n", ""],
    ["turns its children round",                 "of children)",                              "of [...children].reverse())"],
  ],
  right: {
    "with names from the last to the first, and bytes of its own": `
      import type { DeviceTreeParts } from "../../src/formats/device-tree/parts";
      type Node = Parameters<DeviceTreeParts["blocksOf"]>[0];
      const namesIn = (node: Node): string[] => [...node.properties.map(({ name }) => name), ...node.children.flatMap(namesIn)];
      export const blocksOf: DeviceTreeParts["blocksOf"] = (root) => {
        const names = [...new Set(namesIn(root))].reverse();
        const text = names.map((name) => name + "\\0").join("");
        const bytes = (t: string): Uint8Array => Uint8Array.from({ length: t.length }, (_, i) => t.charCodeAt(i));
        const place = new Map<string, number>();
        let end = 0;
        for (const name of names) {
          place.set(name, end);
          end += name.length + 1;
        }
        const word = (w: number): Uint8Array => {
          const four = new Uint8Array(4);
          new DataView(four.buffer).setUint32(0, w);
          return four;
        };
        const pad = (b: Uint8Array): Uint8Array => {
          const whole = new Uint8Array(Math.ceil(b.length / 4) * 4);
          whole.set(b);
          return whole;
        };
        const pieces: Uint8Array[] = [];
        const walk = (node: Node): void => {
          pieces.push(word(1), pad(bytes(node.name + "\\0")));
          for (const { name, value } of node.properties) pieces.push(word(3), word(value.length), word(place.get(name)!), pad(value));
          node.children.forEach(walk);
          pieces.push(word(2));
        };
        walk(root);
        pieces.push(word(9));
        const structure = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
        let at = 0;
        for (const piece of pieces) {
          structure.set(piece, at);
          at += piece.length;
        }
        return { structure, strings: bytes(text) };
      };`,
    "with a name that is the end of another": `
      import type { DeviceTreeParts } from "../../src/formats/device-tree/parts";
      type Node = Parameters<DeviceTreeParts["blocksOf"]>[0];
      export const blocksOf: DeviceTreeParts["blocksOf"] = (root) => {
        let strings = "";
        const tokens = (node: Node): string => {
          const pad = (text: string): string => text + "\\0".repeat((4 - (text.length % 4)) % 4);
          const word = (w: number): string => String.fromCharCode(w >>> 24, (w >>> 16) & 255, (w >>> 8) & 255, w & 255);
          const offset = (name: string): number => {
            if (!strings.includes(name + "\\0")) strings += name + "\\0";
            return strings.indexOf(name + "\\0");
          };
          const own = node.properties.map(({ name, value }) => {
            let text = "";
            for (const byte of value) text += String.fromCharCode(byte);
            return word(3) + word(value.length) + word(offset(name)) + pad(text);
          }).join("");
          return word(1) + pad(node.name + "\\0") + own + node.children.map(tokens).join("") + word(2);
        };
        const bytes = (text: string): Uint8Array => Uint8Array.from({ length: text.length }, (_, i) => text.charCodeAt(i));
        const structure = bytes(tokens(root) + "\\0\\0\\0\\t");
        return { structure, strings: bytes(strings) };
      };`,
  },
};
