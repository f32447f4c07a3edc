// The shape of the seed's workplace and of its sensitivity labels: what a month of activity is drawn from.
import * as z from 'zod/v4';

const name = z.string().min(1);
const weight = z.number().int().min(1);

const sublabelSchema = z.strictObject({
  id: z.guid(),
  name,
  tooltip: name,
  protected: z.boolean().default(false),
});

export const labelSchema = sublabelSchema.extend({ sublabels: z.array(sublabelSchema).default([]) });

const senders = z.array(z.strictObject({ account: name, files: z.number().int().min(1) }));

/** Who sent how many confidential files to Gmail, and when; `shared` files were sent by the first two of this week. */
const gmailStorySchema = z.strictObject({
  thisWeek: senders.min(2),
  shared: z.number().int().min(0),
  weekBefore: senders,
  earlier: senders,
  /** They sent other things there, or confidential things elsewhere. */
  bystanders: z.array(name).min(1),
});

export const workplaceSchema = z.strictObject({
  devices: z.array(z.strictObject({ account: name, name, managed: z.boolean().default(true) })),
  busyLately: z.array(name),
  /** They go on whenever a policy warns them. */
  clickThrough: z.array(name),
  gmailStory: gmailStorySchema,
  serviceAccounts: z.array(z.email()).min(1),
  /** Files lie on the department's site; people of other departments use the first one's. */
  departments: z.array(z.strictObject({ name, site: name, files: z.array(name).min(1) })).min(1),
  extensions: z.array(name).min(1),
  domains: z
    .array(z.strictObject({ name, class: z.enum(['ours', 'partner', 'external', 'unallowed']), weight }))
    .min(1),
  usbSticks: z.array(z.strictObject({ manufacturer: name, model: name, serial: name })).min(1),
  printers: z.array(name).min(1),
  fileShares: z.array(name).min(1),
  assistants: z.array(z.strictObject({ name, workload: name, category: name, weight })).min(1),
  aiSites: z.array(name).min(1),
  gamblingSites: z.array(name).min(1),
  outsideAddresses: z.array(z.email()).min(1),
  sensitiveInfoTypes: z.array(z.strictObject({ id: z.guid(), name })).min(1),
  dlpPolicies: z.array(z.strictObject({ id: z.guid(), name: z.string() })).min(1),
  riskPolicies: z.array(name).min(1),
});

export type Workplace = z.infer<typeof workplaceSchema>;
export type SeedLabel = z.infer<typeof labelSchema>;
