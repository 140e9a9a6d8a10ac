import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { Site, phone } from "./site";

const address = "/cpu/vectors/";

// What QEMU 7.2 gives for the values that the figure shows, lane 0 last.
const results = [
  // instruction  arrangement  lanes                                                                          QC
  ["uqadd",       "16B",       "30 46 62 78 94 110 126 142 158 174 190 206 222 238 254 255",                  1],
  ["add",         "16B",       "30 46 62 78 94 110 126 142 158 174 190 206 222 238 254 14",                   0],
  ["cmgt",        "16B",       "0 -1 -1 -1 -1 -1 -1 -1 0 0 0 0 0 0 0 0",                                     0],
  ["zip1",        "16B",       "08 48 09 47 0a 46 0b 45 c8 44 0d 43 0e 42 0f 41",                             0],
  ["tbl",         "16B",       "41 42 43 44 45 46 47 48 49 4a 4b 4c 00 4e 4f 50",                             0],
  ["saddl",       "16B",       "-98 -82 -66 -50 -34 -18 -2 14",                                               0],
  ["fmul",        "4S",        "2 1.125 0.5 0.125",                                                           0],
] as const;

describe("VectorLanes", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address, options);
    await page.locator(".vector-lanes .lane-result").first().waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".vector-lanes");
  const lanes = async (page: Page): Promise<string> => (await figure(page).locator(".lane-result .lane-value").allInnerTexts()).join(" ");

  for (const [instruction, arrangement, expected, qc] of results) {
    it(`${instruction} of ${arrangement}`, async () => {
      const page = await open();
      await figure(page).getByLabel("Instruction").selectOption(instruction);
      if (arrangement !== "16B") await figure(page).getByRole("button", { name: arrangement }).click();
      expect(await lanes(page)).to.equal(expected);
      expect(await figure(page).locator(".lanes-qc b").innerText()).to.equal(`QC = ${qc}`);
    });
  }

  it("answers a lane that is typed, and marks what is no number", async () => {
    const page = await open();
    const lane = figure(page).getByLabel("lane 15 of v1");
    await lane.fill("240");
    expect((await lanes(page)).split(" ")[0]).to.equal("255");
    await lane.fill("256");
    expect(await lane.getAttribute("aria-invalid")).to.equal("true");
    expect((await lanes(page)).split(" ")[0]).to.equal("255");
  });

  it("says where a lane came from, and lights it", async () => {
    const page = await open();
    await figure(page).getByLabel("Instruction").selectOption("addp");
    await figure(page).getByRole("button", { name: /^lane 0 of v0/ }).focus();
    expect(await figure(page).locator(".lanes-origin").innerText()).to.match(/, from v1\[0\], v1\[1\]$/);
    expect(await figure(page).locator(".lane:not(.lane-result).lit").evaluateAll((lanes) => lanes.map((lane) => lane.getAttribute("data-lane")))).to.deep.equal(["1", "0"]);
  });

  it("offers only arrangements that there are", async () => {
    const page = await open();
    await figure(page).getByLabel("Instruction").selectOption("umax");
    expect(await figure(page).getByRole("button", { name: "2D" }).isDisabled()).to.equal(true);
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("is a picture without script", async () => {
    const page = await open({ javaScriptEnabled: false });
    expect(await lanes(page)).to.equal(results[0][2]);
  });

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
