/** What the figure draws and says of a boot's heat. Pure. */
import { millions } from "../boot-timeline/boot-reading";
import type { HeatBand, HeatData } from "./heat-data";

/** Everything, or what the interpreter has executed, or what compiled code has. */
export type Share = "all" | "interpreted" | "compiled";

/** The hottest level: more than half of a column. */
export const hottest = 11;

/** Bands that are no part of the kernel's image stand apart, below it, and higher than others. */
const gap = 3;
const apart = 4;

export interface BandPlace {
  readonly y: number;
  readonly height: number;
}

const isInImage = ({ title }: HeatBand): boolean => /MiB$/.test(title);

export function placesOf({ bands }: HeatData): readonly BandPlace[] {
  const inImage = bands.filter(isInImage).length;
  return bands.map((_, i) => (i < inImage ? { y: i, height: 1 } : { y: inImage + gap + (i - inImage) * (apart + 1), height: apart }));
}

export const heightOf = (data: HeatData): number => {
  const { y = 0, height = 0 } = placesOf(data).at(-1) ?? {};
  return y + height;
};

export const columnsOf = ({ interpreted }: HeatData): number => interpreted.length;

const digit = (text: string, at: number): number => parseInt(text[at] ?? "0", 36);

/** How hot a cell is, from 0 to `hottest`. Each level is twice the one below. */
export function levelAt({ heat, interpreted }: HeatBand, column: number, share: Share): number {
  const level = digit(heat, column);
  if (share === "all" || level === 0) return level;
  const tenths = share === "interpreted" ? digit(interpreted, column) : 10 - digit(interpreted, column);
  return tenths === 0 ? 0 : Math.max(1, level + Math.round(Math.log2(tenths / 10)));
}

export interface HeatPath {
  readonly level: number;
  /** Of SVG: a rectangle for each run of cells. */
  readonly d: string;
}

/** All cells, those of a level together. */
export function pathsOf(data: HeatData, share: Share): readonly HeatPath[] {
  const paths = Array.from({ length: hottest + 1 }, () => "");
  const places = placesOf(data);
  data.bands.forEach((band, i) => {
    if (band.heat === "") return;
    const { y, height } = places[i]!;
    for (let x = 0, end = 0; x < columnsOf(data); x = end) {
      const level = levelAt(band, x, share);
      for (end = x + 1; end < columnsOf(data) && levelAt(band, end, share) === level; end++);
      if (level > 0) paths[level] += `M${x} ${y}h${end - x}v${height}h-${end - x}z`;
    }
  });
  return paths.flatMap((d, level) => (d === "" ? [] : [{ level, d }]));
}

/** The band at a height of the drawing, or the nearest. */
export function bandAt(data: HeatData, y: number): number {
  const places = placesOf(data);
  const found = places.findIndex((place) => y < place.y + place.height);
  return found < 0 ? places.length - 1 : found;
}

/** "at 5.75 MiB of the kernel", "in programs, at EL0" */
export const bandText = (band: HeatBand): string => (isInImage(band) ? `at ${band.title} of the kernel` : `in ${band.title}`);

/** "between 3.2 and 6.4 % of what was executed then" */
export function cellText(band: HeatBand, column: number): string {
  const level = levelAt(band, column, "all");
  if (level === 0) return "nothing was executed here then";
  const most = 2 ** (level - 1) / 10;
  const share = level === hottest ? "more than half" : level === 1 ? "0.1 % or less" : `between ${most / 2} and ${most} %`;
  const tenths = digit(band.interpreted, column);
  return `${share} of what was executed then, ${tenths === 0 ? "hardly any of it" : tenths === 10 ? "all of it" : `${10 * tenths} % of it`} interpreted`;
}

/** "675 million instructions in the whole boot, 0.4 % of them interpreted" */
export function totalText({ instructions, interpretedInstructions }: HeatBand): string {
  if (instructions === 0) return "Nothing is ever executed here.";
  return `${millions(instructions)} instructions in the whole boot, ${percent(interpretedInstructions / instructions)} of them interpreted.`;
}

/** "0.6 %" */
export const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

export const interpretedShare = ({ bands, instructions }: HeatData): number => bands.reduce((all, { interpretedInstructions: each }) => all + each, 0) / instructions;

/** Where a column begins, in instructions. */
export const beginOf = (column: number, data: HeatData): number => Math.round((column * data.instructions) / columnsOf(data));

/** What the console has shown last when a column ends. */
export const lineAt = (column: number, data: HeatData): string => data.lines.findLast(({ at }) => at < beginOf(column + 1, data))?.text ?? "nothing";
