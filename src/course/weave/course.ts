// The course on disk: its chapters' pages, its source files, and where each stands.

import { existsSync, readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { UserFault } from "../../base/fault";
import { type House, chapterFolder, chapterOf } from "../house";
import type { Place } from "./excerpt-props";
import { type Page, readPage } from "./page";

export interface Course {
  /** The folder that holds src/ and chapters/. */
  readonly root: string;
  readonly house: House;
}

/** Files under `folder` whose names end in one of `endings`, in order, from the root. */
export function filesUnder({ root }: Course, folder: string, endings: readonly string[]): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.some((ending) => entry.name.endsWith(ending)))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/** The files that have a listing page: the source, and whatever chapters may quote beside it. */
export function listedFiles(course: Course): string[] {
  return ["src", "test", "exercises"].flatMap((folder) => filesUnder(course, folder, [".ts", ".tsx", ".js", ".css"]));
}

/** The pages of one chapter, or of all. */
export function pagePaths(course: Course, chapter?: number): string[] {
  const folders = course.house.chapters.filter((c) => chapter === undefined || c.number === chapter).map(chapterFolder);
  return folders.flatMap((folder) => filesUnder(course, `chapters/${folder}`, [".mdx", ".md"]));
}

export function pagesOf(course: Course, chapter: number): Page[] {
  return pagePaths(course, chapter).map((path) => readPage(course.root, path));
}

/** The chapter that builds `file`; a fault if that is later than `page`'s, or none. */
export function checkQuotable(course: Course, page: Page, file: string): number {
  if (!/^(src|test|exercises)\//.test(file) || file.includes("..")) throw new UserFault(`a chapter quotes from src, test and exercises, not ${file}`);
  const chapter = chapterOf(file, course.house);
  if (chapter === "school") throw new UserFault(`${file} is the school's: no chapter builds it, so none quotes it`);
  if (chapter === undefined) throw new UserFault(`${file} is in no chapter: list it in src/course/house.ts`);
  if (chapter > page.chapter) throw new UserFault(`${file} is built in chapter ${chapter}, later than this one (${page.chapter})`);
  return chapter;
}

export function placeOf(course: Course, file: string): Place {
  const parts = file.split("/");
  const chapter = chapterNumber(course, file);
  const folders = parts.slice(0, -1).map((name, i) => {
    return { name, chapter: chapterOfFolder(course, parts.slice(0, i + 1).join("/")) };
  });
  const folder = parts.slice(0, -1).join("/");
  const room = readdirSync(join(course.root, folder), { withFileTypes: true }).filter((e) => e.isFile()).map((e) => e.name).sort();
  return { folders, chapter, room };
}

const chaptersOfFolders = new WeakMap<Course, Map<string, number>>();

/** The first chapter that builds anything in it. Every excerpt asks, and files seldom come or go. */
function chapterOfFolder(course: Course, folder: string): number {
  const known = chaptersOfFolders.get(course) ?? new Map<string, number>();
  chaptersOfFolders.set(course, known);
  const chapter = known.get(folder) ?? Math.min(...filesUnder(course, folder, [".ts", ".tsx", ".js"]).map((f) => chapterNumber(course, f)));
  known.set(folder, chapter);
  return chapter;
}

/** The school goes with chapter 0: it is there from the first day. */
function chapterNumber(course: Course, file: string): number {
  const chapter = chapterOf(file, course.house);
  return typeof chapter === "number" ? chapter : 0;
}

/** The site path of a file's listing, without the base URL. The ending goes: a dot in the last part of a link looks like a download. */
export function listingPath(file: string): string {
  return `/listing/${file.replace(/\.tsx?$/, "").replace(/\.(\w+)$/, "-$1")}`;
}

/** The anchor of a declaration in its listing; of the header, its first line. */
export function listingAnchor(name: string, firstLine: number): string {
  const plain = name.replace(/^(?:type|value):/, "");
  return /^#?[\w$]+(?:\.#?[\w$]+)*$/.test(plain) && !/^(?:header|imports|rest)$/.test(name) ? plain.replace(/#/g, "") : `L${firstLine}`;
}
