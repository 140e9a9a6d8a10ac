// What the front end says of a program that it cannot compile.

import { UserFault } from "../../base/fault";
import type ts from "typescript";
import type { Place } from "../ir/function";

export interface FrontRefusal {
  readonly at: Place;
  /** What is wrong, and what to write instead. */
  readonly text: string;
}

const lineOf = ({ at, text }: FrontRefusal): string =>
  `${at.file}:${at.line}:${at.column}: ${text}`;

/** All that is refused in a program, a line each. */
export class CompileFault extends UserFault {
  override readonly name: string = "CompileFault";
  readonly refusals: readonly FrontRefusal[];

  constructor(refusals: readonly FrontRefusal[]) {
    super(refusals.map(lineOf).join("\n"));
    this.refusals = refusals;
  }
}

export function placeOf(node: ts.Node): Place {
  const file = node.getSourceFile();
  const { line, character } = file.getLineAndCharacterOfPosition(node.getStart(file));
  return { file: file.fileName, line: line + 1, column: character + 1 };
}

/** Gives up on the function that is being lowered: the text says what is wrong. */
export function refuse(node: ts.Node, text: string): never {
  throw new CompileFault([{ at: placeOf(node), text }]);
}
