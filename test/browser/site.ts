/**
 * The built site in a browser, for tests: serves build/ (or SITE_BUILD) as a static host would, and drives
 * Chromium.
 */
import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import path from "node:path";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { bug } from "../../src/base/bug";
import { UserFault } from "../../src/base/fault";

const build = path.resolve(process.env["SITE_BUILD"] ?? path.join(__dirname, "../../build"));
const flags = ["--no-sandbox", "--headless", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml",
  ".json": "application/json", ".woff2": "font/woff2",
};

export const phone = { width: 390, height: 844 } as const;

function fileFor(address: string): string | undefined {
  const wanted = path.join(build, decodeURIComponent(address));
  const file = existsSync(wanted) && statSync(wanted).isDirectory() ? path.join(wanted, "index.html") : wanted;
  return file.startsWith(build) && existsSync(file) ? file : undefined;
}

export class Site {
  readonly #server: Server;
  readonly #browser: Browser;
  /** Requests that left this machine: there must be none. */
  readonly strangers: string[] = [];
  /** What the pages complained of, in console or by throwing. */
  readonly complaints: string[] = [];

  private constructor(server: Server, browser: Browser) {
    this.#server = server;
    this.#browser = browser;
  }

  static async open(): Promise<Site> {
    if (!existsSync(path.join(build, "index.html"))) throw new UserFault(`there is no site in ${path.relative(process.cwd(), build)}: run npm run build first`);
    const server = createServer((request, response) => {
      const file = fileFor(new URL(request.url ?? "/", "http://site").pathname);
      response.writeHead(file ? 200 : 404, { "content-type": types[path.extname(file ?? "404.html")] ?? "application/octet-stream" });
      response.end(readFileSync(file ?? path.join(build, "404.html")));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const browser = await chromium.launch({ executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: flags });
    return new Site(server, browser);
  }

  get origin(): string {
    const address = this.#server.address();
    return address === null || typeof address === "string" ? bug("the server has no port") : `http://127.0.0.1:${(address as AddressInfo).port}`;
  }

  /**
   * A page of its own, with empty storage, at rest: its script has taken over what the build rendered. The pages of
   * earlier tests are closed: the machines in them would go on computing.
   */
  async page(address: string, options: BrowserContextOptions = {}): Promise<Page> {
    await Promise.all(this.#browser.contexts().map((context) => context.close()));
    const context = await this.#browser.newContext({ viewport: { width: 1440, height: 900 }, reducedMotion: "reduce", ...options });
    const page = await context.newPage();
    page.on("request", (request) => {
      if (/^https?:/.test(request.url()) && !request.url().startsWith(this.origin)) this.strangers.push(request.url());
    });
    page.on("console", (message) => {
      if (message.type() === "error") this.complaints.push(`${address}: ${message.text()}`);
    });
    page.on("pageerror", (fault) => this.complaints.push(`${address}: ${fault.message}`));
    await page.goto(this.origin + address);
    if (options.javaScriptEnabled !== false) await Site.#atRest(page);
    return page;
  }

  /** The script has come, and behind it the figures that come in pieces of their own: until then their place is empty. */
  static async #atRest(page: Page): Promise<void> {
    await page.waitForSelector("html[data-has-hydrated='true']");
    await page.waitForFunction(() => {
      const isComing = [...document.querySelectorAll("p.label")].some((label) => label.textContent === "Reading the tables");
      return !isComing && document.querySelector(".figure:empty, .machine:empty") === null;
    });
  }

  async close(): Promise<void> {
    await this.#browser.close();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}
