// Elements and spreads from left to right; what is spread is read when its turn comes.
export function start(): void {
  const a = [1, 2];
  const grow = (): number => a.push(a.length + 1);
  console.log([...a, grow(), ...a, grow(), ...a].join());
  const trace: string[] = [];
  const t = (name: string): string[] => { trace.push(name); return [name, name]; };
  console.log(`${[...t("x"), ...t("y"), `${t("z").length}`].length} ${trace.join("")}`);
}
