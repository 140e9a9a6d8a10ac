// Type parameters that must have something.
interface Keyed { readonly key: string }
class User implements Keyed { readonly key: string; age = 30; constructor(key: string) { this.key = key; } }
class Group implements Keyed { readonly key = "group"; members = 2; }

function keys<T extends Keyed>(all: readonly T[]): string {
  return all.map((each) => each.key).join(",");
}

function oldest<T extends User>(all: readonly T[]): T {
  let best = all[0]!;
  for (const each of all) if (each.age > best.age) best = each;
  return best;
}

export function start(): void {
  const users = [new User("ann"), new User("bob")];
  users[1]!.age = 31;
  console.log(`${keys(users)} ${keys([new Group()])} ${oldest(users).key}`);
}
