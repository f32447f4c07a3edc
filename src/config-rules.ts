// Rules that hold between variables: states that would be unsafe or could never work are refused at start.
import { isAbsolute, relative, sep } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;
type Fault = readonly [variable: string, problem: string];

const LOOPBACK = new Set(['127.0.0.1', '::1', '[::1]', 'localhost']);

export function isLoopbackHost(host: string): boolean {
  return LOOPBACK.has(host.toLowerCase()) || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(host);
}

export function isLoopbackUrl(address: string): boolean {
  return URL.canParse(address) && isLoopbackHost(new URL(address).hostname);
}

function doorFaults(env: Environment): Fault[] {
  const faults: Fault[] = [];
  if (env.BOT_AUTH === 'disabled') {
    if (!isLoopbackHost(env.HOST ?? '0.0.0.0')) {
      faults.push(['BOT_AUTH', 'disabled is accepted only when HOST is a loopback address']);
    }
  } else if (env.BOT_ID === undefined) {
    faults.push(['BOT_ID', 'is missing: without it every request would be let in']);
  }
  const metadata = env.BOT_OPENID_METADATA_URL;
  if (metadata !== undefined && !isLoopbackUrl(metadata)) {
    faults.push(['BOT_OPENID_METADATA_URL', 'only a loopback address may replace the cloud’s own signing keys']);
  }
  return faults;
}

/** Whether the bot talks to stand-ins on this machine: then no credential of the bot registration is used. */
function connectorIsLocal(env: Environment): boolean {
  return env.BOT_AUTH === 'disabled' || env.BOT_OPENID_METADATA_URL !== undefined;
}

function credentialFaults(env: Environment): Fault[] {
  const faults: Fault[] = [];
  const type = env.BOT_TYPE ?? 'SingleTenant';
  if (type === 'SingleTenant' && env.BOT_PASSWORD === undefined && !connectorIsLocal(env)) {
    faults.push(['BOT_PASSWORD', 'is missing: a SingleTenant bot needs it']);
  }
  const base = env.GRAPH_BASE_URL;
  if (base !== undefined && URL.canParse(base)) {
    const { protocol } = new URL(base);
    const local = isLoopbackUrl(base);
    if (protocol !== 'https:' && !(protocol === 'http:' && local)) {
      faults.push(['GRAPH_BASE_URL', 'plain http is accepted for loopback addresses only']);
    }
    if (!/\/(v1\.0|beta)\/?$/.test(base)) faults.push(['GRAPH_BASE_URL', 'must end in its version segment (/v1.0)']);
    if (local && protocol === 'http:') return faults;
  }
  const secrets = ['AZURE_CLIENT_SECRET', 'AZURE_CLIENT_CERTIFICATE_PATH', 'AZURE_FEDERATED_TOKEN_FILE'];
  const hasSecret = secrets.some((name) => env[name] !== undefined);
  if (env.AZURE_CLIENT_ID === undefined)
    faults.push(['AZURE_CLIENT_ID', 'is missing: Graph needs an app registration']);
  if (!hasSecret && type !== 'UserAssignedMSI') {
    faults.push(['AZURE_CLIENT_SECRET', `is missing: set one of ${secrets.join(', ')}`]);
  }
  return faults;
}

function tenantFaults(env: Environment): Fault[] {
  const { AZURE_TENANT_ID: graph, BOT_TENANT_ID: home } = env;
  if (graph === undefined || home === undefined || graph.toLowerCase() === home.toLowerCase()) return [];
  return [['AZURE_TENANT_ID', 'differs from BOT_TENANT_ID: the bot serves one tenant']];
}

function storeFaults(env: Environment): Fault[] {
  if (env.DATABASE_URL === undefined || env.STORE_KEY !== undefined) return [];
  return [['STORE_KEY', 'is missing: with DATABASE_URL every replica needs the same key']];
}

function isWithin(directory: string, file: string): boolean {
  const way = relative(directory, file);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** Whoever puts back an older copy of the store would put back the anchors with it. */
function anchorFaults({ AUDIT_ANCHOR_FILE: file, DATA_DIR: directory = '.data' }: Environment): Fault[] {
  if (file === undefined || !isWithin(directory.trim(), file.trim())) return [];
  return [['AUDIT_ANCHOR_FILE', 'lies in DATA_DIR: an older copy of the store would bring older anchors along']];
}

/** Every broken rule, in reading order; single variables are checked by their own shapes. */
export function crossFaults(env: Environment): Fault[] {
  return [
    ...doorFaults(env),
    ...credentialFaults(env),
    ...tenantFaults(env),
    ...storeFaults(env),
    ...anchorFaults(env),
  ];
}
