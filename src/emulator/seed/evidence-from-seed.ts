// One word of the seed, one piece of evidence: `user`, `user-without-roles`, `user-unknown`, `user-contextual:ACCOUNT`,
// `device:NAME@ACCOUNT,ACCOUNT`, `file:PATH`, `app:NAME`, `url:ADDRESS`, `ip:ADDRESS`, `mailbox`.
import { createHash } from 'node:crypto';
import type { Evidence, UserAccount } from '../alert';
import type { Person, Tenant } from '../entities';

export interface EvidenceContext {
  tenant: Tenant;
  subject: Person | null;
  /** ISO instant at which the evidence was added. */
  at: string;
}

type Builder = (rest: string, context: EvidenceContext) => Evidence;

const builders: Record<string, Builder> = {
  user: (_, context) => userEvidence(context, context.subject, ['policyViolator']),
  'user-without-roles': (_, context) => userEvidence(context, context.subject, []),
  'user-unknown': (_, context) => userEvidence(context, null, ['policyViolator']),
  'user-contextual': (rest, context) => userEvidence(context, person(context, rest), ['contextual']),
  mailbox: (_, context) => ({
    ...base('mailboxEvidence', context, ['contextual']),
    primaryAddress: context.subject?.userPrincipalName ?? null,
    displayName: context.subject?.displayName ?? null,
    upn: context.subject?.userPrincipalName ?? null,
    userAccount: accountOf(context.tenant, context.subject),
  }),
  device: deviceEvidence,
  file: (rest, context) => ({
    ...base('fileEvidence', context, ['contextual']),
    detectionStatus: 'detected',
    mdeDeviceId: null,
    fileDetails: fileDetails(rest),
  }),
  app: (rest, context) => ({
    ...base('cloudApplicationEvidence', context, ['contextual']),
    appId: numberFrom(rest, 90_000) + 10_000,
    displayName: rest,
    instanceId: 0,
    instanceName: rest,
    saasAppId: numberFrom(rest, 90_000) + 10_000,
    stream: null,
  }),
  url: (rest, context) => ({ ...base('urlEvidence', context, ['destination']), url: rest }),
  ip: (rest, context) => ({
    ...base('ipEvidence', context, ['source']),
    ipAddress: rest,
    countryLetterCode: 'NL',
    location: null,
    stream: null,
  }),
};

/** Throws an error naming the word when it is none of the forms above. */
export function evidenceFromSeed(word: string, context: EvidenceContext): Evidence {
  const colon = word.indexOf(':');
  const kind = colon < 0 ? word : word.slice(0, colon);
  const build = builders[kind];
  if (!build) throw new Error(`seed: evidence "${word}" is of no known kind`);
  return build(colon < 0 ? '' : word.slice(colon + 1), context);
}

function base(kind: string, context: EvidenceContext, roles: string[]): Evidence {
  return {
    '@odata.type': `#microsoft.graph.security.${kind}`,
    createdDateTime: context.at,
    verdict: kind === 'userEvidence' ? 'suspicious' : 'unknown',
    remediationStatus: 'none',
    remediationStatusDetails: null,
    roles,
    detailedRoles: [],
    tags: [],
  };
}

function userEvidence(context: EvidenceContext, whom: Person | null, roles: string[]): Evidence {
  return { ...base('userEvidence', context, roles), stream: null, userAccount: accountOf(context.tenant, whom) };
}

function accountOf(tenant: Tenant, whom: Person | null): UserAccount {
  return {
    accountName: whom?.accountName ?? null,
    domainName: whom ? shortDomain(tenant) : null,
    userSid: whom?.sid || null,
    azureAdUserId: whom?.id ?? null,
    userPrincipalName: whom?.userPrincipalName ?? null,
    displayName: whom?.displayName ?? null,
    activeDirectoryObjectGuid: null,
    tenantId: tenant.tenantId,
    resourceAccessEvents: [],
  };
}

function deviceEvidence(rest: string, context: EvidenceContext): Evidence {
  const [name = rest, loggedOn = ''] = rest.split('@');
  const accounts = loggedOn.split(',').filter(Boolean);
  const host = name.toLowerCase();
  return {
    ...base('deviceEvidence', context, ['contextual']),
    firstSeenDateTime: '2025-11-03T10:00:00Z',
    mdeDeviceId: createHash('sha1').update(host).digest('hex'),
    azureAdDeviceId: null,
    deviceDnsName: `${host}.${context.tenant.domain}`,
    hostName: host,
    osPlatform: name.startsWith('SRV') ? 'WindowsServer2022' : 'Windows11',
    osBuild: 26_100,
    version: '24H2',
    healthStatus: 'active',
    riskScore: 'none',
    rbacGroupId: 0,
    rbacGroupName: null,
    onboardingStatus: 'onboarded',
    defenderAvStatus: 'updated',
    ipInterfaces: [`10.20.${numberFrom(host, 200)}.${numberFrom(name, 250) + 1}`],
    loggedOnUsers: accounts.map((accountName) => ({ accountName, domainName: shortDomain(context.tenant) })),
    vmMetadata: null,
  };
}

/** `CONTOSO` for contoso.com, as accounts carry it. */
function shortDomain(tenant: Tenant): string {
  return (tenant.domain.split('.')[0] ?? '').toUpperCase();
}

function fileDetails(place: string): Record<string, unknown> {
  const cut = Math.max(place.lastIndexOf('\\'), place.lastIndexOf('/'));
  const digest = (kind: string) => createHash(kind).update(place).digest('hex');
  return {
    fileName: place.slice(cut + 1),
    filePath: cut < 0 ? null : place.slice(0, cut),
    filePublisher: null,
    fileSize: 4_096 + numberFrom(place, 9_000_000),
    issuer: null,
    md5: digest('md5'),
    sha1: digest('sha1'),
    sha256: digest('sha256'),
    sha256Ac: null,
    signer: null,
  };
}

function person(context: EvidenceContext, account: string): Person {
  const found = context.tenant.people.find((one) => one.accountName === account);
  if (!found) throw new Error(`seed: evidence names "${account}", who is nobody`);
  return found;
}

/** A number below `below` that is always the same for the same text. */
function numberFrom(text: string, below: number): number {
  return createHash('sha256').update(text).digest().readUInt32BE(0) % below;
}
