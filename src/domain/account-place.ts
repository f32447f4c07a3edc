// Whether a word stands where an account or a person's device is written: there even `mark` or `li` says who is meant.
import { GAP } from './fold-letters';
import { KIND, type FoldedText } from './fold-text';
import { unitsEnd, unitsOf } from './seamed-units';
import { deviceWordAt, deviceWordBefore, isEdge } from './word-edge';

/** As much of the text before and after a word as is looked at. */
const NEAR = 60;

const HOME_BEFORE = /(?:[\\/]|%2f|%5c)(?:users|homes?\$?|profiles?\$?|personal)(?:[\\/]|%2f|%5c){1,2}$/i;
// One backslash after one word is a domain; after two, or after a drive, it is a path.
const DOMAIN_BEFORE = /(?:^|[\s"'`(=:,;<>[|])(?![A-Za-z]:)[\w.-]+\\{1,2}$/;
const FIELD_BEFORE =
  /(?:membership(?:\||%7c)|(?:^|[^\p{L}])(?:upn|login|logon|user|user ?name|account|account ?name)["']?\s?[=:]\s?["']?)$/iu;
const ADDRESS_AFTER = /^(?:\+[\w.-]{0,40})?(?:@|%(?:25)*40)/i;

/** The end of a domain's labels in folded units, as they stand in `alexw@contoso.com` and `alexw_contoso_com`. */
export type Domain = readonly number[];

export function domainOf(address: string): Domain | null {
  const domain = address.split('@')[1]?.trim().slice(0, NEAR) ?? '';
  const units = unitsOf(domain);
  return units.length === 0 ? null : units;
}

const JOINS_DOMAIN = /^(?:[_@.]|%(?:25)*(?:40|5f))/i;

function domainFollows(text: FoldedText, at: number, after: string, domain: Domain | null): boolean {
  if (domain === null || !JOINS_DOMAIN.test(after)) return false;
  const end = unitsEnd(text, at, domain, GAP.tight);
  return end >= 0 && isEdge(text, end);
}

export interface Place {
  address: boolean;
  ownDomain: boolean;
  account: boolean;
  device: boolean;
}

const POSSESSIVE_S = 115;

function besideDevice(text: FoldedText, start: number, end: number): boolean {
  const joined = (at: number) => (text.gap[at] ?? GAP.wall) <= GAP.tight && at < text.length;
  if (start > 0 && joined(start) && deviceWordBefore(text, start)) return true;
  if (joined(end) && deviceWordAt(text, end) >= 0) return true;
  const possessive = joined(end) && text.code[end] === POSSESSIVE_S && text.gap[end + 1] !== GAP.none;
  const named = ((text.kind[start] ?? 0) & KIND.upper) !== 0 && (text.gap[end + 1] ?? GAP.wall) <= GAP.space;
  return possessive && (named || joined(end + 1)) && deviceWordAt(text, end + 1) >= 0;
}

/** What kind of place units `start` to `end` stand in. */
export function placeOf(text: FoldedText, start: number, end: number, domain: Domain | null): Place {
  const from = text.from[start] ?? 0;
  const to = text.to[end - 1] ?? 0;
  const before = text.source.slice(Math.max(0, from - NEAR), from);
  const after = text.source.slice(to, to + NEAR * 2);
  const address = ADDRESS_AFTER.test(after);
  const ownDomain = domainFollows(text, end, after, domain);
  const account =
    address || ownDomain || [HOME_BEFORE, DOMAIN_BEFORE, FIELD_BEFORE].some((place) => place.test(before));
  return { address, ownDomain, account, device: besideDevice(text, start, end) };
}
