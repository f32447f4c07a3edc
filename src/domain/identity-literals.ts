// The identifiers of a person that are looked for as they are: account names, object id, SID, and the user principal
// name as base64 and hex spell it.
import { MAILBOX_WORDS } from './everyday-words';
import { isWord, localPart } from './name-parts';
import type { PersonIdentity } from './person';
import { SEAM, SEAMED_MAX, unitsOf } from './seamed-units';

/** Shorter account names say who is meant only where an account stands. */
export const ACCOUNT_MIN_LETTERS = 3;
/** Accounts of fewer digits and nothing else are read as amounts where no account stands. */
export const ACCOUNT_MIN_DIGITS = 6;
/** Shorter ends of an encoded name would be found by chance. */
export const ENCODED_MIN = 10;

export interface Literal {
  /** Folded units, `SEAM` between pieces. */
  units: readonly number[];
  /**
   * `account`: stands between edges of words. `everyday`: such a word, or a short one, that says who is meant only
   * where an account stands. `mailbox`: only before the person's own domain. `anywhere`: inside longer words as well.
   */
  where: 'account' | 'everyday' | 'mailbox' | 'anywhere';
}

function literal(text: string, where: Literal['where']): Literal[] {
  const units = unitsOf(text);
  return units.length < 2 ? [] : [{ units, where }];
}

function account(text: string): Literal[] {
  const letters = String.fromCharCode(...unitsOf(text).filter((unit) => unit !== SEAM));
  if (MAILBOX_WORDS.has(letters)) return literal(text, 'mailbox');
  const figure = /^\d+$/.test(letters) && letters.length < ACCOUNT_MIN_DIGITS;
  const everyday = figure || letters.length < ACCOUNT_MIN_LETTERS || isWord(letters);
  return literal(text, everyday ? 'everyday' : 'account');
}

const OBJECT_ID = /^\{?([0-9a-f]{8})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{4})-?([0-9a-f]{12})\}?$/i;

/** Entra makes the SID of an account that no directory on premises knows out of its object id, four numbers of it. */
function entraSid(groups: readonly string[]): string {
  const bytes = Buffer.from(groups.join(''), 'hex');
  // The first three groups of a GUID are numbers, written big end first and kept little end first.
  bytes.subarray(0, 4).reverse();
  bytes.subarray(4, 6).reverse();
  bytes.subarray(6, 8).reverse();
  return `S-1-12-1-${[0, 4, 8, 12].map((offset) => bytes.readUInt32LE(offset)).join('-')}`;
}

function objectId(id: string): Literal[] {
  const groups = OBJECT_ID.exec(id.trim())?.slice(1);
  if (groups === undefined) return account(id);
  return [...literal(groups.join('-'), 'anywhere'), ...literal(entraSid(groups), 'account')];
}

/** What of the base64 of a text is the same wherever the text begins within the three bytes that four letters spell. */
function base64Cores(bytes: Buffer): string[] {
  return [0, 1, 2].map((shift) => {
    const spelt = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '');
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    return spelt.slice(shift === 0 ? 0 : shift + 1, whole);
  });
}

const ENCODED_MAX_BYTES = SEAMED_MAX / 6;

const PLUS = 43;
const SLASH = 47;

/** Base64 and hex in folded units; `+` and `/` are gaps in a folded text. */
function encodedLiteral(core: string): Literal {
  const folded = core.toLowerCase();
  const units: number[] = [];
  for (let at = 0; at < folded.length; at += 1) {
    const unit = folded.charCodeAt(at);
    const isGap = unit === PLUS || unit === SLASH;
    if (!isGap) units.push(unit);
    else if (units.length > 0 && units.at(-1) !== SEAM) units.push(SEAM);
  }
  return { units, where: 'anywhere' };
}

function encoded(text: string): Literal[] {
  const short = text.slice(0, ENCODED_MAX_BYTES);
  const bytes = Buffer.from(short);
  return [...base64Cores(bytes), ...base64Cores(Buffer.from(short, 'utf16le')), bytes.toString('hex')]
    .filter((core) => core.length >= ENCODED_MIN)
    .map(encodedLiteral);
}

/** Everything of the person that is looked for as it is. */
export function literalsOf(person: PersonIdentity): Literal[] {
  const { objectId: id, userPrincipalName: upn, sid, accountName, displayName } = person;
  const accounts = [upn === null ? '' : localPart(upn), localPart(accountName?.split('\\').at(-1) ?? '')];
  const spelt = [upn, upn?.toLowerCase(), displayName].filter((text) => typeof text === 'string' && text.length > 3);
  return [...new Set(accounts.map((each) => each.toLowerCase()))]
    .flatMap(account)
    .concat(sid === null ? [] : literal(sid, 'account'))
    .concat(id === null ? [] : objectId(id))
    .concat([...new Set(spelt)].flatMap((text) => (typeof text === 'string' ? encoded(text) : [])));
}
