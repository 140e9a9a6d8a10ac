import { expect } from "chai";
import { Batch } from "../../../../src/site/widgets/terminal/batch";

describe("Batch", () => {
  function batchWith(): { batch: Batch; taken: string[]; turn: () => void; waiting: () => number } {
    const taken: string[] = [];
    let tasks: (() => void)[] = [];
    const batch = new Batch((bytes) => taken.push(new TextDecoder().decode(bytes)), (task) => {
      tasks.push(task);
      return () => { tasks = tasks.filter((each) => each !== task); };
    });
    return { batch, taken, turn: () => { for (const task of tasks.splice(0)) task(); }, waiting: () => tasks.length };
  }
  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

  it("hands on all that came before the turn as one piece", () => {
    const { batch, taken, turn, waiting } = batchWith();
    for (const text of ["a", "", "bc", "d"]) batch.add(bytes(text));
    expect([waiting(), taken]).to.deep.equal([1, []]);
    turn();
    expect([waiting(), taken]).to.deep.equal([0, ["abcd"]]);
  });

  it("waits for another turn for what comes behind it", () => {
    const { batch, taken, turn } = batchWith();
    batch.add(bytes("one"));
    turn();
    batch.add(bytes("two"));
    turn();
    expect(taken).to.deep.equal(["one", "two"]);
  });

  it("forgets what it has, and asks for no turn", () => {
    const { batch, taken, turn, waiting } = batchWith();
    batch.add(bytes("old"));
    batch.clear();
    expect(waiting()).to.equal(0);
    batch.add(bytes("new"));
    turn();
    expect(taken).to.deep.equal(["new"]);
  });
});
