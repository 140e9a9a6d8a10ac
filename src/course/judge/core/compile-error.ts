// TypeScript's diagnostics as lines for a student: where, what, and the code to look it up by.

import type * as ts from "typescript";
import { flattenDiagnosticMessageText } from "typescript";

const MAX_ERROR_LENGTH = 400;

/** TypeScript's codes for an export that is not there, in a file that is a module or is none. */
const NO_EXPORT = new Set([2305, 2306, 2459, 2724]);

/** What is wrong with an export that the type-check of its use found wrong. */
export function exportMessage(diagnostic: ts.Diagnostic, entry: string, { name, type }: { readonly name: string; readonly type: string }): string {
  const text = flattenDiagnosticMessageText(diagnostic.messageText, " ");
  const isMissing = NO_EXPORT.has(diagnostic.code);
  return cut(isMissing
    ? `${shortName(entry)}: must export ${name}, of type ${type}`
    : `${shortName(entry)}: the export ${name} must have the type ${type}: ${text} (TS${diagnostic.code})`);
}

/** TypeScript's codes for a module that it cannot find; for Node's own it asks for an installation. */
const NO_MODULE = new Set([2307, 2591, 2792]);

export function messageOf({ file, start, length, messageText, code }: ts.Diagnostic): string {
  const text = flattenDiagnosticMessageText(messageText, " ");
  if (file === undefined || start === undefined) return cut(`${text} (TS${code})`);
  const { line, character } = file.getLineAndCharacterOfPosition(start);
  const named = file.text.slice(start, start + (length ?? 0));
  const said = NO_MODULE.has(code) && /^["']/.test(named)
    ? `cannot import ${named}: there are base, formats, earlier chapters, your own files, and the interface's types`
    : `${text} (TS${code})`;
  return cut(`${nameOf(file)}:${line + 1}:${character + 1}: ${said}`);
}

const cut = (text: string): string => (text.length > MAX_ERROR_LENGTH ? `${text.slice(0, MAX_ERROR_LENGTH)}...` : text);

/** "01-decoder/field.ts": a student knows the file by its name below work/. */
const shortName = (path: string): string => path.replace(/^work\//, "");

/** The name of `file` in messages. */
export const nameOf = (file: ts.SourceFile): string => shortName(file.fileName);
