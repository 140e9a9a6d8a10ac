import { expect } from "chai";
import { unzipSync, strFromU8 } from "fflate";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Page } from "playwright-core";
import { exerciseCalled } from "../../src/course/exercises/manifest";
import { Site } from "./site";

const row = exerciseCalled("decoder/field");
const solution = readFileSync(path.join(__dirname, "../../solutions", row.file), "utf8");
/** Where the exercise stands: chapters/01-decoder/02-fields is /decoder/fields/. */
const address = `/${row.section.split("/").map((part) => part.replace(/^\d+-/, "")).join("/")}/`;

describe("an exercise in the page", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  const bench = (page: Page) => page.getByRole("region", { name: `Exercise: ${row.title}` });

  async function write(page: Page, text: string): Promise<void> {
    await bench(page).locator(".cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.press("Delete");
    // As a paste, so that the editor closes no brackets.
    await page.evaluate((pasted) => {
      const data = new DataTransfer();
      data.setData("text/plain", pasted);
      document.activeElement?.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
    }, text);
  }

  async function verdict(page: Page): Promise<string> {
    await bench(page).getByRole("button", { name: "Check" }).click();
    await bench(page).locator(".verdict").waitFor({ timeout: 40_000 });
    return bench(page).locator(".verdict").innerText();
  }

  it("fails as it comes, with the first case that parts, and gives hints one at a time", async () => {
    const page = await site.page(address);
    await bench(page).getByRole("button", { name: "Write it here" }).click();
    expect(await verdict(page)).to.match(/^fail\s+0 of \d+ points/);
    expect(await bench(page).locator(".divergence").innerText()).to.contain("field(");
    await bench(page).getByRole("button", { name: "A hint" }).click();
    expect(await bench(page).locator(".hints li").allInnerTexts()).to.deep.equal([row.hints[0]]);
  });

  it("is solved, remembers it, and hands it over as a zip", async () => {
    const page = await site.page(address);
    await bench(page).getByRole("button", { name: "Write it here" }).click();
    await write(page, solution);
    expect(await verdict(page)).to.match(/^pass\s+(\d+) of \1 points/);
    const [download] = await Promise.all([page.waitForEvent("download"), bench(page).getByRole("button", { name: "Download my work" }).click()]);
    const files = unzipSync(readFileSync(await download.path()));
    expect(Object.keys(files)).to.deep.equal([row.file]);
    expect(strFromU8(files[row.file] ?? new Uint8Array())).to.equal(solution);
    await page.reload();
    await bench(page).getByText("passed").waitFor();
    expect(await bench(page).getByRole("button", { name: "Go on writing" }).count()).to.equal(1);
  });

  it("stops an endless loop by fuel, and says a type error with its place", async () => {
    const page = await site.page(address);
    await bench(page).getByRole("button", { name: "Write it here" }).click();
    await write(page, "export const field = (word: number): number => { for (;;) word++; };");
    expect(await verdict(page)).to.contain("out of fuel");
    await write(page, `export const field = (word: number): number => "x";`);
    expect(await verdict(page)).to.match(/compile error[^]*field\.ts:1:/);
  });
});
