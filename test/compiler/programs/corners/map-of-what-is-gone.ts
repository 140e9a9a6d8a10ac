// map comes to an element that is not there any more: JavaScript has undefined, no value of ours.
export function start(): void {
  const names = ["a", "b", "c", "d"];
  console.log("before");
  try {
    const found =
      names.map((each) => { names.pop(); return each; });
    console.log(`${found === names}`);
  } finally {
    console.log("finally");
  }
}
