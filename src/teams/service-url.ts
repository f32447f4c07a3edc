// Whether the bot may talk to a service URL. A URL comes with every activity and lies in the store; whoever could
// choose it freely would receive the bot's token and every card.

const SERVICE_URL_MAX = 512;
const IP_LITERAL = /^(\[.*\]|\d{1,3}(\.\d{1,3}){3})$/;
const LOOPBACK_HOSTS = ['127.0.0.1', 'localhost', '[::1]'];

function parseUrl(text: string): URL | null {
  return URL.canParse(text) ? new URL(text) : null;
}

/** True for http or https on this machine itself. */
export function isLoopbackUrl(text: string): boolean {
  const url = parseUrl(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return false;
  return LOOPBACK_HOSTS.includes(url.hostname) && hasNoCredentials(url);
}

function hasNoCredentials(url: URL): boolean {
  return url.username === '' && url.password === '';
}

function hostMatches(hostname: string, pattern: string): boolean {
  return pattern.startsWith('*.') ? hostname.endsWith(pattern.slice(1)) : hostname === pattern;
}

/** Decides about service URLs for one cloud; `allowLoopback` opens the door for an emulator on this machine. */
export class ServiceUrlRule {
  constructor(
    private readonly hosts: readonly string[],
    private readonly allowLoopback: boolean,
  ) {}

  /** https, a host of the cloud, no port, credentials, query or IP literal; or a loopback address where allowed. */
  allows(text: string): boolean {
    if (text.length > SERVICE_URL_MAX) return false;
    const url = parseUrl(text);
    if (url === null || url.search !== '' || url.hash !== '') return false;
    if (this.isLoopback(text)) return true;
    if (url.protocol !== 'https:' || url.port !== '' || !hasNoCredentials(url)) return false;
    return !IP_LITERAL.test(url.hostname) && this.hosts.some((pattern) => hostMatches(url.hostname, pattern));
  }

  /** True when calls to the URL go to an emulator on this machine and carry no real token. */
  isLoopback(text: string): boolean {
    return this.allowLoopback && isLoopbackUrl(text);
  }
}

/** Equality of two service URLs; Teams writes them with and without a trailing slash. */
export function sameServiceUrl(a: string, b: string): boolean {
  const bare = (url: string) => (url.endsWith('/') ? url.slice(0, -1) : url);
  return bare(a) === bare(b);
}
