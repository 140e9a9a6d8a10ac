// findIndex comes to an element that is not there any more: JavaScript has undefined, no value of ours.
export function start(): void {
  const names = ["a", "b", "c", "d"];
  console.log("before");
  try {
    const found =
      names.findIndex((each) => { names.pop(); return each === "d"; });
    console.log(`${found === 0}`);
  } finally {
    console.log("finally");
  }
}
