// Who is compared with whom, and in which order: the same under Node, though nobody says so in the program.
export function start(): void {
  const names = ["Wirth", "Backus", "Hopper", "Iverson", "Kay", "Hoare"];
  names.sort((a, b) => {
    console.log(`${a} ${b}`);
    return a.length - b.length;
  });
  console.log(names.join(" "));
}
