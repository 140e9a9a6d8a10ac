/** The devices from outside: which interrupts are on or ask, what the registers say, how far the queues are. */
import { Fragment, type ReactNode } from "react";
import { VIRTIO_DEVICE, VIRTIO_STATUS } from "../../../formats/devices/virtio";
import { addressText } from "../machine/numbers";
import type { DeviceView, QueueView, VirtioView } from "./device-view";
import { interruptName } from "./interrupt-name";
import { fieldsText, shownDevices, shownRows } from "./register-lists";
import type { View } from "./view";

export function DevicePanel({ view: { devices, cpu } }: { readonly view: View }): ReactNode {
  if (devices === undefined) return <p className="label">Asking the machine.</p>;
  return (
    <section aria-label="Devices">
      <Interrupts devices={devices} />
      <p className="machine-panel-head label">generic timer of CPU {cpu.index}, at count {addressText(cpu.count)}</p>
      <dl className="machine-rows">
        {(["CNTV", "CNTP"] as const).map((timer) => {
          const control = cpu.system[`${timer}_CTL_EL0`];
          const value = cpu.system[`${timer}_CVAL_EL0`];
          return <div key={timer}><dt>{timer}</dt><dd>{(control & 1n) === 0n ? "off" : <><code>{addressText(value)}</code> {timerText(control, value, cpu.count)}</>}</dd></div>;
        })}
      </dl>
      {devices.registers.map(({ kind, registers }) => <Registers key={kind} kind={kind} registers={registers} received={kind === "pl011" ? devices.received : []} />)}
      {devices.virtio.map((device) => <Virtio key={device.slot} device={device} />)}
    </section>
  );
}

function timerText(control: bigint, value: bigint, count: bigint): string {
  const masked = (control & 2n) !== 0n ? ", masked" : "";
  return value <= count ? `has fired${masked}` : `fires in ${((Number(value - count) / 62_500_000) * 1000).toFixed(1)} ms${masked}`;
}

function Interrupts({ devices: { interrupts, cpuInterface } }: { readonly devices: DeviceView }): ReactNode {
  return (
    <>
      <p className="machine-panel-head label">
        interrupts that are on, or ask
        {cpuInterface !== undefined && `; of the CPU whose turn it is: mask 0x${cpuInterface.mask.toString(16)}, ${cpuInterface.running === 0xff ? "nothing runs" : `running 0x${cpuInterface.running.toString(16)}`}`}
      </p>
      {interrupts.length === 0 ? <p className="label">none</p> : (
        <div className="table-scroll" tabIndex={0} role="region" aria-label="Interrupts">
          <table className="machine-table">
            <thead><tr><th scope="col">INTID</th><th scope="col">who</th><th scope="col">priority</th><th scope="col">state</th></tr></thead>
            <tbody>
              {interrupts.map(({ intid, isOn, isPending, isActive, priority }) => (
                <tr key={intid} className={isPending || isActive ? "asks" : undefined}>
                  <th scope="row">{intid}</th><td>{interruptName(intid)}</td><td>0x{priority.toString(16).padStart(2, "0")}</td>
                  <td>{[isOn ? "" : "off", isActive ? "active" : "", isPending ? "pending" : ""].filter((each) => each !== "").join(", ")}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function Registers({ kind, registers, received }: { readonly kind: string; readonly registers: DeviceView["registers"][number]["registers"]; readonly received: readonly number[] }): ReactNode {
  const device = shownDevices[kind];
  if (device === undefined) return null;
  const rows = new Map(shownRows(device));
  return (
    <>
      <p className="machine-panel-head label">{device.title}, at {addressText(device.base)}</p>
      <dl className="machine-rows machine-device">
        {kind === "pl011" && <div><dt>FIFO</dt><dd>{received.length === 0 ? "nothing waits to be read" : <code>{received.map((word) => (word & 0xff).toString(16).padStart(2, "0")).join(" ")}</code>}</dd></div>}
        {registers.map(({ name, value }) => (
          <div key={name} title={rows.get(name)?.title}><dt>{name}</dt><dd><code>{addressText(value)}</code> {fieldsText(rows.get(name)?.fields ?? [], value)}</dd></div>
        ))}
      </dl>
    </>
  );
}

const kinds: Readonly<Record<number, string>> = {
  [VIRTIO_DEVICE.NETWORK]: "virtio network card", [VIRTIO_DEVICE.BLOCK]: "virtio disk", [VIRTIO_DEVICE.CONSOLE]: "virtio console", [VIRTIO_DEVICE.ENTROPY]: "virtio entropy",
};

function Virtio({ device: { slot, id, status, fault, queues } }: { readonly device: VirtioView }): ReactNode {
  const steps = Object.entries(VIRTIO_STATUS).filter(([, bit]) => (status & bit) !== 0).map(([name]) => name);
  return (
    <>
      <p className="machine-panel-head label">{kinds[id] ?? `virtio device ${id}`}, in slot {slot}</p>
      <dl className="machine-rows machine-device">
        <div><dt>Status</dt><dd><code>0x{status.toString(16)}</code> {steps.length === 0 ? "no driver has come" : steps.join(", ")}</dd></div>
        {fault !== undefined && <div><dt>needs a reset</dt><dd>{fault}</dd></div>}
        {queues.map((queue, i) => <Fragment key={i}><div><dt>queue {i}</dt><dd>{queue === undefined ? "not set up" : queueText(queue)}</dd></div></Fragment>)}
      </dl>
    </>
  );
}

const queueText = ({ size, descriptors, offered, taken, returned }: QueueView): string =>
  `${size} descriptors at ${addressText(descriptors)}; made available ${offered}, taken ${taken}, given back ${returned}${offered === taken ? "" : `: ${(offered - taken) & 0xffff} wait`}`;
