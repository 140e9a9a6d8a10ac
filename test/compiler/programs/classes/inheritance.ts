// Three classes, what they override and what they call above.
class Animal {
  readonly name: string;
  legs = 4;

  constructor(name: string) {
    this.name = name;
  }

  sound(): string {
    return "...";
  }

  describe(): string {
    return `${this.name} says ${this.sound()} on ${this.legs} legs`;
  }
}

class Dog extends Animal {
  override sound(): string {
    return "woof";
  }
}

class Puppy extends Dog {
  age: number;

  constructor(name: string, age: number) {
    super(`little ${name}`);
    this.age = age;
    this.legs = 4 + age;
  }

  override sound(): string {
    return `${super.sound()}?`;
  }

  override describe(): string {
    return `${super.describe()} at ${this.age}`;
  }
}

export function start(): void {
  const all: Animal[] = [new Animal("it"), new Dog("Rex"), new Puppy("Max", 1)];
  for (const each of all) console.log(each.describe());
}
