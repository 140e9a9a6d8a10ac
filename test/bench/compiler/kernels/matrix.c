#include "kernel.h"
#define N 64
static s32 a[N * N], b[N * N], product[N * N];
__attribute__((noinline)) static void multiply(const s32 *x, const s32 *y, s32 *p) {
  for (long row = 0; row < N; row++)
    for (long column = 0; column < N; column++) {
      u32 sum = 0;
      for (long k = 0; k < N; k++) sum += (u32)x[row * N + k] * (u32)y[k * N + column];
      p[row * N + column] = (s32)sum;
    }
}
void start(void) {
  for (long i = 0; i < N * N; i++) {
    a[i] = (s32)(i * 7 % 101);
    b[i] = (s32)(i * 13 % 97);
  }
  for (int round = 0; round < 3; round++) {
    multiply(a, b, product);
    for (long i = 0; i < N * N; i++) a[i] = product[i] & 0xff;
  }
  u32 sum = 0;
  for (long i = 0; i < N * N; i++) sum = sum * 31 + (u32)product[i];
  print(sum);
}
