#include "kernel.h"
static long fib(long n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
void start(void) { print(fib(27)); }
