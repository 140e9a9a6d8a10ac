// indexOf, includes, startsWith, endsWith, with and without a place to start from.
export function start(): void {
  const s = "abracadabra";
  for (const what of ["", "a", "abra", "bra", "cad", "x", "abracadabra", "abracadabraa"]) {
    console.log(`${what}: ${s.indexOf(what)} ${s.indexOf(what, 1)} ${s.indexOf(what, 8)} ${s.indexOf(what, -5)} ${s.indexOf(what, 100)}`);
    console.log(`  ${s.includes(what)} ${s.includes(what, 4)} ${s.startsWith(what)} ${s.startsWith(what, 7)} ${s.endsWith(what)} ${s.endsWith(what, 4)}`);
  }
}
