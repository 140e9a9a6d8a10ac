/** What the back end's scan did with the sample functions when the site was built. */
import allocations from "@generated/o2p-compiler/default/allocations.json";
import { bug } from "../../../base/bug";
import type { AllocationData } from "./allocation-data";

export const allocationSamples = allocations as readonly AllocationData[];

export const allocationSample = (name: string): AllocationData => allocationSamples.find((each) => each.name === name) ?? bug(`there is no function "${name}"`);
