import { readFileSync } from "node:fs";
import { expect } from "chai";
import type { Locator, Page } from "playwright-core";
import { REGISTERS } from "../../src/machine/sysregs/registers";
import { Site, phone } from "./site";

const address = "/registers/";
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

describe("RegisterBrowser", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  async function open(query = "", options: Parameters<Site["page"]>[1] = {}): Promise<Page> {
    const page = await site.page(address + query, options);
    await page.locator(".register-browser .register-name").waitFor();
    return page;
  }
  const figure = (page: Page): Locator => page.locator(".register-browser");
  const name = (page: Page): Promise<string> => figure(page).locator(".register-name").innerText();
  const value = (page: Page): Promise<string> => figure(page).getByRole("textbox", { name: "value", exact: true }).inputValue();
  const fieldLine = (page: Page, field: string): Locator => figure(page).locator(".register-field-line").filter({ has: page.locator("b", { hasText: new RegExp(`^${field}$`) }) });
  const find = async (page: Page, text: string): Promise<void> => {
    await figure(page).getByRole("searchbox").fill(text);
    await page.keyboard.press("Enter");
  };

  it("lists every register of the machine, without script too", async () => {
    const page = await open("", { javaScriptEnabled: false });
    const names = await page.locator("[data-register]").evaluateAll((entries) => entries.map((entry) => entry.getAttribute("data-register")));
    expect(names).to.deep.equal(REGISTERS.map((register) => register.name));
    expect(await name(page)).to.equal("SCTLR_EL1");
  });

  // The last two: `mrs x0, TCR_EL1` as llvm-mc encodes it, and by number.
  for (const [text, found] of [["tcr", "TCR_EL1"], ["vector base", "VBAR_EL1"], ["d5382040", "TCR_EL1"], ["3 0 2 0 2", "TCR_EL1"]] as const) {
    it(`finds ${found} by "${text}"`, async () => {
      const page = await open();
      await find(page, text);
      expect(await name(page)).to.equal(found);
    });
  }

  it("says what a number is that is no register", async () => {
    const page = await open();
    await find(page, "3 4 1 0 0");
    expect(await figure(page).locator(".register-search [role=status]").innerText()).to.equal("This machine has no S3_4_C1_C0_0: MRS and MSR are Undefined.");
    expect(await name(page)).to.equal("SCTLR_EL1");
  });

  it("changes a value by a bit, by a field's value and by typing it", async () => {
    const page = await open();
    await find(page, "TCR_EL1");
    await figure(page).locator("[data-bit='4']").click();
    expect(await value(page)).to.equal("0x10");
    expect(await fieldLine(page, "T0SZ").innerText()).to.match(/48 bits of address/);
    await fieldLine(page, "TG1").click();
    await figure(page).getByRole("button", { name: "10 4 KiB", exact: true }).click();
    expect(await value(page)).to.equal("0x80000010");
    await figure(page).getByRole("textbox", { name: "value", exact: true }).fill("0x80803519");
    expect(await fieldLine(page, "T0SZ").innerText()).to.match(/39 bits of address/);
    await figure(page).getByRole("button", { name: "Reset", exact: true }).click();
    expect(await name(page)).to.equal("SCTLR_EL1");
  });

  it("says what a write makes of a value that cannot be", async () => {
    const page = await open();
    await find(page, "CPACR_EL1");
    await figure(page).getByRole("textbox", { name: "value", exact: true }).fill("0x310000");
    expect(await figure(page).locator(".register-note").innerText()).to.equal("Written to CPACR_EL1, this becomes 0x300000. Bits that are RES0 stay 0.");
  });

  it("leads to the gate that EL0's access depends on", async () => {
    const page = await open();
    await find(page, "DAIF");
    await figure(page).locator(".register-access > summary").click();
    await figure(page).locator(".register-gate").first().click();
    expect(await name(page)).to.equal("SCTLR_EL1");
    expect(await fieldLine(page, "UMA").getAttribute("aria-expanded")).to.equal("true");
  });

  it("explains a syndrome that the address names", async () => {
    const page = await open("?register=ESR_EL1:0x9200004f");
    await page.waitForFunction(() => document.querySelector(".register-name")?.textContent === "ESR_EL1");
    expect(await fieldLine(page, "DFSC").innerText()).to.match(/permission fault, level 3/);
  });

  it("takes a register from the list", async () => {
    const page = await open();
    await page.locator("#MAIR_EL1").getByRole("button").click();
    expect(await name(page)).to.equal("MAIR_EL1");
  });

  it("fits a phone", async () => {
    const page = await open("", { viewport: phone });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  for (const colorScheme of ["light", "dark"] as const) {
    it(`has no serious finding of axe in ${colorScheme}, opened`, async () => {
      const page = await open("", { colorScheme });
      await fieldLine(page, "WXN").click();
      await figure(page).locator(".register-access > summary").click();
      await figure(page).getByRole("searchbox").fill("timer");
      await page.evaluate(axe);
      const findings = await page.evaluate(async () => {
        interface Finding { readonly id: string; readonly impact?: string | null; readonly nodes: readonly { readonly html: string }[] }
        const { violations } = await (window as unknown as { axe: { run(): Promise<{ violations: Finding[] }> } }).axe.run();
        return violations.filter(({ impact }) => impact === "serious" || impact === "critical").map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`);
      });
      expect(findings).to.deep.equal([]);
    });
  }

  it("complains of nothing", () => expect(site.complaints).to.deep.equal([]));
});
