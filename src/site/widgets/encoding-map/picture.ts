/**
 * The picture of a place: 4 by 4 boxes of 64 by 64 dots, a dot a word. A dot's place fixes the next twelve
 * bits; the rest are drawn by lot, so that what is sparse looks sparse.
 */
import type { Decoder } from "../../../machine/decoder/decoder";
import { wordAt, type Place } from "./space";

export const dotsPerBox = 64;
const boxes = 4;
export const pictureDots = boxes * dotsPerBox;

/** Colours for the groups, in the order of the tables: earth and slate, the hues that no field wears. */
const groupColours: readonly (readonly [number, number, number])[] = [
  [186, 142, 96], [120, 146, 128], [122, 138, 168], [176, 126, 126], [150, 130, 164], [160, 156, 110],
];
const scalableColour = [112, 112, 112] as const;
const undefinedColour = [104, 62, 54] as const;

/** What a legend needs. */
export function groupColour(index: number): string {
  const [r, g, b] = groupColours[index % groupColours.length] ?? scalableColour;
  return `rgb(${r} ${g} ${b})`;
}
export const scalableFill = `rgb(${scalableColour.join(" ")})`;
export const undefinedFill = `rgb(${undefinedColour.join(" ")})`;

/** The word that the dot at (x, y) stands for. */
export function wordOfDot(place: Place, x: number, y: number): number {
  const box = Math.floor(y / dotsPerBox) * boxes + Math.floor(x / dotsPerBox);
  const inside = interleave(x % dotsPerBox, y % dotsPerBox);
  const lot = Math.imul((y * pictureDots + x) ^ 0x9e3779b9, 0x85ebca6b) >>> 0;
  const decided = place + box.toString(2).padStart(4, "0") + inside.toString(2).padStart(12, "0");
  return wordAt(decided.slice(0, 32), lot ^ (lot >>> 13));
}

/** Twelve bits, y and x in turn, so that a smaller square is a longer run of decided bits. */
function interleave(x: number, y: number): number {
  let bits = 0;
  for (let i = 5; i >= 0; i--) bits = (bits << 2) | (((y >> i) & 1) << 1) | ((x >> i) & 1);
  return bits;
}

/** RGBA, pictureDots squared. Unallocated words are transparent. */
export function paint(decoder: Decoder, place: Place): Uint8ClampedArray<ArrayBuffer> {
  const rgba = new Uint8ClampedArray(pictureDots * pictureDots * 4);
  const groups = [...new Set(decoder.rows.map(({ group }) => group))];
  const shade = new Map(decoder.rows.map((row, index) => [row, { group: groups.indexOf(row.group), light: 0.8 + 0.1 * (index % 5) }]));
  for (let y = 0; y < pictureDots; y++) {
    for (let x = 0; x < pictureDots; x++) {
      const decoded = decoder.decode(wordOfDot(place, x, y));
      if (decoded.kind === "unallocated") continue;
      const at = (y * pictureDots + x) * 4;
      const look = decoded.kind === "instruction" ? shade.get(decoded.row) : undefined;
      const [r, g, b] = look
        ? (groupColours[look.group % groupColours.length] ?? scalableColour)
        : decoded.kind === "undefined" ? undefinedColour : scalableColour;
      const light = look?.light ?? 1;
      rgba.set([r * light, g * light, b * light, 255], at);
    }
  }
  return rgba;
}
