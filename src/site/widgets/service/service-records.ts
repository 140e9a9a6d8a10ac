/** The services as the site was built with them: their texts, and what was recorded of their images. */
import records from "@generated/o2p-services/default/records.json";
import sources from "@generated/o2p-services/default/sources.json";
import { bug } from "../../../base/bug";
import { type ServiceName, type ServiceRow, serviceRows } from "./service-list";
import { fromJson, type ServiceJson, type ServiceRecord } from "./service-record";

export const serviceRow = (name: ServiceName): ServiceRow => serviceRows.find((row) => row.name === name) ?? bug(`there is no service "${name}"`);

export const serviceSource = (name: ServiceName): string => sources[name] ?? bug(`the service "${name}" has no text`);

export const serviceRecord = (name: ServiceName): ServiceRecord => fromJson((records[name] ?? bug(`nothing is recorded of "${name}"`)) as ServiceJson);
