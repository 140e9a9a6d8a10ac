import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { pageWith } from "./page-with";
import { Site, phone } from "./site";

describe("HeapPicture", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(pageWith("<HeapPicture"), options);
    await figure(page).locator(".heap-drawing").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".heap-picture").first();
  const press = (page: Page, name: string): Promise<void> => figure(page).getByRole("button", { name, exact: true }).click();
  const marked = async (page: Page): Promise<string> => (await figure(page).locator(".heap-cell.marked text").allTextContents()).sort().join("");
  const all = async (page: Page): Promise<string> => [...new Set(await figure(page).locator(".heap-cell text").allTextContents())].sort().join("");
  const says = (page: Page): Promise<string> => figure(page).locator(".heap-says").innerText();

  it("starts in the middle of marking", async () => {
    const page = await open();
    expect(await marked(page)).to.equal("ABCFHLL");
    expect(await says(page)).to.match(/^A refers to C\. C gets its mark/);
    expect(await figure(page).locator(".heap-waiting").innerText()).to.equal("To be looked into: C, then B");
  });

  it("steps on, and back, by keyboard", async () => {
    const page = await open();
    await figure(page).getByRole("button", { name: "Step", exact: true }).focus();
    await page.keyboard.press("Enter");
    expect(await says(page)).to.match(/^C is looked into/);
    await page.keyboard.press("Enter");
    expect(await marked(page)).to.equal("ABCDFHLL");
    await figure(page).getByRole("slider").focus();
    await page.keyboard.press("End");
    expect(await figure(page).locator(".heap-phase").innerText()).to.match(/behind the collection/i);
    expect(await all(page)).to.equal("ABCDFHLP");
    await page.keyboard.press("Home");
    expect(await marked(page)).to.equal("");
  });

  it("shows what is garbage when a word or a reference is taken away, and is reset", async () => {
    const page = await open();
    await press(page, "a number, by chance F's address");
    expect(await all(page)).to.equal("ABCDLP");
    await press(page, "B → D");
    expect(await all(page)).to.contain("D");
    await press(page, "C → D");
    expect(await all(page)).to.equal("ABCLP");
    await press(page, "Reset");
    expect(await marked(page)).to.equal("ABCFHLL");
  });

  it("gives a freed cell to who comes next", async () => {
    const page = await open();
    await press(page, "Allocate another");
    expect(await all(page)).to.equal("ABCDFHLN1P");
    expect(await says(page)).to.match(/^N1 gets the first free cell/);
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await marked(page)).to.equal("ABCFHLL");
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
