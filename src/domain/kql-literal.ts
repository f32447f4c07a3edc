// The only way a value gets into KQL. Hunting has no parameters, so what stands between two quotes here is all that
// keeps a name from becoming a query: whatever the value, the literal is one token.

/** Longer values are no names, hosts or departments. */
export const LITERAL_MAX = 1_000;
export const WHOLE_NUMBER_MAX = 100_000;

/** Carries nothing of the value, which may name a person. */
export class UnfitLiteral extends Error {
  constructor(kind: string) {
    super(`a value that cannot stand in KQL as ${kind}`);
    this.name = 'UnfitLiteral';
  }
}

// Controls and the two separators end a line for some readers; a torn surrogate has no UTF-8 form to send.
const NEVER_IN_TEXT = /[\p{Cc}\p{Cs}\u2028\u2029]/u;

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const UPN = /^[A-Za-z0-9._%+'-]{1,113}@(?=.{1,253}$)[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63})+$/;
const HOST_LABEL = '[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?';
const HOST = new RegExp(`^(?=.{1,253}$)${HOST_LABEL}(?:\\.${HOST_LABEL})+$`);
const DEVICE = new RegExp(`^(?=.{1,253}$)${HOST_LABEL}(?:\\.${HOST_LABEL})*$`, 'i');
const SECOND = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/;
const NAME_MAX = 200;

export function isGuid(text: string): boolean {
  return GUID.test(text);
}

export function isUpn(text: string): boolean {
  return UPN.test(text);
}

/** A host name in lower case with at least one dot. */
export function isHost(text: string): boolean {
  return HOST.test(text);
}

/** A computer's name, with or without its domain. */
export function isDeviceName(text: string): boolean {
  return DEVICE.test(text);
}

/** A label's, department's or type's name: one line of moderate length. */
export function isPlainName(text: string): boolean {
  return text.trim() !== '' && text.length <= NAME_MAX && !NEVER_IN_TEXT.test(text);
}

/** `"…"`. Throws UnfitLiteral for controls, line ends, torn surrogates and more than `LITERAL_MAX` UTF-16 units. */
export function stringLiteral(text: string): string {
  if (text.length > LITERAL_MAX || NEVER_IN_TEXT.test(text)) throw new UnfitLiteral('text');
  return `"${text.replace(/[\\"]/g, '\\$&')}"`;
}

/** A GUID is text in hunting rows too; lower case, so that one id is always one text. */
export function guidLiteral(id: string): string {
  if (!isGuid(id)) throw new UnfitLiteral('an id');
  return stringLiteral(id.toLowerCase());
}

/** `instant`: UTC of second precision (`2026-03-04T10:00:00Z`). */
export function datetimeLiteral(instant: string): string {
  if (!SECOND.test(instant) || Number.isNaN(Date.parse(instant))) throw new UnfitLiteral('an instant');
  return `datetime(${instant})`;
}

export function wholeNumberLiteral(value: number): string {
  if (!Number.isInteger(value) || Math.abs(value) > WHOLE_NUMBER_MAX) throw new UnfitLiteral('a whole number');
  return String(value);
}

/** `("a", "b")`, as `has_any` and `in` take it. */
export function listLiteral(texts: readonly string[]): string {
  return `(${texts.map(stringLiteral).join(', ')})`;
}
