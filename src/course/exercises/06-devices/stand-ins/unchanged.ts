// Some parts must leave what they are given as it is: it is the machine's own state. What a part has done to its arguments,
// its answer does not show; this looks, and throws where they have changed.

export const unchanged = <Arguments extends readonly unknown[], Answer>(part: (...args: Arguments) => Answer) =>
  (...args: Arguments): Answer => {
    const before = JSON.stringify(args);
    const answer = part(...args);
    if (JSON.stringify(args) !== before) throw new Error("it has changed what it was given, and that must stay as it is");
    return answer;
  };
