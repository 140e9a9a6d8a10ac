// What a user can say to the debugger. One row a command; help is made from the rows.

import { UserFault } from "../../base/fault";
import { hex } from "../../base/word";
import type { StopReason } from "../../machine/cpu/stepping/debugger";
import { type Register, REGISTERS, registerNamed } from "../../machine/cpu/stepping/registers";
import type { Watch } from "../../machine/cpu/stepping/traps";
import { instructionLines, instructionsFrom } from "./instruction-lines";
import { evaluate, evaluateWide } from "./place";
import { watchText } from "./reasons";
import type { Session } from "./session";
import { memoryLines, valueLines } from "./state-lines";

export type Outcome =
  | { readonly kind: "text"; readonly lines: readonly string[] }
  /** The program is elsewhere, or has been changed. */
  | { readonly kind: "moved"; readonly reason: StopReason | "interrupted" }
  | { readonly kind: "quit" };

interface Command {
  readonly names: readonly string[];
  readonly arguments: string;
  readonly help: string;
  readonly run: (session: Session, text: string) => Outcome | Promise<Outcome>;
}

const text = (...lines: string[]): Outcome => ({ kind: "text", lines });
const CHANGED: Outcome = { kind: "moved", reason: { kind: "limit" } };
const moved = async (reason: Promise<StopReason | "interrupted">): Promise<Outcome> => ({ kind: "moved", reason: await reason });

const BYTES_SHOWN = 64;
const INSTRUCTIONS_SHOWN = 8;
const WATCHED_BYTES = 8;

const COMMANDS: readonly Command[] = [
  { names: ["s", "step"], arguments: "[N]", help: "execute N instructions, or one",
    run: (session, rest) => moved(session.forward(count(rest, 1))) },
  { names: ["b", "back"], arguments: "[N]", help: "take N instructions back, or one",
    run: (session, rest) => moved(session.back(count(rest, 1))) },
  { names: ["c", "continue"], arguments: "[N]", help: "run until something stops it, N instructions at most",
    run: (session, rest) => moved(session.forward(count(rest, Infinity))) },
  { names: ["rc", "reverse-continue"], arguments: "[N]", help: "run backwards until something stops it",
    run: (session, rest) => moved(session.back(count(rest, Infinity))) },
  { names: ["until", "u"], arguments: "ADDR", help: "run until ADDR is the next instruction's", run: until },
  { names: ["go"], arguments: "TIME", help: "go to where TIME instructions had been executed", run: goTo },
  { names: ["break"], arguments: "ADDR", help: "stop before the instruction at ADDR", run: setBreakpoint },
  { names: ["watch"], arguments: "REG|ADDR[:N]", help: "stop when a register changes, or N bytes (8) are written",
    run: (session, rest) => setWatch(session, rest, "write") },
  { names: ["rwatch"], arguments: "ADDR[:N]", help: "stop when memory is read",
    run: (session, rest) => setWatch(session, rest, "read") },
  { names: ["awatch"], arguments: "ADDR[:N]", help: "stop when memory is read or written",
    run: (session, rest) => setWatch(session, rest, "access") },
  { names: ["info", "i"], arguments: "", help: "list breakpoints and watches, and the time", run: info },
  { names: ["delete"], arguments: "[N]", help: "take away number N of that list, or all", run: removeTraps },
  { names: ["x"], arguments: "ADDR [N]", help: "show N bytes of memory (64)", run: showMemory },
  { names: ["l", "list"], arguments: "[ADDR] [N]", help: "show N instructions (8), at PC or ADDR", run: list },
  { names: ["p", "print"], arguments: "[REG|VALUE]", help: "show a register, a sum, or all registers that are not zero", run: print },
  { names: ["set"], arguments: "REG|ADDR[:N] VALUE", help: "write a register, or N bytes (8) of memory; N is 1, 2, 4 or 8", run: set },
  { names: ["hash"], arguments: "", help: "show a number that stands for the whole state",
    run: ({ stepping }) => text(`${stepping.hash()} at ${stepping.time}`) },
  { names: ["help", "h", "?"], arguments: "", help: "show this", run: () => text(...helpLines()) },
  { names: ["q", "quit"], arguments: "", help: "leave", run: () => ({ kind: "quit" }) },
];

/** Does what a line says. Throws a UserFault if it says nothing that is known. */
export async function obey(session: Session, line: string): Promise<Outcome> {
  const [, name = "", rest = ""] = /^\s*(\S*)\s*(.*?)\s*$/.exec(line) ?? [];
  const command = COMMANDS.find(({ names }) => names.includes(name));
  if (command === undefined) throw new UserFault(`there is no command ${name}; \`help\` lists them`);
  if (command.arguments === "" && rest !== "") throw new UserFault(`${name} takes no argument`);
  return command.run(session, rest);
}

function helpLines(): string[] {
  const usages = COMMANDS.map(({ names, arguments: each }) => `${names.join(", ")} ${each}`.trim());
  const width = Math.max(...usages.map((usage) => usage.length));
  return [
    ...COMMANDS.map(({ help }, i) => `${usages[i]!.padEnd(width)}  ${help}`),
    "ADDR and VALUE are sums of numbers, symbols and registers: 0x1000, main+8, sp-16. An empty line repeats the last.",
  ];
}

function count(rest: string, unsaid: number): number {
  if (rest === "") return unsaid;
  if (!/^\d{1,15}$/.test(rest) || Number(rest) === 0) throw new UserFault(`not a number of instructions: ${rest}`);
  return Number(rest);
}

async function until(session: Session, rest: string): Promise<Outcome> {
  const { traps } = session.stepping;
  const address = evaluate(rest, session.names);
  if (traps.breakpoints.has(address)) return moved(session.forward(Infinity));
  traps.addBreakpoint(address);
  try {
    return await moved(session.forward(Infinity));
  } finally {
    traps.removeBreakpoint(address);
  }
}

function goTo({ stepping }: Session, rest: string): Outcome {
  if (!/^\d{1,15}$/.test(rest)) throw new UserFault("say where to: `go 100` is behind the first 100 instructions");
  const time = Number(rest);
  if (time < stepping.start) throw new UserFault(`only what came after ${stepping.start} is remembered`);
  if (time > stepping.time) return { kind: "moved", reason: stepping.step(time - stepping.time) };
  stepping.goTo(time);
  return CHANGED;
}

function setBreakpoint(session: Session, rest: string): Outcome {
  const address = evaluate(rest, session.names);
  if (address % 4n !== 0n) throw new UserFault(`${hex(address)} is no instruction's address: those are multiples of 4`);
  if (!session.stepping.traps.breakpoints.has(address)) session.traps.push(address);
  session.stepping.traps.addBreakpoint(address);
  return info(session);
}

function setWatch(session: Session, rest: string, on: "read" | "write" | "access"): Outcome {
  const register = registerNamed(rest);
  const watch: Watch = register === undefined ? { kind: "memory", on, ...range(session, rest) } : { kind: "register", register };
  if (watch.kind === "register" && watch.register.name === "pc") throw new UserFault("pc changes with every instruction: use `s` or `break`");
  if (watch.kind === "register" && on !== "write") throw new UserFault("only a change of a register can be watched: use `watch`");
  session.stepping.traps.addWatch(watch);
  session.traps.push(watch);
  return info(session);
}

/** ADDR[:N] */
function range(session: Session, rest: string): { readonly address: bigint; readonly length: number } {
  const [, address = "", length = `${WATCHED_BYTES}`] = /^([^:]*)(?::\s*(\d{1,4}))?$/.exec(rest) ?? [];
  if (Number(length) === 0) throw new UserFault("nothing has 0 bytes");
  return { address: evaluate(address, session.names), length: Number(length) };
}

function info({ stepping, traps, program }: Session): Outcome {
  const lines = traps.map((trap, i) => {
    const what = typeof trap === "bigint" ? `before ${[hex(trap), program.symbols.nearest(trap)].join(" ").trim()}` : `when ${watchText(trap)}`;
    return `${i + 1}  stop ${what}`;
  });
  return text(...lines, `${stepping.time} instructions executed; ${stepping.start === 0 ? "the start" : stepping.start} can be gone back to`);
}

function removeTraps(session: Session, rest: string): Outcome {
  const index = rest === "" ? undefined : Number(rest) - 1;
  if (index !== undefined && session.traps[index] === undefined) throw new UserFault(`there is no breakpoint or watch ${rest}; \`info\` lists them`);
  for (const trap of index === undefined ? session.traps.splice(0) : session.traps.splice(index, 1)) {
    if (typeof trap === "bigint") session.stepping.traps.removeBreakpoint(trap);
    else session.stepping.traps.removeWatch(trap);
  }
  return info(session);
}

function showMemory(session: Session, rest: string): Outcome {
  const [address, length] = placeAndCount(session, rest, BYTES_SHOWN);
  session.window = address;
  return text(...memoryLines(address, session.stepping.peek(address, Math.min(length, 4096))));
}

function list(session: Session, rest: string): Outcome {
  const { stepping, program } = session;
  const [address, length] = placeAndCount(session, rest === "" ? "pc" : rest, INSTRUCTIONS_SHOWN);
  const lines = instructionsFrom(stepping.cpu, program.symbols, address & ~3n, Math.min(length, 256));
  return text(...instructionLines(lines, ({ address: at }) => markOf(session, at)));
}

/** "=>" is next; "*" is a breakpoint. */
export const markOf = ({ stepping }: Session, address: bigint): string =>
  (stepping.cpu.pc === address ? "=>" : "  ") + (stepping.traps.breakpoints.has(address) ? "*" : " ");

/** "ADDR [N]", where the sum that ADDR is may have spaces. */
function placeAndCount(session: Session, rest: string, unsaid: number): readonly [bigint, number] {
  const [, address = rest, length] = /^(.*[^\s+-])\s+(\d{1,6})$/.exec(rest) ?? [];
  return [evaluate(address, session.names), length === undefined ? unsaid : Number(length)];
}

function print(session: Session, rest: string): Outcome {
  const { state } = session.stepping.cpu;
  const lines = (register: Register): string[] => valueLines(register, register.read(state));
  if (rest === "") {
    const shown = REGISTERS.filter((each) => each.read(state) !== 0n || each.name === "pc" || each.name === "nzcv");
    return text(...shown.flatMap(lines));
  }
  const register = registerNamed(rest.replace(/^\$/, ""));
  if (register !== undefined && !/^w/i.test(rest)) return text(...lines(register));
  const value = evaluate(rest, session.names);
  return text([`${rest}  ${hex(value)}`, value, session.program.symbols.nearest(value)].join("  ").trim());
}

function set(session: Session, rest: string): Outcome {
  const [, place = "", value = ""] = /^([^\s=]+)(?:\s*=\s*|\s+)(.+)$/.exec(rest) ?? [];
  const number = evaluateWide(value, session.names);
  const register = registerNamed(place.replace(/^\$/, ""));
  if (register !== undefined) {
    session.stepping.setRegister(register, BigInt.asUintN(/^w/i.test(place) ? 32 : register.bits, number));
    return CHANGED;
  }
  const { address, length } = range(session, place);
  if (![1, 2, 4, 8].includes(length)) throw new UserFault("a value has 1, 2, 4 or 8 bytes");
  const bytes = Uint8Array.from({ length }, (_, i) => Number((number >> BigInt(8 * i)) & 0xffn));
  if (!session.stepping.poke(address, bytes)) throw new UserFault(`there is no memory at ${hex(address)}`);
  return CHANGED;
}
