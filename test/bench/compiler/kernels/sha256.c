#include "kernel.h"
static const u32 K[64] = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};
static u8 bytes[65536];
static u32 w[64], state[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
static inline u32 rotate(u32 x, int n) { return (x >> n) | (x << (32 - n)); }
__attribute__((noinline)) static void block(u32 *s, const u32 *k, u32 *m, const u8 *p, long at) {
  for (long t = 0; t < 16; t++) {
    long i = at + 4 * t;
    m[t] = ((u32)p[i] << 24) | ((u32)p[i + 1] << 16) | ((u32)p[i + 2] << 8) | p[i + 3];
  }
  for (long t = 16; t < 64; t++) {
    u32 x = m[t - 15], y = m[t - 2];
    u32 s0 = rotate(x, 7) ^ rotate(x, 18) ^ (x >> 3);
    u32 s1 = rotate(y, 17) ^ rotate(y, 19) ^ (y >> 10);
    m[t] = m[t - 16] + s0 + m[t - 7] + s1;
  }
  u32 a = s[0], b = s[1], c = s[2], d = s[3], e = s[4], f = s[5], g = s[6], h = s[7];
  for (long t = 0; t < 64; t++) {
    u32 s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    u32 choice = (e & f) ^ (~e & g);
    u32 one = h + s1 + choice + k[t] + m[t];
    u32 s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    u32 majority = (a & b) ^ (a & c) ^ (b & c);
    u32 two = s0 + majority;
    h = g; g = f; f = e; e = d + one; d = c; c = b; b = a; a = one + two;
  }
  s[0] += a; s[1] += b; s[2] += c; s[3] += d; s[4] += e; s[5] += f; s[6] += g; s[7] += h;
}
void start(void) {
  for (long i = 0; i < 65536; i++) bytes[i] = (u8)(i * 11 + 5);
  for (long at = 0; at < 65536; at += 64) block(state, K, w, bytes, at);
  print(state[0] ^ state[7]);
}
