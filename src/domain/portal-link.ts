// Whether an address from an alert may become a button. The bot never builds portal addresses and never trusts one.

/** Portal hosts of the worldwide and the US government clouds; a link elsewhere is no button. */
export const PORTAL_HOSTS = [
  'security.microsoft.com',
  'security.microsoft.us',
  'security.apps.mil',
  'purview.microsoft.com',
  'compliance.microsoft.com',
] as const;

export const PORTAL_LINK_MAX = 500;

/** The address when it is https on a Microsoft portal host without credentials or port, else null. */
export function portalLink(address: string | null): string | null {
  if (address === null || address.length > PORTAL_LINK_MAX) return null;
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  const plain = url.protocol === 'https:' && url.username === '' && url.password === '' && url.port === '';
  return plain && PORTAL_HOSTS.some((host) => url.hostname === host) ? url.href : null;
}

/** What an address says once its percent signs are read; the address itself when they are malformed. */
export function decodePercents(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Words of which the portals make their addresses. */
const ROUTE_WORDS: ReadonlySet<string> = new Set([
  'alert',
  'alerts',
  'id',
  'incident',
  'incidents',
  'insiderriskmgmt',
  'tid',
  'v2',
  'viewid',
]);
/** An id of Graph's: two letters for the source at most, then digits; one that is all letters is long. */
const OPAQUE_ID = /^[a-z]{0,2}(?:(?=[a-f_-]*\d)[0-9a-f_-]{1,}|[0-9a-f_-]{32,})$/i;

/** Whether an address holds nothing but the portals' own words and ids: any other part could spell a name or a file. */
export function isPlainAddress(address: string): boolean {
  const url = new URL(address);
  const query = [...url.searchParams].flat();
  const parts = [...url.pathname.split('/'), ...query, url.hash.replace(/^#/, '')];
  return parts.every((part) => part === '' || ROUTE_WORDS.has(part.toLowerCase()) || OPAQUE_ID.test(part));
}
