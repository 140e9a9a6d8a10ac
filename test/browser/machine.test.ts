import { expect } from "chai";
import { readFileSync } from "node:fs";
import path from "node:path";
import type { Locator, Page } from "playwright-core";
import { Assembler } from "../../src/machine/decoder/assembler";
import { standardDecoder } from "../../src/machine/decoder/decoder";
import { tasksOf } from "./page-tasks";
import { Site, phone } from "./site";

const address = "/machine/";

/** A chapter's program as `o2p boot` would take it, too: a flat binary. */
function flat(name: string): Buffer {
  const source = readFileSync(path.join(__dirname, `../../chapters/06-devices/files/${name}.s`), "utf8");
  return Buffer.from(new Assembler(standardDecoder()).assemble(source, 0x4008_0000n).bytes);
}

describe("the machine page", () => {
  let site: Site;
  before(async () => { site = await Site.open(); });
  after(() => site.close());

  const standing = (page: Page): Promise<string> => page.locator(".machine-standing").innerText();
  const press = (page: Page, name: string | RegExp): Promise<void> => page.locator(".machine-page").getByRole("button", { name, exact: true }).click();
  const until = (page: Page, pattern: RegExp): Promise<unknown> => page.waitForFunction(([source, flags]) => new RegExp(source!, flags).test(document.querySelector(".machine-standing")?.textContent ?? ""), [pattern.source, pattern.flags]);
  const shows = (page: Page, text: string): Promise<unknown> => page.waitForFunction((wanted) => (document.querySelector(".xterm-rows")?.textContent ?? "").replace(/\u00a0/g, " ").includes(wanted), text);
  const panel = (page: Page, title: string): Locator => page.locator(".machine-fold").filter({ has: page.locator("summary", { hasText: title }) });
  const files = (page: Page): Locator => page.locator(".machine-files input[type=file]");

  async function open(options: Parameters<Site["page"]>[1] = {}, hash = ""): Promise<Page> {
    const page = await site.page(address + hash, options);
    await page.locator(".xterm-rows").waitFor();
    return page;
  }

  it("runs a program at once, and answers what is typed", async () => {
    const page = await open();
    await shows(page, "Type. Ctrl-D ends it.");
    await until(page, /^Asleep behind \d+ instructions/);
    await page.locator(".xterm").click();
    await page.keyboard.type("hello");
    await shows(page, "HELLO");
    await page.keyboard.press("Control+D");
    await until(page, /^It has switched itself off/);
  });

  it("compiles a program in TypeScript, and boots it", async () => {
    const page = await open();
    await press(page, "TypeScript");
    await page.locator(".machine-typescript").waitFor();
    // A terminal out of sight draws nothing.
    await page.locator(".xterm").scrollIntoViewIfNeeded();
    await page.waitForFunction(() => (document.querySelector(".xterm-rows")?.textContent ?? "").replace(/\u00a0/g, " ").includes("Hello from TypeScript"), undefined, { timeout: 60_000 });
    await page.locator(".machine-typescript .cm-content").click();
    await page.keyboard.press("Control+A");
    await page.keyboard.insertText("export function start(): void {\n  console.log(`${6 * 7} it is`);\n}\n");
    await press(page, "Compile and boot it");
    await page.locator(".xterm").scrollIntoViewIfNeeded();
    await shows(page, "42 it is");
    await until(page, /^It has switched itself off/);
  });

  it("boots each service of the unikernel", async () => {
    const page = await open();
    const cases = [
      // service  says                        and then
      ["Hello",   "hello from the upper half", /^It has switched itself off/],
      ["Ticker",  "tick 10",                   /^It has switched itself off/],
      ["Monitor", "monitor: type help",        /^Asleep behind/],
    ] as const;
    for (const [name, says, then] of cases) {
      await press(page, name);
      await shows(page, says);
      await until(page, then);
    }
    await page.locator(".xterm").click();
    await page.keyboard.type("echo it is there\n");
    await shows(page, "it is there>");
  });

  it("draws all that the running kernel maps, from its tables", async () => {
    const page = await open();
    await panel(page, "Memory map").locator("summary").click();
    await panel(page, "Memory map").getByText("the MMU is off").waitFor();
    await press(page, "Monitor");
    await shows(page, "monitor: type help");
    const names = (): Promise<string[]> => panel(page, "Memory map").locator("section[aria-label='Virtual addresses'] .map-name").allInnerTexts();
    await panel(page, "Memory map").locator(".map-code").first().waitFor();
    expect((await names()).map((text) => text.replace(/[\d.]+ [KMGTE]iB$/, "").trim())).to.include.members(["guard", "coder-x", "constantsr--", "stackrw-", "the lower half: nothing"]);
  });

  it("counts the instructions of a service's boot, step by step", async () => {
    const page = await open();
    await press(page, "Hello");
    await page.locator(".machine-boot > summary").click();
    await page.locator(".service-boot .boot-lane").first().waitFor();
    expect(await page.locator(".service-boot .boot-part").allInnerTexts()).to.include.members(["_start", "OS::init_heap", "OS::start", "OS::event_loop"]);
  });

  it("is left by the keyboard, forwards and backwards", async () => {
    const page = await open();
    await page.locator(".xterm").click();
    await page.keyboard.press("Control+]");
    expect(await page.evaluate(() => document.activeElement?.textContent)).to.equal("Read aloud");
    await page.locator(".xterm").click();
    await page.keyboard.press("Shift+Tab");
    expect(await page.evaluate(() => document.activeElement?.tagName)).to.equal("SUMMARY");
  });

  it("copies what is selected, and pastes", async () => {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await shows(page, "Type.");
    await page.locator(".xterm-screen").dblclick({ position: { x: 12, y: 8 } });
    await page.keyboard.press("Control+C");
    await page.waitForFunction(async () => /^Type/.test(await navigator.clipboard.readText()));
    await page.evaluate(() => navigator.clipboard.writeText("pasted"));
    await page.keyboard.press("Control+V");
    await shows(page, "PASTED");
  });

  it("tells a screen reader what comes, if it is asked to", async () => {
    const page = await open();
    await press(page, "Read aloud");
    await page.waitForFunction(() => document.querySelector(".xterm-accessibility-tree")?.textContent?.replace(/\u00a0/g, " ").includes("Type. Ctrl-D ends it."));
  });

  it("stops, steps by one and by a thousand, and goes on", async () => {
    const page = await open();
    await press(page, "Four CPUs");
    await shows(page, "CPU 2 hears of CPU 1");
    await until(page, /^It has switched itself off/);
    await press(page, "A clock");
    await shows(page, "1 1");
    await press(page, "Stop");
    await until(page, /^Stopped behind/);
    const count = async (): Promise<number> => Number(/([\d,]+) instructions/.exec(await standing(page))![1]!.replaceAll(",", ""));
    const before = await count();
    await press(page, "Step");
    // A machine that sleeps makes its step when it has woken.
    await until(page, new RegExp(`^Stopped behind ${(before + 1).toLocaleString("en")} instructions`));
    await press(page, "Go on");
    await shows(page, "3 1");
  });

  it("shows a processor, and each of four", async () => {
    const page = await open();
    await press(page, "Four CPUs");
    await until(page, /switched itself off/);
    await panel(page, "Processor").locator("summary").click();
    await panel(page, "Processor").getByRole("button", { name: "CPU 3 waits for an interrupt" }).click();
    await page.waitForFunction(() => document.querySelector(".cpu-next")?.textContent?.includes("waits for an interrupt"));
    expect(await panel(page, "Processor").locator(".cpu-registers div").filter({ has: page.locator("dt:text-is('x28')") }).locator("dd").innerText()).to.equal("0x3");
  });

  it("shows the last exception, and an address in the machine's own tables", async () => {
    const page = await open();
    await press(page, "Every exception");
    await until(page, /switched itself off/);
    await panel(page, "Last exception").locator("summary").click();
    // The last case but one stops a store at EL0 by a watchpoint.
    await page.waitForFunction(() => /watchpoint/i.test(document.querySelector(".syndrome-fields")?.textContent ?? ""));
    await panel(page, "Page tables").locator("summary").click();
    await panel(page, "Page tables").getByRole("textbox", { name: "address" }).fill("0x40800000");
    await panel(page, "Page tables").getByRole("button", { name: "write" }).click();
    await page.waitForFunction(() => /permission fault, level 3/.test(document.querySelector(".walk-result")?.textContent ?? ""));
    expect(await panel(page, "Page tables").locator(".walk-table").count()).to.equal(3);
  });

  it("shows devices: which interrupts are on, what a register says", async () => {
    const page = await open();
    await panel(page, "Devices").locator("summary").click();
    await panel(page, "Devices").locator(".machine-table tbody tr").first().waitFor();
    expect(await panel(page, "Devices").locator(".machine-table tbody tr").allInnerTexts()).to.deep.equal(["33\tserial port\t0xa0\t"]);
    expect(await panel(page, "Devices").locator(".machine-device div").filter({ has: page.locator("dt:text-is('UARTIMSC')") }).locator("dd").innerText()).to.equal("0x50 RT, RX");
  });

  it("runs a program as the reader has changed it, and says a mistake with its line", async () => {
    const page = await open();
    await press(page, "Hello, bus");
    await panel(page, "Program").locator("summary").click();
    const editor = panel(page, "Program").locator(".cm-content");
    const replace = async (text: string): Promise<void> => {
      await editor.click();
      await page.keyboard.press("Control+A");
      await page.keyboard.insertText(text);
      await panel(page, "Program").getByRole("button", { name: "Boot it, as it is now" }).click();
    };
    await replace("ldr x1, =0x09000000\nmov w0, #'!'\nstr w0, [x1]\nldr x0, =0x84000008\nhvc #0\n");
    await until(page, /^It has switched itself off, behind 5 instructions/);
    await shows(page, "!");
    await replace("nop\nmov x0, nothing\n");
    await panel(page, "Program").locator(".program-fault").waitFor();
    expect(await standing(page)).to.match(/nothing/);
  });

  it("takes files, guesses what each is, and runs them", async () => {
    const page = await open();
    await press(page, "Your own files");
    await files(page).setInputFiles([
      { name: "hello.bin", mimeType: "", buffer: flat("hello") },
      { name: "data.img", mimeType: "", buffer: Buffer.alloc(4096) },
    ]);
    await page.locator(".machine-files li").nth(1).waitFor();
    expect(await page.locator(".machine-files li select").evaluateAll((selects) => selects.map((select) => (select as HTMLSelectElement).value))).to.deep.equal(["kernel", "disk"]);
    await press(page, /Switch it/);
    await until(page, /switched itself off/);
    await shows(page, "Hello, bus");
    await panel(page, "Devices").locator("summary").click();
    await page.locator(".machine-panel-head", { hasText: "virtio disk" }).waitFor();
  });

  it("says in a line what is wrong with a file", async () => {
    const page = await open();
    await press(page, "Your own files");
    await files(page).setInputFiles([{ name: "notes.txt", mimeType: "text/plain", buffer: Buffer.from("Not an image, but a text that somebody took for one.") }]);
    await page.locator(".machine-files li").first().waitFor();
    await press(page, /Switch it/);
    await until(page, /unknown format: it is a text, not an image/i);
  });

  it("saves the machine, and goes on with it from the file", async () => {
    const page = await open();
    await shows(page, "Type.");
    const [download] = await Promise.all([page.waitForEvent("download"), press(page, "Save it")]);
    const buffer = readFileSync(await download.path());
    const other = await open();
    await press(other, "Hello, bus");
    await until(other, /switched itself off/);
    await other.locator(".machine-snapshots input[type=file]").setInputFiles({ name: "machine.o2p", mimeType: "", buffer });
    await until(other, /^Asleep/);
    await other.locator(".xterm").click();
    await other.keyboard.type("again");
    await shows(other, "AGAIN");
  });

  it("puts a small machine into a link, and starts from one", async () => {
    const page = await open({ permissions: ["clipboard-read", "clipboard-write"] });
    await shows(page, "Type.");
    await press(page, "Copy a link to it");
    await page.waitForFunction(() => /^Copied/.test(document.querySelector(".machine-snapshots [role=status]")?.textContent ?? ""));
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const other = await open({}, new URL(link).hash);
    await until(other, /^Asleep/);
    await other.locator(".xterm").click();
    await other.keyboard.type("linked");
    await shows(other, "LINKED");
  });

  it("reads a file of 60 MB without holding the page up", async () => {
    const page = await open();
    await press(page, "Your own files");
    // Made beforehand: a drop hands over a file that exists.
    await page.evaluate((bytes) => {
      const first = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      const transfer = new DataTransfer();
      transfer.items.add(new File([first, new Uint8Array(60_000_000 - first.length)], "large.bin"));
      Object.assign(window, { dropped: transfer });
    }, flat("hello").toString("base64"));
    const tasks = await tasksOf(page, async () => {
      await page.evaluate(() => {
        const { dropped } = window as unknown as { dropped: DataTransfer };
        document.querySelector(".drop-zone")!.dispatchEvent(new DragEvent("drop", { dataTransfer: dropped, bubbles: true, cancelable: true }));
      });
      await page.locator(".machine-files li").first().waitFor();
      await press(page, /Switch it/);
      await until(page, /switched itself off/);
    });
    expect(tasks.length).to.be.greaterThan(10);
    expect(tasks.filter(({ processorMs }) => processorMs > 100)).to.deep.equal([]);
  });

  it("fits a phone", async () => {
    const page = await open({ viewport: phone });
    for (const title of ["Processor", "Devices", "Options"]) await panel(page, title).locator("summary").click();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(phone.width);
  });

  it("says without script what it is, and where it runs without a page", async () => {
    const page = await site.page(address, { javaScriptEnabled: false });
    expect(await page.locator(".terminal-before").innerText()).to.contain("o2p boot");
  });

  it("asks no other host for anything, and complains of nothing", () => {
    expect(site.strangers).to.deep.equal([]);
    expect(site.complaints).to.deep.equal([]);
  });
});
