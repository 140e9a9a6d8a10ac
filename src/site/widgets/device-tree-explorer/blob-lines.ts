/** The bytes that say a node, token by token. */
import type { Blob, BlobNode, BlobProperty } from "./blob";

export interface BlobLine {
  readonly at: number;
  readonly bytes: readonly number[];
  readonly says: string;
  /** The property that it belongs to, by its number. */
  readonly property: number | undefined;
}

const BYTES_A_LINE = 16;
/** Of a value; a longer one is cut off. */
const MOST_LINES = 4;

export function blobLines({ bytes }: Blob, { begin, end, way, properties, children }: BlobNode): BlobLine[] {
  const line = (at: number, size: number, says: string, property?: number): BlobLine =>
    ({ at, bytes: [...bytes.subarray(at, at + size)], says, property });
  const { name } = way.at(-1)!;
  return [
    line(begin.at, 4, "1: a node begins"),
    ...pieces(begin.at + 4, begin.size - 4).map(([at, size], i) => line(at, size, i === 0 ? (name === "" ? "no name: the root" : `"${name}"`) : "")),
    ...properties.flatMap((property, i) => propertyLines(property, (at, size, says) => line(at, size, says, i))),
    ...(children.length === 0 ? [] : [{ at: children[0]!.begin.at, bytes: [], says: childrenText(children), property: undefined }]),
    line(end.at, 4, "2: it ends"),
  ];
}

function propertyLines({ property, token, value, nameOffset }: BlobProperty, line: (at: number, size: number, says: string) => BlobLine): BlobLine[] {
  const shown = pieces(value.at, Math.ceil(value.size / 4) * 4);
  const cut = shown.length > MOST_LINES;
  const lines = shown.slice(0, MOST_LINES).map(([at, size], i) => line(at, size, i === 0 ? "its value" : ""));
  const hidden = value.size - MOST_LINES * BYTES_A_LINE;
  return [
    line(token.at, token.size, `3: a property, of ${value.size} ${value.size === 1 ? "byte" : "bytes"}; its name is at 0x${nameOffset.toString(16)}: ${property.name}`),
    ...lines,
    ...(cut ? [line(value.at + MOST_LINES * BYTES_A_LINE, 0, `and ${hidden} bytes more`)] : []),
  ];
}

function childrenText(children: readonly BlobNode[]): string {
  const size = children.at(-1)!.end.at + 4 - children[0]!.begin.at;
  return `${children.length === 1 ? "a node" : `${children.length} nodes`} in it, ${size} bytes`;
}

/** `size` bytes from `at` on, line by line. */
function pieces(at: number, size: number): (readonly [at: number, size: number])[] {
  return Array.from({ length: Math.ceil(size / BYTES_A_LINE) }, (_, i) =>
    [at + i * BYTES_A_LINE, Math.min(BYTES_A_LINE, size - i * BYTES_A_LINE)] as const);
}
