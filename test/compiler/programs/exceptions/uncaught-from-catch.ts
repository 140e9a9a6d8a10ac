// An exception from a catch is uncaught too.
export function start(): void {
  try {
    throw new Error("first");
  } catch (e) {
    if (e instanceof Error) throw new Error(`second after ${e.message}`);
  } finally {
    console.log("finally");
  }
}
