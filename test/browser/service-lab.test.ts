import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { pageWith } from "./page-with";
import { Site, phone } from "./site";

const compileMs = 90_000;

describe("ServiceLab", function () {
  this.timeout(2 * compileMs);
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(pageWith("<ServiceLab"), options);
    await figure(page).scrollIntoViewIfNeeded();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".service-lab").first();
  const press = (page: Page, name: string): Promise<void> => figure(page).getByRole("button", { name, exact: true }).click();
  const shows = (page: Page, text: string): Promise<unknown> =>
    page.waitForFunction((wanted) => (document.querySelector(".service-lab .xterm-rows")?.textContent ?? "").replace(/\u00a0/g, " ").includes(wanted), text, { timeout: compileMs });
  const standing = (page: Page, pattern: RegExp): Promise<unknown> =>
    page.waitForFunction((source) => new RegExp(source).test(document.querySelector(".service-standing")?.textContent ?? ""), pattern.source, { timeout: compileMs });
  async function type(page: Page, text: string): Promise<void> {
    await figure(page).locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText(text);
  }
  const serviceSaying = (text: string): string => `import "../boot/entry";\n\nexport function start(): void {\n  console.log(${text});\n}\n`;

  it("boots the service when it is seen, and again when asked to, without a compiler", async () => {
    const page = await open();
    await standing(page, /^(It has switched itself off|Asleep|Running)/);
    await press(page, "Boot");
    await standing(page, /^(It has switched itself off|Asleep|Running)/);
    expect(page.workers().length).to.equal(1);
  });

  it("compiles what is typed at Ctrl-Enter, and boots it; Reset gives the text back", async () => {
    const page = await open();
    await figure(page).locator(".cm-content").waitFor();
    const original = await figure(page).locator(".cm-content").innerText();
    await type(page, serviceSaying("`six times seven is ${6 * 7}`"));
    await page.keyboard.press("Control+Enter");
    await shows(page, "six times seven is 42");
    await standing(page, /^It has switched itself off/);
    expect(await figure(page).locator(".service-says").innerText()).to.match(/^Compiled in [\d.]+ s: an image of [\d,]+ bytes\.$/);
    await press(page, "Reset");
    expect(await figure(page).locator(".cm-content").innerText()).to.equal(original);
    expect(await figure(page).getByRole("button", { name: "Reset", exact: true }).isDisabled()).to.equal(true);
  });

  it("says what is refused at its line, and takes it back when it is mended", async () => {
    const page = await open();
    await figure(page).locator(".cm-content").waitFor();
    await type(page, serviceSaying("`${0.5}`"));
    await press(page, "Compile and boot it");
    await figure(page).locator(".source-refusal").first().waitFor({ timeout: compileMs });
    expect(await figure(page).locator(".cm-line.source-wrong").innerText()).to.contain("0.5");
    expect(await figure(page).locator(".service-says").innerText()).to.match(/^Line 4: /);
    await type(page, serviceSaying("`${5}`"));
    await figure(page).locator(".source-refusal").first().waitFor({ state: "detached" });
  });

  it("keeps the reader's text in the browser", async () => {
    const page = await open();
    await figure(page).locator(".cm-content").waitFor();
    await type(page, serviceSaying('"kept"'));
    await page.reload();
    await figure(page).locator(".cm-content").waitFor();
    expect(await figure(page).locator(".cm-content").innerText()).to.contain('console.log("kept")');
    expect(await figure(page).getByRole("button", { name: "Compile and boot it" }).count()).to.equal(1);
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is the text, and what it says, without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await figure(page).locator(".service-editor code").allInnerTexts()).to.include('import "../boot/entry";');
    expect(await figure(page).locator(".terminal-before pre").innerText()).not.to.equal("");
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
