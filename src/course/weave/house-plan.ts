// The plan of the house: its folders in reading order, with what each may import and the files it holds.

import { type House, chapterOf, folderOf } from "../house";
import { type Course, filesUnder, listingPath } from "./course";
import { readSource } from "./source-file";

export interface PlannedFile {
  readonly name: string;
  readonly href: string;
  readonly lines: number;
  /** The first sentence of the file's header. */
  readonly about: string;
}

export interface PlannedFolder {
  readonly folder: string;
  /** The chapters that build it; none for the school's folders. */
  readonly chapters: readonly number[];
  readonly mayImport: readonly string[];
  readonly files: readonly PlannedFile[];
}

export function planOf(course: Course): PlannedFolder[] {
  const { house } = course;
  const files = filesUnder(course, "src", [".ts", ".tsx", ".js", ".css"]);
  return Object.entries(house.folders).map(([folder, mayImport]) => {
    const own = files.filter((file) => folderOf(file, house) === folder);
    return { folder, mayImport, chapters: chaptersOf(own, house), files: own.map((file) => plannedFile(course, folder, file)) };
  });
}

function chaptersOf(files: readonly string[], house: House): number[] {
  const chapters = files.map((file) => chapterOf(file, house)).filter((chapter) => typeof chapter === "number");
  return [...new Set(chapters)].sort((a, b) => a - b);
}

function plannedFile(course: Course, folder: string, file: string): PlannedFile {
  const { lines, text } = readSource(course.root, file);
  return { name: file.slice(`src/${folder}/`.length), href: `${listingPath(file)}/`, lines: lines.length, about: firstSentence(text) };
}

/** Of the comment that opens the file, to its first full stop. */
function firstSentence(text: string): string {
  const comment = /^(?:#![^\n]*\n)?\s*(\/\*[^]*?\*\/|(?:\/\/[^\n]*\n?)+)/.exec(text)?.[1] ?? "";
  const words = comment.replace(/^\s*\/\/ ?|^\s*\/?\*+\/? ?|\*\/$/gm, "").split(/\n\s*\n/)[0]!.replace(/\s+/g, " ").trim();
  return /^.*?[.](?=\s|$)/.exec(words)?.[0] ?? words;
}
