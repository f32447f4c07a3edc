// Behaviour of the services that no page settles, or that a test wants otherwise: one switch each, all in one place.
import * as z from 'zod/v4';
import { SWITCHED_REFUSALS } from './graph/switched-refusals';
import { SCHEMA_VARIANTS } from './hunting/event-columns';

/** Graph's documented allowance for alert operations per application and tenant. */
export const ALERT_REQUESTS_PER_MINUTE = 150;

/** The least number of hunting queries a minute that Graph promises a tenant. */
export const HUNTING_REQUESTS_PER_MINUTE = 45;
/** Work that hunting may take in a quarter of an hour; the service gives no figure, it depends on the tenant's size. */
export const HUNTING_CPU_MS = 600_000;

export const switchesSchema = z.strictObject({
  /** Alert operations a minute before 429; 0 = never. */
  alertRequestsPerMinute: z.number().int().min(0).default(ALERT_REQUESTS_PER_MINUTE),
  /** `$orderby` on alerts is honoured; otherwise refused. */
  honourOrderBy: z.boolean().default(true),
  /** `$skip` over 500 is refused; otherwise honoured. */
  refuseDeepSkip: z.boolean().default(true),
  /** A determination that does not go with its classification is refused. */
  enforceLegalPairs: z.boolean().default(false),
  /** A change's answer shows the alert as it was before, as the older alerts API sometimes did. */
  staleChangeReply: z.boolean().default(false),
  /** Fresh alerts say "unknown" for classification and determination instead of null. */
  unknownForNull: z.boolean().default(false),
  /** The name Graph gives to what the application did. */
  applicationName: z.string().min(1).default('IRM alerts bot'),
  /** Hunting queries a minute before 429; 0 = never. */
  huntingRequestsPerMinute: z.number().int().min(0).default(HUNTING_REQUESTS_PER_MINUTE),
  /** Milliseconds of hunting in each quarter of an hour before 429; 0 = no limit. */
  huntingCpuMs: z.number().int().min(0).default(HUNTING_CPU_MS),
  /** Which columns the hunting tables have: the page of March 2025, of September 2026, or what the field saw. */
  huntingSchema: z.enum(SCHEMA_VARIANTS).default('observed'),
  /** Every hunting query is refused in this way; null = as it deserves. */
  huntingRefusal: z.enum(SWITCHED_REFUSALS).nullable().default(null),
  /** Purview shares with Defender; otherwise the two DataSecurity tables are not there. */
  dataSharing: z.boolean().default(true),
  /** The older samples' `Name` and `Type` in the schema of a hunting answer. */
  huntingPascalSchema: z.boolean().default(false),
  /** Booleans of a hunting answer are 1 and 0, of type SByte. */
  huntingBoolAsNumber: z.boolean().default(false),
  /** Dynamic values of a hunting answer are JSON texts. */
  huntingDynamicAsText: z.boolean().default(false),
  /** `<column>@odata.type` stands beside 64-bit numbers of a hunting answer. */
  huntingTypeAnnotations: z.boolean().default(false),
  /** Sensitivity labels hold their sublabels at once; otherwise only with `$expand=sublabels`. */
  inlineSublabels: z.boolean().default(true),
  /** `$expand=alerts` on incidents is a lasting 500, as large tenants saw. */
  incidentExpandFails: z.boolean().default(false),
  /** Rate limits of the Bot Connector are kept. */
  connectorLimits: z.boolean().default(true),
});

export type Switches = z.infer<typeof switchesSchema>;

/** All switches at their documented position, but for those given. */
export function createSwitches(given: Partial<Switches> = {}): Switches {
  return switchesSchema.parse(given);
}
