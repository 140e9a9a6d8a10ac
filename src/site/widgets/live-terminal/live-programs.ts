/** The programs that a small machine in the page runs: the chapters' own files. */
import { bug } from "../../../base/bug";
import exceptions from "@site/chapters/05-exceptions/files/exceptions.s";
import echo from "@site/chapters/06-devices/files/echo.s";
import four from "@site/chapters/06-devices/files/four.s";
import hello from "@site/chapters/06-devices/files/hello.s";
import tick from "@site/chapters/06-devices/files/tick.s";

export interface LiveProgram {
  readonly name: string;
  readonly title: string;
  /** In the repository: `o2p boot` runs the same file. */
  readonly file: string;
  readonly source: string;
  readonly cpus: number;
  /** One line: what to try. */
  readonly tells: string;
}

export const livePrograms: readonly LiveProgram[] = [
  { name: "hello", title: "Hello, bus", file: "chapters/06-devices/files/hello.s", source: hello, cpus: 1, tells: "Change the text, and boot it again. Then leave out the two lines that wait for room." },
  { name: "echo", title: "A console that sleeps", file: "chapters/06-devices/files/echo.s", source: echo, cpus: 1, tells: "Type into the terminal, and watch how few instructions a key costs. Then leave out the write to GICC_EOIR." },
  { name: "tick", title: "A clock", file: "chapters/06-devices/files/tick.s", source: tick, cpus: 1, tells: "Watch it sleep between two ticks. Then have the handler leave the timer as it is: its line stays high." },
  { name: "four", title: "Four CPUs", file: "chapters/06-devices/files/four.s", source: four, cpus: 4, tells: "Follow the message around. Then send it to two CPUs at a time." },
  { name: "exceptions", title: "Every exception", file: "chapters/05-exceptions/files/exceptions.s", source: exceptions, cpus: 1, tells: "Chapter 5's program: each line is an exception, where it came to, and what it left." },
];

export const liveProgram = (name: string): LiveProgram => livePrograms.find((program) => program.name === name) ?? bug(`there is no program "${name}"`);
