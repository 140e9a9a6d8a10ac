/**
 * The road: the twelve chapters, what works at the end of each that did not before, and about how long
 * each takes. Whether a chapter is written is not said here: it is, if it has pages.
 */
export interface Chapter {
  readonly number: number;
  /** The folder under chapters/ without its number: also the chapter's address. */
  readonly slug: string;
  readonly title: string;
  readonly works: string;
  readonly hours: number;
  readonly part: "The machine" | "What runs on it" | "Further";
}

export const road: readonly Chapter[] = [
  { number: 1, slug: "decoder", part: "The machine", hours: 10, title: "The decoder",
    works: "Any AArch64 binary disassembles as LLVM prints it; assembly text becomes words." },
  { number: 2, slug: "cpu", part: "The machine", hours: 14, title: "The processor",
    works: "Programs run. You step forward, and you step back." },
  { number: 3, slug: "system-registers", part: "The machine", hours: 6, title: "System registers",
    works: "User and kernel are two levels, and a register of the wrong one is a trap." },
  { number: 4, slug: "mmu", part: "The machine", hours: 10, title: "Virtual memory",
    works: "A virtual address walks three or four tables and comes out physical, or does not come out." },
  { number: 5, slug: "exceptions", part: "The machine", hours: 10, title: "Exceptions",
    works: "System calls, page faults and interrupts arrive where the vectors say; ERET brings you back." },
  { number: 6, slug: "devices", part: "The machine", hours: 16, title: "Devices",
    works: "A console, a timer, a disk and a network card: the board boots U-Boot and Debian's Linux kernel." },
  { number: 7, slug: "compiler", part: "What runs on it", hours: 18, title: "The compiler",
    works: "A TypeScript program runs with nothing under it, and means there what it means under Node." },
  { number: 8, slug: "boot", part: "What runs on it", hours: 15, title: "The boot",
    works: "From the first instruction to an event loop: your kernel says hello on your machine and on QEMU." },
  { number: 9, slug: "libc", part: "What runs on it", hours: 14, title: "System calls",
    works: "Unmodified C programs run on the kernel you wrote." },
  { number: 10, slug: "networking", part: "What runs on it", hours: 20, title: "Networking",
    works: "Ping, DHCP, DNS, TCP; a browser opens a page that your kernel serves." },
  { number: 11, slug: "speed", part: "Further", hours: 10, title: "Speed",
    works: "The text that interprets an instruction becomes a compiler for it." },
  { number: 12, slug: "family", part: "Further", hours: 6, title: "The family",
    works: "You can say what each of the other unikernels is about, and why yours differs." },
];

/** The chapter that a page's address belongs to: "/prefix/decoder/masks/" with base "/prefix/". */
export function chapterAt(pathname: string, base: string): Chapter | undefined {
  const slug = pathname.slice(base.length).split("/")[0];
  return road.find((chapter) => chapter.slug === slug);
}
