// Error, as programs know it.

export class KernelError {
  readonly message: string;

  constructor(message = "") {
    this.message = message;
  }
}
