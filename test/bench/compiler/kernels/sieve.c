#include "kernel.h"
static u8 composite[500000];
__attribute__((noinline)) static long primes_below(long limit) {
  long count = 0;
  for (long n = 2; n < limit; n++) {
    if (composite[n]) continue;
    count++;
    for (long multiple = n + n; multiple < limit; multiple += n) composite[multiple] = 1;
  }
  return count;
}
void start(void) { print(primes_below(500000)); }
