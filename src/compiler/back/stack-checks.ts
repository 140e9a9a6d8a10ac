// Which functions need not look whether the stack has room for them. Who looks, looks at where it
// ends less a reserve; so as long as calls come soon to a function that looks again, or to an end,
// they may be made without looking.
//
//   reserve   | what a panic wants | a frame that is taken first | UNCHECKED |
//             ^ the stack's end                                              ^ X18
//
// 1. From a function that looks, all calls that follow and do not look take UNCHECKED bytes at
//    most, whichever way they go. So in a recursion somebody looks.
// 2. Who calls what is not known looks.

/** Bytes of stack, a quarter of the least reserve that there is: the stack of exceptions'. */
const UNCHECKED = 1024;

export interface StackUse {
  readonly symbol: string;
  readonly frameBytes: number;
  readonly calls: readonly string[];
  /** It calls what is in a register, or what is not compiled. */
  readonly callsUnknown: boolean;
}

/** The symbols of those that need not look. */
export function uncheckedFunctions(functions: readonly StackUse[]): ReadonlySet<string> {
  const uses = new Map(functions.map((each) => [each.symbol, each]));
  /** What each takes until somebody looks; of who looks, nothing. */
  const depths = new Map<string, number>();
  const open = new Set<string>();
  const depthOf = (use: StackUse): number => {
    const known = depths.get(use.symbol);
    if (known !== undefined) return known;
    if (open.has(use.symbol)) return Infinity;
    open.add(use.symbol);
    const below = use.calls.map((each) => uses.get(each)).map((each) =>
      (each === undefined ? 0 : depthOf(each)));
    const depth = use.frameBytes + Math.max(0, ...below);
    const isChecked = use.callsUnknown || depth > UNCHECKED;
    depths.set(use.symbol, isChecked ? 0 : depth);
    return isChecked ? 0 : depth;
  };
  return new Set(functions.filter((each) => depthOf(each) > 0).map(({ symbol }) => symbol));
}
