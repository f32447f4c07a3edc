// Behaviour of the services that no page settles, or that a test wants otherwise: one switch each, all in one place.
import * as z from 'zod/v4';

/** Graph's documented allowance for alert operations per application and tenant. */
export const ALERT_REQUESTS_PER_MINUTE = 150;

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
  /** Rate limits of the Bot Connector are kept. */
  connectorLimits: z.boolean().default(true),
});

export type Switches = z.infer<typeof switchesSchema>;

/** All switches at their documented position, but for those given. */
export function createSwitches(given: Partial<Switches> = {}): Switches {
  return switchesSchema.parse(given);
}
