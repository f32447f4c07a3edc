// Alerts out of seed rows, with times counted back from now. new-alert.ts makes the bare object; this file lays the
// row's own story over it.
import { createHash } from 'node:crypto';
import type { Alert, AlertComment } from '../alert';
import type { Person, Tenant } from '../entities';
import { formatInstant, parseDuration, TICKS_PER_MS } from '../instants';
import { newAlert } from './new-alert';
import type { AlertRow, Seed } from './seed-schema';

/** Every alert of the seed. Throws an error when a row names somebody or something unknown. */
export function alertsFromSeed(seed: Seed, tenant: Tenant, now: Date, unknownForNull: boolean): Alert[] {
  return seed.alerts.map((row, index) => {
    const alert = alertFromRow(row, index, seed, tenant, now);
    if (!unknownForNull) return alert;
    return {
      ...alert,
      classification: alert.classification ?? 'unknown',
      determination: alert.determination ?? 'unknown',
    };
  });
}

function alertFromRow(row: AlertRow, index: number, seed: Seed, tenant: Tenant, now: Date): Alert {
  const guid = guidFrom(`${tenant.tenantId}/${index}`);
  const instant = (ago: string) => instantBefore(now, ago, index);
  const raised = instant(row.raised);
  const updated = instant(row.updated ?? row.raised);
  const byAccount = (account: string) => findPerson(tenant, account);
  const alert = newAlert(tenant, seed.templates, {
    guid,
    at: raised,
    product: row.product,
    policy: row.policy,
    what: row.what,
    title: row.title,
    severity: row.severity,
    subject: row.subject === null ? null : byAccount(row.subject),
    evidence: row.evidence,
  });
  const comments = row.comments.map(({ ago, by, text }): AlertComment => ({
    comment: text,
    createdByDisplayName: byAccount(by).displayName,
    createdDateTime: instant(ago),
  }));
  const told: Partial<Alert> = {
    status: row.status,
    classification: row.classification ?? null,
    determination: row.determination ?? null,
    assignedTo: row.assignedTo === undefined ? null : byAccount(row.assignedTo).userPrincipalName,
    lastUpdateDateTime: updated,
    resolvedDateTime: row.status === 'resolved' ? updated : null,
    comments,
  };
  const entries = Object.entries({ ...alert, ...told }).filter(([name]) => !row.without.includes(name));
  return Object.fromEntries(entries) as Partial<Alert> as Alert;
}

/** The instant so long before `now`; the row's number fills the digits below a millisecond. */
function instantBefore(now: Date, ago: string, index: number): string {
  const ms = now.getTime() - (parseDuration(ago) ?? 0);
  return formatInstant(BigInt(ms) * TICKS_PER_MS + BigInt((index * 2_741) % 10_000));
}

function findPerson(tenant: Tenant, account: string): Person {
  const found = tenant.people.find((person) => person.accountName === account);
  if (!found) throw new Error(`seed: an alert names "${account}", who is nobody`);
  return found;
}

/** The same text gives the same GUID, so that a row keeps its id from start to start. */
function guidFrom(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
