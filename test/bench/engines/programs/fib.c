/* Calls: Fibonacci's numbers by their definition, each the sum of the two before it. */
#include "../guests/program.h"

#define N 24

__attribute__((noinline)) static u32 fib(u32 n) {
  return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

u32 run(u32 rounds) {
  u32 sum = 0;
  for (u32 round = 0; round < rounds; round++) sum = sum * 31 + fib(N + (round & 1));
  return sum;
}
