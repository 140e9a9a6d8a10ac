// How fast our engines are beside QEMU and v86:
//
//   npm run bench:engines [-- OPTION...]     --help says which
//
// Eight programs, measured from within (guests/main.c) on each machine; cold code; Debian's Linux to its shell. All
// machines must come to the same checksums. Exit status: 1 if they do not.

import { writeFileSync } from "node:fs";
import { UserFault } from "../../../src/base/fault";
import { type Architecture, Workshop } from "./build";
import { debianTimes } from "./debian";
import { machine, type Machine, type MachineName } from "./machines";
import { Disagreement, measureCold, measureProgram } from "./measure";
import { type Options, parseOptions } from "./options";
import { COLD, DEBIAN, type Program, PROGRAMS } from "./programs";
import { coldLines, debianLine, type Figures, meanLines, Report } from "./report";

async function main(args: readonly string[]): Promise<void> {
  const options = parseOptions(args);
  const machines = machinesOf(options).map(machine);
  const compiled = options.names.filter((name) => name !== DEBIAN);
  const workshop = new Workshop();
  let figures: Figures;
  try {
    await compileAll(workshop, compiled, machines);
    figures = await measure(workshop, options, machines);
  } finally {
    workshop.remove();
  }
  if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(figures, null, 1)}\n`);
}

/** The interpreter is measured in any case. */
const machinesOf = ({ engine, hasV86 }: Options): readonly MachineName[] =>
  [...new Set<MachineName>([engine, "interpreter", "qemu", ...(hasV86 ? ["v86" as const] : [])])];

/** For both architectures at once: the large program takes gcc ten seconds for each. */
async function compileAll(workshop: Workshop, names: readonly string[], machines: readonly Machine[]): Promise<void> {
  const architectures = new Set<Architecture>(machines.map(({ architecture }) => architecture));
  for (const name of names) await Promise.all([...architectures].map((each) => workshop.compile(name, each)));
}

async function measure(workshop: Workshop, { names, engine }: Options, machines: readonly Machine[]): Promise<Figures> {
  const chosen = PROGRAMS.filter(({ name }) => names.includes(name));
  const report = new Report(engine, machines.map(({ name }) => name));
  const programs: Figures["programs"] = await inTurn(chosen, async (program: Program) => {
    const times = await measureProgram(workshop, program, machines);
    if (program === chosen[0]) console.log(report.heads);
    console.log(report.row(program, times));
    return { name: program.name, kind: program.kind, times };
  });
  for (const line of meanLines(engine, programs.map(({ times }) => times))) console.log(line);
  const cold = names.includes(COLD) ? await measureCold(workshop, machines.filter(({ name }) => name === engine || name !== "interpreter")) : [];
  for (const line of coldLines(cold)) console.log(line);
  const debian = names.includes(DEBIAN) ? await debianTimes(engine) : undefined;
  if (debian !== undefined) console.log(debianLine(engine, debian));
  return { engine, programs, cold, ...(debian && { debian }) };
}

async function inTurn<T, R>(all: readonly T[], work: (each: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const each of all) results.push(await work(each));
  return results;
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const isKnown = error instanceof UserFault || error instanceof Disagreement;
  console.error(isKnown ? `bench:engines: ${error.message}` : error);
  process.exitCode = error instanceof UserFault ? 2 : 1;
});
