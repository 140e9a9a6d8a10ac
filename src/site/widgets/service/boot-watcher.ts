/** Follows a kernel's boot from outside: by breakpoints where a step ends, and by looking now and then where PC is. */
import { bug } from "../../../base/bug";
import type { VirtAddr } from "../../../base/word";
import type { Linked, PlacedFunction } from "../../../compiler/link/linked";
import type { BootStep, FunctionShare } from "./service-record";

/** Called by the kernel at the end of each step, with the step's name. */
const stepFunction = /^src\/unikernel\/boot\/boot-log\.ts#step(At)?$/;
/** The first step is noted later than it is done: there is no stack yet. */
const firstStep = "_start";
const stepBeforeLast = "kernel_sanity_checks";
/** Not done while the service waits for somebody; done, it leaves nothing but to switch off. */
const lastStep = "OS::event_loop";
const behindFirst = "src/unikernel/boot/entry.ts#__arch_start";
const upperHalf = 0xffff_ff80_0000_0000n;
const functionsKept = 5;

interface Mark {
  readonly name: string;
  readonly at: number;
}

export class BootWatcher {
  readonly breakpoints: readonly VirtAddr[];
  readonly #functions: readonly PlacedFunction[];
  readonly #afterFirst: VirtAddr | undefined;
  readonly #name: () => string;
  readonly #marks: Mark[] = [];
  readonly #looks: Map<string, number>[] = [new Map()];
  #firstEnds = 0;

  /** `nameNow` reads the name that is passed at a breakpoint. */
  constructor({ functions }: Linked, nameNow: () => string) {
    const addressOf = (symbol: string): VirtAddr | undefined => functions.find(({ compiled }) => compiled.symbol === symbol)?.address;
    this.#functions = functions;
    this.#name = nameNow;
    const afterFirst = addressOf(behindFirst);
    // It runs before the MMU is on.
    this.#afterFirst = afterFirst === undefined ? undefined : afterFirst - upperHalf;
    const steps = functions.filter(({ compiled }) => stepFunction.test(compiled.symbol)).map(({ address }) => address);
    this.breakpoints = [...steps, ...(this.#afterFirst === undefined ? [] : [this.#afterFirst])];
  }

  /** The machine has stopped here, at a breakpoint or because it was asked to. */
  sees(time: number, pc: VirtAddr): void {
    if (pc === this.#afterFirst) this.#firstEnds = time;
    else if (this.breakpoints.includes(pc)) this.#stepEnds(time);
    const name = this.#symbolAt(pc < upperHalf ? pc + upperHalf : pc);
    const looks = this.#looks.at(-1)!;
    if (name !== undefined) looks.set(name, (looks.get(name) ?? 0) + 1);
  }

  /** `end` is where the machine was off, or slept for ever: the last step goes on until there. */
  steps(end: number, printed: (from: number, to: number) => string): readonly BootStep[] {
    const marks = [...this.#marks.filter(({ name }) => name !== lastStep), { name: lastStep, at: end }];
    if (marks.at(-2)?.name !== stepBeforeLast) bug(`the service does not boot: ${printed(0, Infinity)}`);
    return marks.map(({ name, at }, i) => {
      const begin = marks[i - 1]?.at ?? 0;
      return { name, begin, end: at, console: printed(begin, at), functions: shares(this.#looks[i] ?? new Map<string, number>()) };
    });
  }

  #stepEnds(time: number): void {
    const name = this.#name();
    if (this.#marks.at(-1)?.name === name) return; // step() has called stepAt().
    this.#marks.push({ name, at: name === firstStep ? this.#firstEnds : time });
    this.#looks.push(new Map());
  }

  #symbolAt(pc: VirtAddr): string | undefined {
    let [low, high] = [0, this.#functions.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#functions[middle]!.address <= pc) low = middle;
      else high = middle;
    }
    return this.#functions[low]?.compiled.symbol;
  }
}

function shares(looks: ReadonlyMap<string, number>): readonly FunctionShare[] {
  const total = [...looks.values()].reduce((sum, each) => sum + each, 0);
  return [...looks].sort(([, a], [, b]) => b - a).slice(0, functionsKept).map(([symbol, count]) => {
    const behindFile = symbol.indexOf("#");
    return { name: symbol.slice(behindFile + 1), file: symbol.slice(0, Math.max(behindFile, 0)), percent: Math.round((100 * count) / total) };
  }).filter(({ percent }) => percent > 0);
}
