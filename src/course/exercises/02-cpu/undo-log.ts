import type { Draw } from "../draw";
import type { Case, Trial } from "../exercise";
import { showPlain } from "../plain";
import type { CpuQuestions, KeptPage } from "./questions";

type RamAt = CpuQuestions["ramAt"];

/** "ab cd" in pages of two bytes: RAM as letters. */
const ram = (letters: string): Uint8Array => Uint8Array.from([...letters.replaceAll(" ", "")].map((letter) => letter.charCodeAt(0)));
const kept = (page: number, letters: string): KeptPage => ({ page, bytes: ram(letters) });

const ONE: readonly Case<RamAt>[] = [
  { args: [ram("ab cX"), 2, [[kept(1, "cd")]], 0], want: ram("ab cd"), why: "page 1 has changed since the snapshot, and was kept" },
  { args: [ram("ab cd"), 2, [[]], 0],              want: ram("ab cd"), why: "nothing has changed since" },
  { args: [ram("XX XX XX"), 2, [[kept(2, "ef"), kept(0, "ab"), kept(1, "cd")]], 0], want: ram("ab cd ef"), why: "pages are kept in the order in which they were changed" },
];

const SEVERAL: readonly Case<RamAt>[] = [
  {
    args: [ram("2b cd"), 2, [[kept(0, "ab")], [kept(0, "1b")]], 0], want: ram("ab cd"),
    why: "page 0 was changed twice: what it was at snapshot 0, snapshot 0 has kept",
  },
  {
    args: [ram("2b cd"), 2, [[kept(0, "ab")], [kept(0, "1b")]], 1], want: ram("1b cd"),
    why: "at snapshot 1 the first change had happened",
  },
  {
    args: [ram("ab 2d"), 2, [[], [kept(1, "cd")], []], 0], want: ram("ab cd"),
    why: "page 1 did not change until snapshot 1: what that one kept was there at snapshot 0",
  },
  {
    args: [ram("ab 2d"), 2, [[kept(1, "cd")], []], 1], want: ram("ab 2d"),
    why: "page 1 changed before snapshot 1, and never again",
  },
  {
    args: [ram("9b 9d 9f"), 2, [[kept(0, "ab")], [kept(1, "cd")], [kept(0, "1b"), kept(2, "ef")]], 1], want: ram("1b cd ef"),
    why: "each page from the first snapshot, from 1 on, that has it",
  },
];

export const undoLog: Trial<RamAt> = {
  show: {
    call: (now, pageBytes, snapshots, k) => `ramAt("${letters(now)}", ${pageBytes}, [${snapshots.map(snapshotText).join(", ")}], ${k})`,
    answer: (answer) => (answer instanceof Uint8Array ? `"${letters(answer)}"` : showPlain(answer)),
  },
  properties: [
    { title: "puts the pages of one snapshot back", cases: () => ONE },
    { title: "goes through several", cases: () => SEVERAL },
    {
      title: "agrees with copies of all of RAM",
      cases: (draw) => draw.times(250, () => drawHistory(draw)),
    },
  ],
};

/** A program that stores here and there, watched by somebody who copies everything. */
function drawHistory(draw: Draw): Case<RamAt> {
  const pageBytes = draw.pick([2, 4]);
  const pages = draw.between(1, 6);
  const now = Uint8Array.from(draw.times(pages * pageBytes, () => draw.between(97, 122)));
  const copies: Uint8Array[] = [];
  const snapshots = draw.times(draw.between(1, 5), () => {
    copies.push(now.slice());
    const changed = new Map<number, KeptPage>();
    for (let stores = draw.below(4); stores > 0; stores--) {
      const at = draw.below(now.length);
      const page = Math.floor(at / pageBytes);
      if (!changed.has(page)) changed.set(page, { page, bytes: now.slice(page * pageBytes, (page + 1) * pageBytes) });
      now[at] = draw.between(65, 90);
    }
    return [...changed.values()];
  });
  const k = draw.below(snapshots.length);
  return { args: [now, pageBytes, snapshots, k], want: copies[k]! };
}

const letters = (bytes: Uint8Array): string => String.fromCharCode(...bytes);

const snapshotText = (pages: readonly KeptPage[]): string => `{${pages.map(({ page, bytes }) => `${page}: "${letters(bytes)}"`).join(", ")}}`;
