import { expect } from "chai";
import { Site } from "./site";

describe("the front page", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  it("shows a program being read, at once and without script", async () => {
    const page = await site.page("/", { javaScriptEnabled: false });
    expect(await page.locator(".machine .instruction-text").innerText()).to.equal("adds x2, x2, x3");
    expect(await page.locator(".machine-line").count()).to.equal(24);
  });

  it("lets the visitor flip a bit, and says why it stopped", async () => {
    const page = await site.page("/");
    // ADDS X2, X2, X3 is 0xab030042; bit 30 makes it SUBS.
    await page.locator(".machine [data-bit='30']").click();
    expect(await page.locator(".machine .instruction-text").innerText()).to.equal("subs x2, x2, x3");
    expect(await page.locator(".machine-state").innerText()).to.equal("Stopped at 10: you changed it.");
    await page.getByRole("button", { name: "Put the program back" }).click();
    expect(await page.locator(".machine .instruction-text").innerText()).to.equal("adds x2, x2, x3");
  });

  it("reads on by itself where motion is welcome", async () => {
    const page = await site.page("/", { reducedMotion: "no-preference" });
    const before = await page.locator(".machine-line.here .machine-address").innerText();
    await page.waitForFunction((address) => document.querySelector(".machine-line.here .machine-address")?.textContent !== address, before);
    await page.getByRole("button", { name: "Stop", exact: true }).click();
    expect(await page.locator(".machine-state").innerText()).to.match(/^Stopped at [0-9a-f]{2}\.$/);
  });

  it("measures its own speed", async () => {
    const page = await site.page("/");
    await page.getByText(/At full speed, in this browser: [\d,]+ words a second/).waitFor();
  });

  it("shows the whole road, and which chapters are written", async () => {
    const page = await site.page("/");
    expect(await page.locator(".station").count()).to.equal(12);
    expect(await page.locator(".station h4 a").first().innerText()).to.equal("The decoder");
    expect(await page.locator(".station-to-come").last().innerText()).to.contain("not written yet");
  });

  it("asks no other host for anything, and complains of nothing", () => {
    expect(site.strangers).to.deep.equal([]);
    expect(site.complaints).to.deep.equal([]);
  });
});
