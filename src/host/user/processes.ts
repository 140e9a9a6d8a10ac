// All processes: how they come, become another program, and go.
//
// 1. A process that has ended stays until its parent has waited for it; then nothing knows it.
// 2. Processes without a parent are the first one's children. When the first one ends, all have ended.

import { UserFault } from "../../base/fault";
import { SP } from "../../machine/cpu/layout";
import { refuse } from "./errors";
import { Description, FileTable } from "./file-table";
import type { OpenFile } from "./files";
import { O_RDWR } from "./files";
import { load } from "./loader";
import { AT_FDCWD, pathAt } from "./path-at";
import { type Ending, type Image, Process } from "./process";
import { copyRegisters, emptyRegisters, type Registers, setPc } from "./registers";
import type { Resources } from "./resources";
import { signalNumber } from "./signals";
import { makeStack } from "./stack";
import { latin1, UserMemory } from "./user-memory";

const FIRST_PID = 100;
/** How many interpreters may stand in front of a script. */
const MOST_INTERPRETERS = 4;

/** A program's name and what it is given, as execve has them. */
export interface Command {
  readonly path: string;
  readonly args: readonly string[];
  readonly env: readonly string[];
}

export class Processes {
  readonly #all = new Map<number, Process>();
  #nextPid = FIRST_PID;
  #nextInode = 1000n;

  get all(): readonly Process[] {
    return [...this.#all.values()];
  }

  get first(): Process {
    return this.#all.get(FIRST_PID)!;
  }

  find(pid: number): Process | undefined {
    return this.#all.get(pid);
  }

  /** The first process. Throws a UserFault if the program cannot be loaded. */
  start(resources: Resources, command: Command, cwd: string, standard: readonly OpenFile[]): Process {
    const { image, registers } = imageOf(resources, command);
    const files = new FileTable();
    for (const file of standard) files.add(new Description(file, O_RDWR));
    return this.#add(new Process({ pid: this.#nextPid, registers, image, files, cwd }));
  }

  /** `sharing`: on the parent's own memory, and the parent waits (CLONE_VM with CLONE_VFORK). */
  fork(resources: Resources, parent: Process, sharing: boolean, stack: bigint): Process {
    const { path, args, brkStart } = parent.image;
    const memory = sharing ? parent.memory : new UserMemory(parent.space.fork(), resources.frames);
    const registers = copyRegisters(parent.registers);
    registers.x[0] = 0n;
    if (stack !== 0n) registers.x[SP] = stack;
    const child = this.#add(new Process({
      pid: this.#nextPid, parent, registers, image: { path, args, memory, brkStart }, files: parent.files.fork(),
      cwd: parent.cwd, signals: parent.signals.fork(),
    }));
    child.brk = parent.brk;
    child.umask = parent.umask;
    if (sharing) parent.lentTo = child;
    return child;
  }

  /** The process becomes another program. What refuses leaves it as it was. */
  exec(resources: Resources, process: Process, command: Command): void {
    const { image, registers } = loadable(() => imageOf(resources, scriptCommand(resources, process, command)));
    this.#leaveMemory(process);
    process.image = image;
    process.brk = image.brkStart;
    process.clearAtEnd = 0n;
    process.signals.exec();
    process.files.closeAll(({ closesOnExec }) => closesOnExec);
    process.registers.x.set(registers.x);
    process.registers.v.set(registers.v);
    process.registers.scalars.set(registers.scalars);
  }

  end(process: Process, ending: Ending): void {
    process.ending = ending;
    process.files.closeAll();
    this.#leaveMemory(process);
    for (const child of this.all) {
      if (child.parent === process && process !== this.first) child.parent = this.first;
    }
    process.parent?.signals.send(signalNumber("SIGCHLD"));
  }

  /** A number for something that has no file: a pipe. */
  takeInode(): bigint {
    return this.#nextInode++;
  }

  /** Its parent has heard how it ended. */
  forget(process: Process): void {
    this.#all.delete(process.pid);
  }

  #add(process: Process): Process {
    this.#all.set(process.pid, process);
    this.#nextPid++;
    return process;
  }

  /** Borrowed memory goes back to its owner, own memory to the frames. */
  #leaveMemory(process: Process): void {
    const lender = this.all.find(({ lentTo }) => lentTo === process);
    if (lender === undefined) process.space.release();
    else lender.lentTo = undefined;
  }
}

/** Inside a running program, what cannot be loaded is the caller's error. */
function loadable<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof UserFault) refuse("ENOEXEC");
    throw error;
  }
}

function imageOf(resources: Resources, { path, args, env }: Command): { image: Image; registers: Registers } {
  const loaded = load(resources.files.readAll(path), resources.files, resources.frames, resources.changed);
  try {
    const registers = emptyRegisters();
    registers.x[SP] = makeStack(loaded, { path, args, env, ...resources.identity, random: resources.random.take(16) });
    setPc(registers, loaded.entry);
    return { image: { path: resources.files.realPath(path), args, memory: loaded.memory, brkStart: loaded.brkStart }, registers };
  } catch (thrown) {
    loaded.memory.space.release();
    throw thrown;
  }
}

/** "#!interpreter argument": the interpreter is the program, and the script its argument. */
function scriptCommand({ files }: Resources, process: Process, command: Command): Command {
  let { path, args } = command;
  for (let i = 0; i <= MOST_INTERPRETERS; i++) {
    files.access(path, 1);
    const line = /^#![ \t]*([^\n]*)/.exec(latin1(files.readAll(path).subarray(0, 256)))?.[1]?.trim();
    if (line === undefined) return { ...command, path, args };
    const [, interpreter, argument] = /^(\S+)\s*(.*)$/.exec(line) ?? refuse("ENOEXEC");
    args = [interpreter!, ...(argument === "" ? [] : [argument!]), path, ...args.slice(1)];
    path = pathAt(process, AT_FDCWD, interpreter!);
  }
  return refuse("ELOOP");
}
