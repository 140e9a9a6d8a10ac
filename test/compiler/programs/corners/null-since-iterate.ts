// An array that has become null, gone through; a method that is not there to be called.
class Queue {
  waiting: string[] | null = ["a", "b"];

  stop(): void {
    this.waiting = null;
  }
}

export function start(): void {
  const queue = new Queue();
  if (queue.waiting !== null) {
    for (const each of queue.waiting) console.log(each);
    queue.stop();
    for (const each of queue.waiting) console.log(each);
  }
}
