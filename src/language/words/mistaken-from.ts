// "alerts form policy X": the one common swap that makes another word. It is read as "from" where no form can stand.
import type { Token } from '../text/token';

/** Words behind which a form is a thing ("a form", "on the form"). */
const BEFORE_A_THING = new Set(
  'a an the this that of for to in on with by and or per my our your any new form'.split(' '),
);
/** Words that a value behind "from" begins with. */
const BEGIN_VALUE = new Set('policy department device user account the last past this yesterday today'.split(' '));
const VALUES = ['quoted', 'upn', 'host', 'number', 'date'];

/** Whether the middle one of three neighbours is a mistyped "from". */
export function isMistakenFrom(before: Token | undefined, token: Token, after: Token | undefined): boolean {
  if (token.word !== 'form' || before?.kind !== 'word' || after === undefined) return false;
  const beginsValue =
    VALUES.includes(after.kind) || (after.kind === 'word' && (after.capital || BEGIN_VALUE.has(after.word)));
  return beginsValue && !BEFORE_A_THING.has(before.word);
}
