// The shape of the seed's incidents. A row tells more of the incident that a person's alerts form (`subject`), or is an
// incident of its own (`id`), as those are that Insider Risk Management sends without alerts.
import * as z from 'zod/v4';
import { parseDuration } from '../instants';

const ago = z.string().refine((text) => parseDuration(text) !== null, 'is no duration such as P3DT4H');

const told = {
  name: z.string().min(1),
  description: z.string().nullable().default(null),
  assignedTo: z.string().optional(),
  tags: z.array(z.string()).default([]),
  comments: z.array(z.strictObject({ ago, by: z.string(), text: z.string() })).default([]),
};

const personIncidentSchema = z.strictObject({
  ...told,
  subject: z.string(),
  /** The alerts name the incident, the incident holds none of them. */
  withoutAlerts: z.boolean().default(false),
});

const ownIncidentSchema = z.strictObject({
  ...told,
  id: z.string().regex(/^\d+$/),
  raised: ago,
  updated: ago.optional(),
  severity: z.string(),
  status: z.enum(['active', 'inProgress', 'resolved', 'redirected']).default('active'),
  classification: z.string().optional(),
  determination: z.string().optional(),
  redirectTo: z.string().optional(),
});

export const incidentRowSchema = z.union([personIncidentSchema, ownIncidentSchema]);

export type PersonIncidentRow = z.infer<typeof personIncidentSchema>;
export type OwnIncidentRow = z.infer<typeof ownIncidentSchema>;
export type IncidentRow = z.infer<typeof incidentRowSchema>;
