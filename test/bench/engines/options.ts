// What npm run bench:engines can be told.

import { Command, InvalidArgumentError } from "commander";
import { UserFault } from "../../../src/base/fault";
import type { Engine } from "./machines";
import { DEBIAN, NAMES } from "./programs";

export interface Options {
  /** What to measure, of NAMES. */
  readonly names: readonly string[];
  /** Which of ours is held against the others. */
  readonly engine: Engine;
  readonly hasV86: boolean;
  /** Where the figures go, as JSON. */
  readonly json?: string;
}

interface Told {
  readonly only?: readonly string[];
  readonly engine: Engine;
  readonly withoutV86?: true;
  readonly withoutDebian?: true;
  readonly json?: string;
}

const ENGINES: readonly Engine[] = ["jit", "interpreter"];

/** `args` is what stands behind the command's name. */
export function parseOptions(args: readonly string[]): Options {
  const command = new Command("bench:engines")
    .description("Eight programs, cold code and Debian's Linux by our engines, QEMU and v86: times, and their ratios.")
    .option("--only <name>", `measure this alone, of ${NAMES.join(", ")}; may be repeated`, nameArgument)
    .option("--without-v86", "leave v86 out")
    .option("--without-debian", "leave Debian's Linux out")
    .option("--engine <engine>", `which of ours is compared, ${ENGINES.join(" or ")}`, engineArgument, "jit")
    .option("--json <file>", "write the figures to FILE, too")
    .allowExcessArguments(false)
    .configureOutput({ writeErr: () => undefined })
    .exitOverride((error) => {
      if (error.exitCode !== 0) throw new UserFault(error.message.replace(/^error: /, ""));
      process.exit(); // It was asked for help.
    });
  const { only = NAMES, withoutV86, withoutDebian, engine, json } = command.parse(args, { from: "user" }).opts<Told>();
  const names = NAMES.filter((name) => only.includes(name));
  return {
    names: names.filter((name) => name !== DEBIAN || withoutDebian !== true),
    engine, hasV86: withoutV86 !== true, ...(json !== undefined && { json }),
  };
}

function nameArgument(value: string, values: readonly string[] = []): readonly string[] {
  if (!NAMES.includes(value)) throw new InvalidArgumentError(`Give one of ${NAMES.join(", ")}.`);
  return [...values, value];
}

function engineArgument(text: string): Engine {
  const engine = ENGINES.find((each) => each === text);
  if (engine === undefined) throw new InvalidArgumentError(`Give ${ENGINES.join(" or ")}.`);
  return engine;
}
