// The house, written down: which folder may import which, and which chapter builds what.
//
// Invariants, held by test/architecture.test.ts:
// 1. Every file of src/ stands in a folder of FOLDERS and imports only from its own folder and those beside it there.
// 2. A folder is listed below everything that it may import, so the list is a reading order and has no circle.
// 3. No files import each other in a circle.
// 4. A file of chapter N imports nothing of a later chapter. So "the code as of chapter N" stands alone; CI builds it.

/** Folders of src/. A folder that is not listed is a part of the nearest one above it that is. */
export const FOLDERS: Readonly<Record<string, readonly string[]>> = {
  // folder            may import
  "base":             [],
  "formats/elf":      ["base"],
  "machine/decoder":  ["base"],
  "machine/cpu":      ["base", "machine/decoder"],
  "machine/cpu/stepping": ["base", "machine/cpu"],
  "formats/syndromes": ["base"],
  "machine/sysregs":  ["base", "machine/decoder", "machine/cpu"],
  "machine/mmu":      ["base", "machine/decoder", "machine/cpu", "machine/sysregs"],
  "machine/exceptions": ["base", "formats/syndromes", "machine/decoder", "machine/cpu", "machine/sysregs", "machine/mmu"],
  "formats/devices":  ["base"],
  "formats/device-tree": ["base"],
  "formats/linux-image": [],
  "machine/devices":  ["base", "formats/devices", "machine/cpu", "machine/cpu/stepping", "machine/sysregs"],
  "machine/board":    ["base", "formats/elf", "formats/syndromes", "formats/devices", "formats/device-tree", "formats/linux-image", "machine/decoder", "machine/cpu",
                       "machine/cpu/stepping", "machine/sysregs", "machine/mmu", "machine/exceptions", "machine/devices"],
  "formats/objects":  [],
  "compiler/ir":      ["base", "formats/objects"],
  "compiler/language": ["base", "compiler/ir"],
  "compiler/front":   ["base", "formats/objects", "machine/decoder", "compiler/language", "compiler/ir"],
  "compiler/optimize": ["base", "formats/objects", "compiler/ir"],
  "compiler/back":    ["base", "machine/decoder", "compiler/ir"],
  "compiler/link":    ["base", "formats/elf", "formats/linux-image", "formats/objects", "machine/decoder", "compiler/ir", "compiler/back"],
  "compiler/hosted":  ["base", "formats/objects", "compiler/ir"],
  "compiler":         ["base", "formats/objects", "compiler/language", "compiler/ir", "compiler/front", "compiler/optimize", "compiler/back", "compiler/link"],
  "unikernel/metal":  ["base"],
  "unikernel/runtime": ["base", "formats/objects", "formats/devices", "unikernel/metal"],
  "unikernel/memory": ["unikernel/metal", "unikernel/runtime"],
  "unikernel/device-tree": ["formats/device-tree", "unikernel/metal"],
  "unikernel/random": ["unikernel/metal", "unikernel/runtime"],
  "unikernel/elf":    ["formats/elf", "unikernel/metal"],
  "unikernel/drivers": ["formats/devices", "unikernel/metal", "unikernel/runtime", "unikernel/memory", "unikernel/device-tree"],
  "unikernel/events": ["unikernel/metal", "unikernel/runtime", "unikernel/drivers"],
  "unikernel/drivers/virtio": ["formats/devices", "unikernel/metal", "unikernel/runtime", "unikernel/memory", "unikernel/random", "unikernel/drivers", "unikernel/events"],
  "unikernel/crash":  ["formats/syndromes", "unikernel/metal", "unikernel/runtime", "unikernel/memory"],
  "unikernel/boot":   ["formats/elf", "formats/linux-image", "formats/objects", "unikernel/metal", "unikernel/runtime", "unikernel/memory", "unikernel/device-tree", "unikernel/random", "unikernel/elf",
                       "unikernel/drivers", "unikernel/events", "unikernel/drivers/virtio", "unikernel/crash"],
  "unikernel/services": ["unikernel/metal", "unikernel/runtime", "unikernel/memory", "unikernel/device-tree", "unikernel/random", "unikernel/drivers", "unikernel/events",
                       "unikernel/drivers/virtio", "unikernel/crash", "unikernel/boot"],
  "machine/jit":      ["base", "machine/decoder", "machine/cpu", "machine/cpu/stepping", "machine/sysregs", "machine/board"],
  "host/metal":       ["base", "formats/objects", "unikernel/metal", "unikernel/runtime"],
  "host/board-metal": ["base", "formats/objects", "formats/device-tree", "machine/decoder", "machine/cpu", "machine/sysregs", "machine/devices", "machine/board",
                       "unikernel/metal", "unikernel/runtime", "unikernel/memory", "unikernel/events", "host/metal"],
  "host/kernel":      ["base", "compiler/hosted", "compiler/language"],
  "host/gdb":         ["base", "machine/cpu", "machine/cpu/stepping"],
  "host/user":        ["base", "formats/elf", "machine/decoder", "machine/cpu"],
  "host/terminal":    ["base"],
  "host/disk":        ["base", "machine/devices"],
  "host/network":     ["base"],
  "host/images":      ["base", "formats/elf"],
  "host/computer":    ["base", "formats/devices", "formats/device-tree", "machine/decoder", "machine/cpu", "machine/cpu/stepping", "machine/sysregs", "machine/mmu", "machine/exceptions",
                       "machine/devices", "machine/board", "host/terminal", "host/disk", "host/network"],
  "cli/listing":      ["base", "formats/elf", "machine/decoder"],
  "cli/debug":        ["base", "formats/elf", "machine/decoder", "machine/cpu", "machine/cpu/stepping"],
  "run":              ["base", "formats/elf", "formats/syndromes", "machine/decoder", "machine/cpu", "machine/cpu/stepping", "machine/sysregs", "machine/mmu",
                       "machine/exceptions", "formats/devices", "formats/device-tree", "machine/devices", "machine/board", "compiler/language", "compiler/ir", "compiler/back", "compiler/link", "compiler/hosted", "compiler", "cli/listing", "unikernel/memory", "machine/jit"],

  "course":           ["base"],
  "course/weave":     ["base", "course"],
  "course/exercises": ["base", "course", "formats/elf", "formats/syndromes", "machine/decoder", "machine/cpu", "machine/sysregs", "machine/mmu", "machine/exceptions",
                       "formats/devices", "formats/device-tree", "machine/devices", "machine/board", "compiler/ir", "compiler/front", "compiler/optimize", "compiler/back", "compiler/link", "compiler",
                       "unikernel/metal", "unikernel/memory", "unikernel/services", "machine/jit"],
  "course/sandbox":   ["base", "course"],
  "course/judge":     ["base", "course", "course/exercises", "course/sandbox", "formats/linux-image", "machine/board", "machine/jit", "compiler/language", "compiler/front", "compiler/hosted", "compiler"],
  "course/learn":     ["base", "course", "course/exercises", "course/judge"],
  "course/grade":     ["base", "course", "course/exercises", "course/sandbox", "course/judge"],

  "site":             ["base", "course", "course/weave", "course/exercises", "machine/decoder"],
  "site/frame":       ["base", "site"],
  "site/widgets":     ["base", "site", "site/frame", "formats/elf", "formats/syndromes", "machine/decoder", "machine/cpu", "machine/cpu/stepping", "machine/sysregs", "machine/mmu",
                       "machine/exceptions", "formats/devices", "formats/device-tree", "machine/devices", "machine/board", "host/network", "host/computer", "course/exercises", "course/judge",
                       "formats/objects", "compiler/ir", "compiler/language", "compiler/front", "compiler/back", "compiler/link", "compiler", "unikernel/metal", "unikernel/runtime", "machine/jit", "host/metal"],
  "site/prose":       ["base", "site", "site/widgets", "course/weave"],
  "site/reading":     ["base", "site", "site/frame"],
  "site/listing":     ["base", "site", "site/frame", "site/prose", "course/weave"],
  "site/pages":       ["base", "site", "site/frame", "site/widgets", "machine/decoder"],
  "site/theme":       ["base", "site", "site/frame", "site/prose", "site/reading"],
  "site/plugins":     ["base", "site", "site/widgets", "compiler", "course", "course/weave", "course/exercises", "course/judge"],

  "cli":              ["base", "formats/elf", "machine/decoder", "machine/cpu", "host/user", "cli/listing", "cli/debug", "course", "course/weave", "course/exercises",
                       "course/sandbox", "course/judge", "course/learn", "course/grade", "site", "machine/cpu", "machine/cpu/stepping", "host/gdb",
                       "machine/sysregs", "machine/mmu", "machine/exceptions", "formats/devices", "formats/device-tree", "machine/devices", "machine/board", "machine/jit",
                       "host/terminal", "host/disk", "host/network", "host/images", "host/computer", "compiler/ir", "compiler/front", "compiler/link", "compiler"],
};

export interface Chapter {
  readonly number: number;
  /** The folder under chapters/, exercises/ and solutions/ is NN-slug. */
  readonly slug: string;
  /** Files and folders, from the root. */
  readonly holds: readonly string[];
}

/** What each chapter builds. Whatever stands in a folder NN-slug, and src/run/NN-slug.ts, is chapter NN's unsaid. */
export const CHAPTERS: readonly Chapter[] = [
  {
    number: 0, slug: "start",
    holds: [
      "src/base", "src/course/house.ts", "src/course/imports.ts", "src/course/weave",
      "src/course/exercises/draw.ts", "src/course/exercises/exercise.ts", "src/course/exercises/notation.ts", "src/course/exercises/plain.ts", "src/course/exercises/wrong.ts",
      "test/architecture.test.ts", "test/style.test.ts", "test/installed.ts",
    ],
  },
  {
    number: 1, slug: "decoder",
    holds: ["src/formats/elf", "src/machine/decoder", "src/cli/listing", "test/cli/listing.test.ts", "test/cli/listings", "test/oracle"],
  },
  {
    number: 2, slug: "cpu",
    holds: ["src/machine/cpu", "src/host", "src/cli/debug", "test/oracle/cpu"],
  },
  { number: 3, slug: "system-registers", holds: ["src/machine/sysregs"] },
  { number: 4, slug: "mmu", holds: ["src/machine/mmu"] },
  {
    number: 5, slug: "exceptions",
    holds: ["src/formats/syndromes", "src/machine/exceptions", "src/machine/board/first-board.ts", "test/oracle/system"],
  },
  {
    number: 6, slug: "devices",
    holds: [
      "src/formats/devices", "src/formats/device-tree", "src/formats/linux-image", "src/machine/devices", "src/machine/board", "test/oracle/devices",
      "src/host/terminal", "src/host/disk", "src/host/network", "src/host/images", "src/host/computer",
    ],
  },
  {
    number: 7, slug: "compiler",
    holds: ["src/formats/objects", "src/compiler", "src/unikernel/metal", "src/unikernel/runtime", "src/host/metal", "src/host/kernel", "test/kernel-modules.ts", "test/unikernel/programs"],
  },
  {
    number: 8, slug: "boot",
    holds: [
      "src/unikernel/memory", "src/unikernel/device-tree", "src/unikernel/random", "src/unikernel/elf", "src/unikernel/drivers", "src/unikernel/events",
      "src/unikernel/crash", "src/unikernel/boot", "src/unikernel/services", "src/host/board-metal", "test/unikernel/kernels",
    ],
  },
  { number: 11, slug: "speed", holds: ["src/machine/jit"] },
];

/** The school teaches every chapter, so it stands whole in none of them: the repository is its only state. */
export const SCHOOL: readonly string[] = ["src/course", "src/cli", "src/site", "test/exercises", "test/browser", "test/bench", "test/long"];

export interface House {
  readonly folders: Readonly<Record<string, readonly string[]>>;
  readonly chapters: readonly Chapter[];
  readonly school: readonly string[];
}

export const HOUSE: House = { folders: FOLDERS, chapters: CHAPTERS, school: SCHOOL };

/** "01-decoder" */
export function chapterFolder({ number, slug }: Chapter): string {
  return `${String(number).padStart(2, "0")}-${slug}`;
}

/** The folder of FOLDERS that `file` ("src/machine/decoder/decode.ts") stands in, or undefined. */
export function folderOf(file: string, { folders }: House = HOUSE): string | undefined {
  return longest(Object.keys(folders), file, (folder) => `src/${folder}`);
}

/**
 * The chapter that builds `file`, the file of src/ that it tests if it is a test; "school" for the school's own;
 * undefined if nothing lists it.
 */
export function chapterOf(file: string, house: House = HOUSE): number | "school" | undefined {
  const { named, owners } = ownershipOf(house);
  const numbered = named.find(({ pattern }) => pattern.test(file));
  if (numbered !== undefined) return numbered.number;
  const ownerOf = (path: string): number | "school" | undefined => {
    for (let around = path; around !== ""; around = around.slice(0, Math.max(around.lastIndexOf("/"), 0))) {
      const owner = owners.get(around);
      if (owner !== undefined) return owner;
    }
    return undefined;
  };
  return ownerOf(file) ?? (file.startsWith("test/") ? ownerOf(file.replace(/^test\//, "src/").replace(/\.test\./, ".")) : undefined);
}

interface Ownership {
  readonly named: readonly { readonly number: number; readonly pattern: RegExp }[];
  readonly owners: ReadonlyMap<string, number | "school">;
}

const ownerships = new WeakMap<House, Ownership>();

/** Asked for every file of the course, again and again. */
function ownershipOf(house: House): Ownership {
  const known = ownerships.get(house);
  if (known !== undefined) return known;
  const made: Ownership = {
    named: house.chapters.map((chapter) => ({ number: chapter.number, pattern: new RegExp(`(?:^|/)${chapterFolder(chapter)}(?:/|\\.)`) })),
    owners: new Map<string, number | "school">([
      ...house.school.map((path) => [path, "school"] as const),
      ...house.chapters.flatMap(({ number, holds }) => holds.map((path) => [path, number] as const)),
    ]),
  };
  ownerships.set(house, made);
  return made;
}

/** The longest of `names` whose path is `file` or a folder around it. */
function longest(names: readonly string[], file: string, pathOf: (name: string) => string): string | undefined {
  const around = names.filter((name) => file === pathOf(name) || file.startsWith(`${pathOf(name)}/`));
  return around.sort((a, b) => b.length - a.length)[0];
}
