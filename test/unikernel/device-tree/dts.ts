// What `dtc -O dts` prints, read back: nodes in their order, and the bytes of each property.

export interface DtsNode {
  readonly name: string;
  readonly properties: Map<string, number[]>;
  readonly children: DtsNode[];
}

/** The root. */
export function readDts(text: string): DtsNode {
  const top: DtsNode = { name: "", properties: new Map(), children: [] };
  const open = [top];
  for (const line of text.split("\n").map((each) => each.trim())) {
    const current = open[open.length - 1]!;
    if (line === "" || line.startsWith("/dts-v1/") || line.startsWith("/memreserve/")) continue;
    if (line === "};") open.pop();
    else if (line.endsWith("{")) {
      const node: DtsNode = { name: line.slice(0, -1).trim().replace(/^(?:\w+: )+/, ""), properties: new Map(), children: [] };
      current.children.push(node);
      open.push(node);
    } else {
      const [, name, value = ""] = /^(\S+?)(?: = (.*))?;$/.exec(line) ?? [];
      if (name === undefined) throw new Error(`dtc prints something else: ${line}`);
      current.properties.set(name, bytesOf(value));
    }
  }
  return { ...top.children[0]!, name: "" };
}

function bytesOf(value: string): number[] {
  const bytes: number[] = [];
  for (const [, text, cells, hex] of value.matchAll(/"((?:[^"\\]|\\.)*)"|<([^>]*)>|\[([^\]]*)\]/g)) {
    if (text !== undefined) bytes.push(...[...text.replace(/\\(.)/g, (_, each: string) => (each === "0" ? "\0" : each))].map((each) => each.charCodeAt(0)), 0);
    for (const cell of words(cells)) bytes.push(...wordBytes(Number(cell)));
    for (const byte of words(hex)) bytes.push(parseInt(byte, 16));
  }
  return bytes;
}

const words = (list = ""): string[] => list.split(/\s+/).filter((each) => each !== "");

const wordBytes = (word: number): number[] => [word >>> 24, (word >>> 16) & 255, (word >>> 8) & 255, word & 255];
