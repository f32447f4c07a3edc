// The shape of a seed file, checked at the door so that a typing error names its place. People are referred to by
// `account`; times are ISO 8601 durations before the moment of loading.
import * as z from 'zod/v4';
import { parseDuration } from '../instants';
import { incidentRowSchema } from './incident-schema';
import { labelSchema, workplaceSchema } from './workplace-schema';

const ago = z.string().refine((text) => parseDuration(text) !== null, 'is no duration such as P3DT4H');
const account = z.string().regex(/^[a-z0-9.-]+$/);

const personSchema = z.strictObject({
  account,
  id: z.guid(),
  given: z.string().min(1),
  surname: z.string().min(1),
  /** When it is not given name and surname: a middle name, for instance. */
  name: z.string().optional(),
  upn: z.string().optional(),
  guest: z.boolean().default(false),
  department: z.string(),
  title: z.string(),
  manager: account.optional(),
  /** Last part of the on-premises SID; guests have none. */
  rid: z.number().int().optional(),
});

const visitorSchema = z.strictObject({
  account,
  id: z.guid(),
  given: z.string().min(1),
  surname: z.string().min(1),
  upn: z.string(),
  tenantId: z.guid(),
  title: z.string(),
});

const groupSchema = z.strictObject({
  role: z.enum(['analyst', 'investigator', 'admin', 'auditor']).optional(),
  id: z.guid(),
  name: z.string().min(1),
  /** Accounts of people and names of groups. */
  members: z.array(z.string()),
});

const channelSchema = z.strictObject({
  id: z.string().startsWith('19:'),
  name: z.string().min(1),
  members: z.array(account),
  type: z.enum(['standard', 'private', 'shared']).optional(),
});

const policySchema = z.strictObject({
  key: z.string(),
  policyId: z.guid(),
  /** May hold `{what}`, `{name}`, `{upn}` and `{account}`, as may the description. */
  title: z.string(),
  description: z.string(),
  category: z.string(),
  mitre: z.array(z.string()),
});

const productSchema = z.strictObject({
  key: z.string(),
  serviceSource: z.string(),
  detectionSource: z.string(),
  productName: z.string(),
  idPrefix: z.string(),
});

const liveSchema = z.strictObject({
  subjects: z.array(account).min(1),
  severities: z.array(z.string()).min(1),
  alerts: z.array(z.strictObject({ policy: z.string(), what: z.string(), evidence: z.array(z.string()) })).min(1),
});

export const alertRowSchema = z.strictObject({
  raised: ago,
  updated: ago.optional(),
  subject: account.nullable(),
  product: z.string().default('irm'),
  policy: z.string().optional(),
  what: z.string().default(''),
  title: z.string().optional(),
  severity: z.string(),
  status: z.enum(['new', 'inProgress', 'resolved']).default('new'),
  classification: z.string().optional(),
  determination: z.string().optional(),
  assignedTo: account.optional(),
  comments: z.array(z.strictObject({ ago, by: account, text: z.string() })).default([]),
  /** `user`, `device:NAME@logged,on`, `file:PATH`, `app:NAME`, `url:…`, `ip:…`, `mailbox`, …: see seed/evidence-from-seed.ts. */
  evidence: z.array(z.string()).default([]),
  /** Properties that the alert lacks altogether. */
  without: z.array(z.string()).default([]),
  note: z.string().optional(),
});

export const seedSchema = z.strictObject({
  tenant: z.strictObject({
    tenantId: z.guid(),
    domain: z.string(),
    displayName: z.string(),
    netbios: z.string(),
    sidBase: z.string().startsWith('S-1-5-21-'),
  }),
  bot: z.strictObject({ appId: z.guid(), name: z.string() }),
  people: z.array(personSchema).min(1),
  /** People of other organisations, whom a shared channel may hold; the directory knows none of them. */
  visitors: z.array(visitorSchema).default([]),
  groups: z.array(groupSchema),
  team: z.strictObject({
    id: z.string().startsWith('19:'),
    aadGroupId: z.guid(),
    name: z.string(),
    channels: z.array(channelSchema).min(1),
  }),
  templates: z.strictObject({
    policies: z.array(policySchema).min(1),
    products: z.array(productSchema).min(1),
    actions: z.string(),
    live: liveSchema,
  }),
  alerts: z.array(alertRowSchema).default([]),
  incidents: z.array(incidentRowSchema).default([]),
  labels: z.array(labelSchema).default([]),
  /** Without one the hunting tables hold alerts alone. */
  workplace: workplaceSchema.optional(),
});

export type Seed = z.infer<typeof seedSchema>;
export type SeedVisitor = Seed['visitors'][number];
export type SeedPerson = Seed['people'][number];
export type SeedTemplates = Seed['templates'];
export type SeedProduct = SeedTemplates['products'][number];
export type SeedPolicy = SeedTemplates['policies'][number];
export type AlertRow = Seed['alerts'][number];
