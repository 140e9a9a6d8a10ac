import { expect } from "chai";
import { standardDecoder } from "../../src/machine/decoder/decoder";
import { Site, phone } from "./site";

const address = "/profile/";

describe("What the machine executes", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  it("has every row of the decoder once, without script too", async () => {
    const page = await site.page(address, { javaScriptEnabled: false });
    const names = await page.locator("[data-row]").evaluateAll((rows) => rows.map((row) => row.getAttribute("data-row")));
    expect([...names].sort()).to.deep.equal(standardDecoder().rows.map(({ name }) => name).sort());
  });

  // The profile that the course promises: LSE is in, pointer authentication, SM4 and MTE are not.
  for (const [name, verdict] of [
    ["ADD (immediate)", "executes"],
    ["PACIA", "Undefined: needs FEAT_PAuth"],
    ["PACIASP", "a hint, which does nothing without FEAT_PAuth"],
    ["SM4E", "Undefined: needs FEAT_SM4"],
    ["IRG", "Undefined: needs FEAT_MTE"],
  ] as const) {
    it(`${name}: ${verdict}`, async () => {
      const page = await site.page(address);
      await page.locator(`[data-row="${name}"]`).waitFor();
      expect(await page.locator(`[data-row="${name}"] td`).last().textContent()).to.equal(verdict);
    });
  }

  it("shows only those that are asked for", async () => {
    const page = await site.page(address);
    const button = page.getByRole("button", { name: /Undefined$/ });
    await button.click();
    const said = Number((await button.innerText()).replace(/\D/g, ""));
    expect(await page.locator("[data-row]").count()).to.equal(said);
    expect(await page.locator(".verdict-executes").count()).to.equal(0);
  });

  it("fits a phone", async () => {
    const page = await site.page(address, { viewport: phone });
    await page.locator("[data-row]").first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
