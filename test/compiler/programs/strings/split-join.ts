// split and join are each other's opposite.
export function start(): void {
  for (const s of ["a,b,c", "", ",", ",,", "a", "a,,b,"]) {
    const parts = s.split(",");
    console.log(`${parts.length} [${parts.join("|")}] ${parts.join(",") === s}`);
  }
  console.log("one--two--three".split("--").map((w) => w.length.toString()).join());
  console.log("abc".split("").join(" ") + " " + "aXbXc".split("X").reverse().join("X"));
  const empty: string[] = [];
  console.log(`[${empty.join("-")}] [${["x"].join("-")}] [${["", ""].join("-")}]`);
}
