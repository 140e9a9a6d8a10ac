// Strings are references too: string | null.
function prefix(text: string, separator: string): string | null {
  const at = text.indexOf(separator);
  return at < 0 ? null : text.slice(0, at);
}

export function start(): void {
  for (const text of ["key=value", "=", "none", ""]) {
    const found = prefix(text, "=");
    console.log(found === null ? `no prefix in [${text}]` : `[${found}] ${found.length}`);
  }
  console.log(`${prefix("a:b", ":") ?? "?"} ${prefix("ab", ":") ?? "?"} ${prefix("ab", ":")?.length ?? -1}`);
}
