// One alert as a product would raise it: every property of the documented object, nobody's yet. Used for seed rows,
// for the live feed and for alerts added by hand.
import type { Alert } from '../alert';
import type { Person, Tenant } from '../entities';
import { formatInstant, parseInstant, TICKS_PER_MS } from '../instants';
import { evidenceFromSeed } from './evidence-from-seed';
import type { SeedPolicy, SeedProduct, SeedTemplates } from './seed-schema';

export interface AlertStory {
  guid: string;
  /** When the product raised it: ISO instant, seven fraction digits. */
  at: string;
  product: string;
  policy?: string | undefined;
  what?: string | undefined;
  title?: string | undefined;
  severity: string;
  subject: Person | null;
  /** Words of the seed: see evidence-from-seed.ts. */
  evidence: string[];
}

const MS_PER_HOUR = 3_600_000n;
const FIRST_INCIDENT = 40_000;

/** Throws an error when the story names a product, policy or kind of evidence that the seed does not have. */
export function newAlert(tenant: Tenant, templates: SeedTemplates, story: AlertStory): Alert {
  const product = byKey(templates.products, story.product, 'product');
  const policy = story.policy === undefined ? null : byKey(templates.policies, story.policy, 'policy');
  const id = `${product.idPrefix}${story.guid}`;
  const incidentId = incidentIdOf(tenant, story.subject);
  const filled = (text: string) => fillIn(text, story);
  return {
    '@odata.type': '#microsoft.graph.security.alert',
    id,
    providerAlertId: product.key === 'irm' ? story.guid : id,
    incidentId,
    status: 'new',
    severity: story.severity,
    classification: null,
    determination: null,
    serviceSource: product.serviceSource,
    detectionSource: product.detectionSource,
    productName: product.productName,
    detectorId: detectorOf(product),
    tenantId: tenant.tenantId,
    title: filled(story.title ?? policy?.title ?? '{what}'),
    description: filled(policy?.description ?? 'Raised by {product}.').replace('{product}', product.productName),
    recommendedActions: templates.actions,
    ...categoriesOf(policy),
    assignedTo: null,
    alertWebUrl: `https://security.microsoft.com/alerts/${id}?tid=${tenant.tenantId}`,
    incidentWebUrl: `https://security.microsoft.com/incidents/${incidentId}?tid=${tenant.tenantId}`,
    alertPolicyId: policy?.policyId ?? null,
    actorDisplayName: null,
    threatDisplayName: null,
    threatFamilyName: null,
    investigationState: null,
    ...timesOf(story.at),
    systemTags: [],
    additionalData: null,
    customDetails: null,
    comments: [],
    evidence: story.evidence.map((word) => evidenceFromSeed(word, { tenant, subject: story.subject, at: story.at })),
  };
}

/** Insider Risk Management puts a user's alerts into one incident; alerts about nobody known share one. */
export function incidentIdOf(tenant: Tenant, subject: Person | null): string {
  return String(FIRST_INCIDENT + tenant.people.findIndex((one) => one.id === subject?.id) + 1);
}

function timesOf(at: string) {
  return {
    createdDateTime: at,
    lastUpdateDateTime: at,
    resolvedDateTime: null,
    firstActivityDateTime: hoursBefore(at, 49n),
    lastActivityDateTime: hoursBefore(at, 1n),
  };
}

function categoriesOf(policy: SeedPolicy | null) {
  const category = policy?.category ?? 'SuspiciousActivity';
  return { category, categories: [category], mitreTechniques: policy?.mitre ?? [] };
}

function fillIn(text: string, story: AlertStory): string {
  const words: Record<string, string> = {
    what: story.what ?? '',
    name: story.subject?.displayName ?? 'A user',
    upn: story.subject?.userPrincipalName ?? 'not given',
    account: story.subject?.accountName ?? 'an unknown account',
  };
  return text.replace(/\{(what|name|upn|account)\}/g, (_, word: string) => words[word] ?? '');
}

/** Each product's detection logic has one id of its own here. */
function detectorOf(product: SeedProduct): string {
  const tail = Buffer.from(product.key.padEnd(6, '0').slice(0, 6)).toString('hex');
  return `b7e9a0c4-0000-4d0e-9a55-${tail}`;
}

function hoursBefore(at: string, hours: bigint): string {
  return formatInstant((parseInstant(at) ?? 0n) - hours * MS_PER_HOUR * TICKS_PER_MS);
}

function byKey<T extends { key: string }>(entries: T[], key: string, kind: string): T {
  const found = entries.find((entry) => entry.key === key);
  if (!found) throw new Error(`seed: no ${kind} is called "${key}"`);
  return found;
}
