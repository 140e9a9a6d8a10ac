// The alarm as time passes (DDI 0224); the registers themselves are compared with QEMU's in test/oracle/devices.

import { expect } from "chai";
import { PL031 } from "../../../src/formats/devices/pl031";
import { Pl031 } from "../../../src/machine/devices/pl031";
import { lineOf, registersOf } from "./registers";

const NEW_YEAR = 1_577_836_800; // 2020-01-01

function plugIn(start = NEW_YEAR) {
  const clock = { now: start };
  const { line, heard, isHigh } = lineOf();
  const rtc = new Pl031({ line, now: () => clock.now });
  return { rtc, clock, heard, isHigh, ...registersOf(rtc, PL031) };
}

describe("PL031", () => {
  it("counts the host's seconds, whole ones", () => {
    const { clock, read } = plugIn();
    expect(read("RTCDR")).to.equal(0x5e0b_e100);
    clock.now += 2.9;
    expect(read("RTCDR")).to.equal(0x5e0b_e102);
  });

  it("goes on from what is loaded", () => {
    const { clock, read, write } = plugIn();
    write("RTCLR", 100);
    clock.now += 5;
    expect(read("RTCDR")).to.equal(105);
  });

  it("wraps around", () => {
    const { clock, read, write } = plugIn();
    write("RTCLR", 0xffff_ffff);
    clock.now += 1;
    expect(read("RTCDR")).to.equal(0);
  });

  it("raises its line when the match comes, and lowers it when it is cleared", () => {
    const { rtc, clock, read, write, heard } = plugIn();
    write("RTCIMSC", 1);
    write("RTCMR", NEW_YEAR + 3);
    expect([rtc.nextAlarm, heard]).to.deep.equal([NEW_YEAR + 3, []]);
    clock.now += 3;
    rtc.update();
    expect([rtc.nextAlarm, heard, read("RTCMIS")]).to.deep.equal([Infinity, [true], 1]);
    write("RTCICR", 1);
    expect(heard).to.deep.equal([true, false]);
  });

  it("shows the match to a driver that only reads, masked", () => {
    const { clock, read, write, heard } = plugIn();
    write("RTCMR", NEW_YEAR + 1);
    clock.now += 10;
    expect([read("RTCRIS"), read("RTCMIS"), heard]).to.deep.equal([1, 0, []]);
  });

  it("waits for a match in the past until the counter has wrapped", () => {
    const { rtc, write } = plugIn();
    write("RTCMR", NEW_YEAR - 1);
    expect(rtc.nextAlarm).to.equal(NEW_YEAR + 0xffff_ffff);
  });

  it("keeps the time through a reset, and forgets the alarm", () => {
    const { rtc, read, write } = plugIn();
    write("RTCLR", 77);
    write("RTCMR", 99);
    rtc.reset();
    expect([read("RTCDR"), read("RTCMR"), rtc.nextAlarm]).to.deep.equal([77, 0, Infinity]);
  });

  it("has its alarm at the beginning of a second", () => {
    const { rtc, write } = plugIn(NEW_YEAR + 0.5);
    write("RTCMR", NEW_YEAR + 2);
    expect(rtc.nextAlarm).to.equal(NEW_YEAR + 2);
  });

  it("has its alarm once, saved or not", () => {
    const { rtc, write } = plugIn();
    write("RTCMR", NEW_YEAR);
    write("RTCICR", 1);
    const other = plugIn();
    other.rtc.restore(rtc.save());
    expect([other.read("RTCRIS"), other.rtc.nextAlarm]).to.deep.equal([0, Infinity]);
  });

  it("goes on where it was saved", () => {
    const { rtc, write } = plugIn();
    write("RTCLR", 1000);
    write("RTCMR", 1010);
    const other = plugIn(NEW_YEAR + 4);
    other.rtc.restore(rtc.save());
    expect([other.read("RTCDR"), other.rtc.nextAlarm]).to.deep.equal([1004, NEW_YEAR + 10]);
  });
});
