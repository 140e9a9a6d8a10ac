import { expect } from "chai";
import type { Page } from "playwright-core";
import { Site, phone } from "./site";

describe("the page of the language", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  const rows = (page: Page): Promise<number> => page.locator(".language-row").count();

  it("finds rows by their words, and by what becomes of them", async () => {
    const page = await site.page("/language/");
    const all = await rows(page);
    await page.getByLabel("Only those with").fill("for...in");
    await page.waitForFunction((count) => document.querySelectorAll(".language-row").length < count, all);
    expect(await page.locator("#ForInStatement td").textContent()).to.match(/^refused by the rule for-in: for\.\.\.in goes over property names\. Instead: write for\.\.\.of over an array\.$/);
    await page.getByRole("button", { name: "in the language", exact: true }).click();
    expect(await page.locator("#ForInStatement").count()).to.equal(0);
    expect(await page.getByRole("status").first().innerText()).to.match(/^\d+ of [\d,]+ rows$/);
  });

  it("leads from a construct to the rule that refuses it", async () => {
    const page = await site.page("/language/");
    await page.locator("#ForInStatement td a").click();
    await page.waitForFunction(() => location.hash === "#rule-for-in");
    expect(await page.locator("#rule-for-in").textContent()).to.contain("for...in goes over property names");
  });

  it("has its tables without script, and on a phone", async () => {
    const still = await site.page("/language/", { javaScriptEnabled: false });
    expect(await rows(still)).to.be.greaterThan(400);
    const small = await site.page("/language/", { viewport: phone });
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is found from the foot of a page", async () => {
    const page = await site.page("/glossary/");
    await page.getByRole("navigation", { name: "Foot of the page" }).getByRole("link", { name: "The language" }).click();
    await page.getByRole("heading", { name: "The language", level: 1 }).waitFor();
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
