/* Floating point: the sun and four planets pull at each other, in doubles. What each step does is IEEE 754's addition,
   multiplication, division and square root, so that every machine comes to the same bits. */
#include "../guests/program.h"

#define BODIES 5
#define STEPS 1000

struct body {
  double x, y, z, vx, vy, vz, mass;
};

/* Roughly the sun, Jupiter, Saturn, Uranus and Neptune: astronomical units, days and masses of the sun. */
static const struct body beginning[BODIES] = {
  {  0.00,   0.00,  0.00,  0.0000,  0.0000,  0.0000, 1.0     },
  {  4.84,  -1.16, -0.10,  0.0017,  0.0077, -0.0001, 9.5e-4  },
  {  8.34,   4.12, -0.40, -0.0028,  0.0050,  0.0000, 2.9e-4  },
  { 12.89, -15.11, -0.22,  0.0030,  0.0024, -0.0000, 4.4e-5  },
  { 15.38, -25.92,  0.18,  0.0027,  0.0016, -0.0001, 5.2e-5  },
};

static struct body bodies[BODIES];

static void pull(struct body *a, struct body *b, double days) {
  const double gravity = 2.959e-4;
  double dx = a->x - b->x, dy = a->y - b->y, dz = a->z - b->z;
  double squared = dx * dx + dy * dy + dz * dz;
  double strength = gravity * days / (squared * __builtin_sqrt(squared));
  a->vx -= dx * b->mass * strength;
  a->vy -= dy * b->mass * strength;
  a->vz -= dz * b->mass * strength;
  b->vx += dx * a->mass * strength;
  b->vy += dy * a->mass * strength;
  b->vz += dz * a->mass * strength;
}

static void step(double days) {
  for (int i = 0; i < BODIES; i++) {
    for (int j = i + 1; j < BODIES; j++) pull(&bodies[i], &bodies[j], days);
  }
  for (int i = 0; i < BODIES; i++) {
    bodies[i].x += bodies[i].vx * days;
    bodies[i].y += bodies[i].vy * days;
    bodies[i].z += bodies[i].vz * days;
  }
}

static u32 bits_of(double value) {
  union { double value; u64 bits; } both = { value };
  return (u32)(both.bits ^ (both.bits >> 32));
}

u32 run(u32 rounds) {
  u32 sum = 0;
  for (int i = 0; i < BODIES; i++) bodies[i] = beginning[i];
  for (u32 round = 0; round < rounds; round++) {
    for (int i = 0; i < STEPS; i++) step(1.0);
    for (int i = 0; i < BODIES; i++) sum = sum * 31 + (bits_of(bodies[i].x) ^ bits_of(bodies[i].vy));
  }
  return sum;
}
