// What stands in finally has the last word: return, continue, break, throw.
function overReturn(): number {
  for (;;) {
    try {
      return 1;
    } finally {
      break;
    }
  }
  return 3;
}

function overThrow(): number {
  try {
    throw new Error("lost");
  } finally {
    return 2;
  }
}

function kept(): number {
  let n = 1;
  try {
    return n;
  } finally {
    n = 2;
  }
}

export function start(): void {
  console.log(`${overReturn()} ${overThrow()} ${kept()}`);
  let rounds = 0;
  for (let i = 0; i < 3; i++) {
    try {
      throw new Error("each time");
    } finally {
      rounds++;
      continue;
    }
  }
  let trail = "";
  outer: for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) {
      try {
        if (j === 1) continue outer;
        trail += `${i}${j} `;
      } finally {
        trail += "f ";
      }
    }
  }
  console.log(`${rounds} ${trail}`);
}
