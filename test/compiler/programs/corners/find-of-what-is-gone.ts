// find comes to an element that is not there any more: JavaScript has undefined, no value of ours.
export function start(): void {
  const names = ["a", "b", "c", "d"];
  console.log("before");
  try {
    const found =
      names.find((each) => { names.pop(); return each === "d"; });
    console.log(`${found === "d"}`);
  } finally {
    console.log("finally");
  }
}
