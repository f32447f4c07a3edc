// The address that opens a query in Defender's advanced hunting page. The form was read off published links.
import { gzipSync } from 'node:zlib';

/** Longer addresses do not survive chats and browsers. */
export const HUNTING_LINK_MAX = 2_000;

export type Cloud = 'global' | 'usgov' | 'usgovdod';

/** Where the Defender portal of each cloud is. */
export const DEFENDER_HOSTS: Readonly<Record<Cloud, string>> = {
  global: 'security.microsoft.com',
  usgov: 'security.microsoft.us',
  usgovdod: 'security.apps.mil',
};

/** Null when the address would be longer than `HUNTING_LINK_MAX`. */
export function huntingLink(kql: string, portalHost: string): string | null {
  const query = gzipSync(Buffer.from(kql, 'utf16le'), { level: 9 }).toString('base64url');
  const link = `https://${portalHost}/v2/advanced-hunting?query=${query}&timeRangeId=month`;
  return link.length > HUNTING_LINK_MAX ? null : link;
}
