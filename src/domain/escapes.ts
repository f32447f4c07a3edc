// Reads one character of a text in which characters may be spelt by escapes: percent signs (also doubled), character
// references of HTML and the `_x0020_` of SharePoint.

export interface ReadCharacter {
  codePoint: number;
  /** Offset after it. */
  next: number;
}

const ESCAPED_PERCENT = '25';
const NAMED: Readonly<Record<string, number>> = { nbsp: 0x20, amp: 0x26, apos: 0x27, quot: 0x22, lt: 0x3c, gt: 0x3e };
const REFERENCE = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(nbsp|amp|apos|quot|lt|gt));/iy;
const SHAREPOINT = /_x([0-9a-f]{4})_/iy;
const LAST_CODE_POINT = 0x10ffff;

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const letter = code | 32;
  return letter >= 97 && letter <= 102 ? letter - 87 : -1;
}

/** The byte of `%41`, or of `%2541` however often it was escaped again; null when there is none at the offset. */
function byteAt(text: string, offset: number): { byte: number; next: number } | null {
  if (text.charCodeAt(offset) !== 37) return null;
  let at = offset + 1;
  while (text.startsWith(ESCAPED_PERCENT, at) && hexDigit(text.charCodeAt(at + 2)) >= 0) at += 2;
  // `%25` itself spells a percent sign: the loop went one too far when no second digit follows.
  for (const start of [at, at - 2]) {
    if (start <= offset) break;
    const [high, low] = [hexDigit(text.charCodeAt(start)), hexDigit(text.charCodeAt(start + 1))];
    if (high >= 0 && low >= 0) return { byte: high * 16 + low, next: start + 2 };
  }
  return null;
}

/** How many bytes of UTF-8 follow the first one; -1 for a byte that starts no character. */
function followers(byte: number): number {
  if (byte < 0x80) return 0;
  if (byte >= 0xc2 && byte < 0xe0) return 1;
  if (byte >= 0xe0 && byte < 0xf0) return 2;
  return byte >= 0xf0 && byte < 0xf5 ? 3 : -1;
}

function percentAt(text: string, offset: number): ReadCharacter | null {
  const first = byteAt(text, offset);
  const more = first === null ? -1 : followers(first.byte);
  if (first === null || more < 0) return null;
  if (more === 0) return { codePoint: first.byte, next: first.next };
  let codePoint = first.byte & (0x3f >> more);
  let { next } = first;
  for (let left = more; left > 0; left -= 1) {
    const byte = byteAt(text, next);
    if (byte === null || (byte.byte & 0xc0) !== 0x80) return null;
    codePoint = codePoint * 64 + (byte.byte & 0x3f);
    ({ next } = byte);
  }
  return codePoint <= LAST_CODE_POINT ? { codePoint, next } : null;
}

function matchedAt(text: string, offset: number, pattern: RegExp): RegExpExecArray | null {
  pattern.lastIndex = offset;
  return pattern.exec(text);
}

function referenceAt(text: string, offset: number): ReadCharacter | null {
  const found = matchedAt(text, offset, REFERENCE);
  if (found === null) return null;
  const [whole, decimal, hex, name] = found;
  const number = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
  const codePoint = name === undefined ? number : (NAMED[name.toLowerCase()] ?? 0);
  return codePoint <= LAST_CODE_POINT ? { codePoint, next: offset + whole.length } : null;
}

function sharepointAt(text: string, offset: number): ReadCharacter | null {
  const found = matchedAt(text, offset, SHAREPOINT);
  return found && { codePoint: parseInt(found[1] ?? '', 16), next: offset + found[0].length };
}

const PERCENT = 37;
const AMPERSAND = 38;
const UNDERSCORE = 95;

/** Whether an escape may begin with this UTF-16 unit. */
export function mayEscape(code: number): boolean {
  return code === PERCENT || code === AMPERSAND || code === UNDERSCORE;
}

const SMALL_X = 120;

/** The escape that begins at the offset, read; null when none does. */
export function escapeAt(text: string, offset: number): ReadCharacter | null {
  switch (text.charCodeAt(offset)) {
    case PERCENT:
      return percentAt(text, offset);
    case AMPERSAND:
      return referenceAt(text, offset);
    case UNDERSCORE:
      return (text.charCodeAt(offset + 1) | 32) === SMALL_X ? sharepointAt(text, offset) : null;
    default:
      return null;
  }
}
