// A trap passes catch and finally by.
export function start(): void {
  const a = [1];
  try {
    try {
      console.log("in");
      console.log(`${a[1]!}`);
    } catch {
      console.log("never");
    } finally {
      console.log("never");
    }
  } catch (e) {
    if (e instanceof Error) console.log(e.message);
  }
  console.log("never");
}
