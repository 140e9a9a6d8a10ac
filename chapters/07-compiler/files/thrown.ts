class NoSuchPage extends Error {
  readonly page: number;

  constructor(page: number) {
    super(`there is no page ${page}`);
    this.page = page;
  }
}

interface Reader {
  read(page: number): string;
}

class Book implements Reader {
  readonly pages: readonly string[];

  constructor(pages: readonly string[]) {
    this.pages = pages;
  }

  read(page: number): string {
    if (page >= this.pages.length) throw new NoSuchPage(page);
    return this.pages[page]!;
  }
}

function tell(reader: Reader, page: number): string {
  return `${page}: ${reader.read(page)}`;
}

function tryToTell(reader: Reader, page: number): string {
  try {
    return tell(reader, page);
  } catch (fault) {
    if (fault instanceof NoSuchPage) return `(${fault.message})`;
    throw fault;
  }
}

export function start(): void {
  const book = new Book(["It was a dark night", "and a stormy one"]);
  for (let page = 0; page < 3; page++) console.log(tryToTell(book, page));
  [1, 2].forEach((page) => { console.log(tell(book, page)); });
}
