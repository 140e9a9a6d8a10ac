/**
 * What the compiler has made of a program, as a figure shows it: the program's own functions, a row an operation or an
 * instruction, each with the line of the source that it comes from. Plain data: it comes from a Worker, or with the page.
 */
import type { Built } from "../../../compiler/build";
import type { IrFunction } from "../../../compiler/ir/function";
import { printFunction } from "../../../compiler/ir/print";
import type { PlacedFunction } from "../../../compiler/link/linked";
import { functionListing } from "../../../compiler/link/listing";
import { type Decoder, standardDecoder } from "../../../machine/decoder/decoder";

export interface Row {
  readonly text: string;
  /** Of the program's text, from 1; absent where a row comes from none of its lines. */
  readonly line?: number;
  /** Of an instruction. */
  readonly address?: string;
}

export interface FunctionView {
  readonly name: string;
  readonly ir: readonly Row[];
  readonly assembly: readonly Row[];
}

export interface CompiledView {
  /** In the order of the program's text. */
  readonly functions: readonly FunctionView[];
  /** Bytes of the program's own code and data. */
  readonly ownBytes: number;
  /** What is in the image besides: functions of the runtime, and the bytes of their code and data. */
  readonly runtimeFunctions: number;
  readonly runtimeBytes: number;
  readonly imageBytes: number;
}

/** `path` is the program's own module: what comes from another is the runtime. */
export function compiledView({ optimized, linked, sizes }: Built, path: string): CompiledView {
  const decoder = standardDecoder();
  const names = new Map(linked.functions.map(({ address, compiled }) => [address, compiled.symbol]));
  const isOwn = ({ compiled }: PlacedFunction): boolean => compiled.symbol.startsWith(`${path}#`);
  const ir = new Map(optimized.functions.map((each) => [each.symbol, each]));
  const lineOf = ({ compiled }: PlacedFunction): number => ir.get(compiled.symbol)?.at.line ?? 0;
  const own = linked.functions.filter(isOwn).sort((a, b) => lineOf(a) - lineOf(b));
  const bytes = (isMine: boolean): number => sizes.modules.filter(({ module }) => (module === path) === isMine).reduce((sum, { code, data }) => sum + code + data, 0);
  return {
    functions: own.map((placed) => ({
      name: placed.compiled.title,
      ir: irRows(ir.get(placed.compiled.symbol), path),
      assembly: assemblyRows(placed, path, decoder, names),
    })),
    ownBytes: bytes(true),
    runtimeFunctions: linked.functions.length - own.length,
    runtimeBytes: bytes(false),
    imageBytes: sizes.imageBytes,
  };
}

/** The printed function, each line with its place. */
export function irRows(ir: IrFunction | undefined, path: string): Row[] {
  if (ir === undefined) return [];
  const places = [ir.at, ...ir.blocks.flatMap(({ instructions, terminator }) => [undefined, ...instructions.map(({ at }) => at), terminator?.at])];
  return printFunction(ir).trimEnd().split("\n").map((text, i) => {
    const at = places[i];
    return rowOf(text, at?.file === path ? at.line : undefined, path);
  });
}

function assemblyRows(placed: PlacedFunction, path: string, decoder: Decoder, names: ReadonlyMap<bigint, string>): Row[] {
  const [, ...rows] = functionListing(placed, decoder, names).trimEnd().split("\n");
  const lineAt = (offset: number): number | undefined => {
    const at = placed.compiled.lines.findLast((each) => each.offset <= offset)?.at;
    return at?.file === path ? at.line : undefined;
  };
  return rows.map((row, i) => {
    const [, address = "", text = row] = /^\s*([0-9a-f]+)\s+(.*?)(?:\s+\/\/ .*)?$/.exec(row) ?? [];
    // Where a name is known, the address says no more.
    return { ...rowOf(text.replace(/0x[0-9a-f]+ <(.+)>$/, "$1"), lineAt(4 * i), path), address };
  });
}

const rowOf = (text: string, line: number | undefined, path: string): Row =>
  ({ text: shortNames(text, path), ...(line !== undefined && { line }) });

/** A column is narrow: `fib` for the program's own "main.ts#fib", `console#log` for the runtime's. */
const shortNames = (text: string, path: string): string =>
  text.replaceAll(`${path}#`, "").replace(/src\/(?:unikernel\/runtime\/|unikernel\/metal\/|compiler\/)?([\w-]+)\.ts#/g, "$1#");
