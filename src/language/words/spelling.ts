// Small typing errors in the dictionary's words: one letter too many, too few, wrong or swapped with its neighbour; two
// in a long word. Only words that are none of English's common ones are mended.
import { distance } from 'fastest-levenshtein';
import { errorsBetween, isDoubled, isSwapped, lacksFirst } from './typing-errors';

/** Shorter words are mended in two neighbouring letters or a doubled one alone: nearly every one is near another. */
export const MENDED_MIN_LETTERS = 5;
/** The shortest word that is mended at all, but for `SMALL_WORDS`. */
export const SWAPPED_MIN_LETTERS = 4;
/** From this length on two errors are taken for typing errors. */
export const TWO_ERRORS_MIN_LETTERS = 9;
/** Longer words are no word of ours. */
export const MENDED_MAX_LETTERS = 24;
/** Words remembered with what they were mended to. */
export const REMEMBERED_MAX = 5_000;

/** Between errors of one kind: a first letter is seldom wrong, and a wrong letter is rarer than one missed or doubled. */
const WRONG_FIRST = 0.25;
const LETTER_TOO_MANY = 0.25;
const WRONG_LETTER = 0.5;

const LETTERS = /^[a-z]+$/;

// Joining words that are mistyped all the time; of the others this short, too many are near another.
const SMALL_WORDS = new Set('the and for not new all you are has did can'.split(' '));

// Real words and names that lie one error away from a word of the dictionary.
const LEFT_ALONE = new Set(
  (
    'three seven eight eleven twelve first third fourth fifth sixth clone cloned loose smart chart stare state stated revolve revolved design resign police polite prince shard alter aloud ' +
    'alarm alarms assist assign alert albert robert allan alan allen karen sharon shane brown bowen frank grant grace marie ' +
    'maria mario marco marcus marks marks market markets martin martha harry henry helen hello glass class classes ' +
    'trend tread treat treats threat threats thread threads great green queen quiet quite quote quota costs close closet ' +
    'chose chosen those these there where whose while white write wrote which witch watch match catch batch patch branch ' +
    'sales sale sally scale stale stall small shall share shape shade shore store stone score scope trope trace track trick ' +
    'truck stuck stack stock stick sticky paste taste waste haste caste posts poster costed listed lifted gifts shift ' +
    'shifts drift draft craft crafts graft reports resort resorts retort export exports import imports deport report ' +
    'reject rejects object objects project subject select elect erect direct detect detach attach attack attacks ' +
    'accept except expect expert excerpt exempt receipt concept contact contacts contract context contest content ' +
    'counts county country count court courts courses course source sources resource source force fence hence since ' +
    'reason season treason person parson prison poison period parade decade facade device devise advice advise ' +
    'revise revised release relapse replace replaced reply relay delay delays decay delete elite level lever clever never ' +
    'sever severe seven eleven raven haven heaven leaven leave heave weave cleave sleeve believe relief belief brief ' +
    'grief chief thief field yield shield build guild guide guard board beard heard hoard award aware unaware beware ' +
    'warning warming morning mourning meaning leaning learning earning evening opening ending sending spending lending ' +
    'bending pending vending tending reading leading heading loading landing handing handling bundling ' +
    'printer printers painter pointer hunter hunters counter center sender gender tender render vendor lender fender ' +
    'domain remain romaine labels libels models medals metals metal medal pedal petal legal regal label libel babel ' +
    'daily dairy diary hourly weekly weakly monthly mouthy filed filled failed mailed nailed sailed tailed railed hailed ' +
    'moved loved mover lover cover covers hover rover power tower lower flower slower shower owner owned opened ' +
    'copper copied copies copier coffee office officer offices police policies service services survey ' +
    'client clients patient manager managers finance financial final finals french german germany berlin paris london ' +
    'madrid denver dallas austin boston sydney europe africa asia india china japan brazil russia ' +
    'james jones johns jason jesse jamie janet janes peter peters petra paula pauls paulo alice alicia alina alexa alexis ' +
    'megan meghan morgan logan susan susana sandra sanders sarah sara laura lauren loren diana diane daniel danny denis ' +
    'dennis steve steven stefan stephan stella sheila sheena shelly kelly kerry jerry jenny benny penny lenny lynne ' +
    'linda lydia lidia nadia nadine robin rubin rupert ruper usher asher ashley leslie lesley wesley bentley stanley ' +
    'claus klaus claire clare clark clarke blake drake brooke brooks banks hanks franks chris christ clara carla carlo ' +
    'carlos carol caroline karl karla parker barker baker marker packer walker weber meyer mayer meier moore moores ' +
    'adams addams evans ewans hughes allow alloy allot album along alone aside aisle audio audit adult adapt adopt ' +
    'wedding weeding feeding seeding needing heeding spread thread dread bread break freak fresh flesh flash flask ' +
    'abe anna ben cal dan del don emil fred gail gena hal han hank ira ito jun kay lea lin lon mae marc meg min moe ned san skye ' +
    'tate tim benin investigative sates teats bouts eaves hones closer resolver remover receiver subscriber connector handler hanged locking haring lease leases ' +
    'ambling broad cross early eaves either elated ending endings hanging hared hereto inked lagged locked losing mount mounts ' +
    'pains ranch ranted receding round rounds rowing topped trike trikes tripped typical umber everest ' +
    'able abel acme acmes acre bale care dose fats form garb juts lats lien mali mani mien odes paps path pats pots rae sing sign sued sues thru weer ' +
    'booth donne droop fromm somme stoop canvass compassion perverted untrained timeliness abuts aides blows brigs claims clams clods colds copes cores dives drives dries eases fists gains gowns gusts halls hares heads ' +
    'heirs hoses lacks locks loses meats moths pints reaps rings rites sacks sages seeds sides sills sings slits sores splits spits tends wiles ' +
    'tales tanks tarts ticks tiles tings vents voids ' +
    'hosts ghost boast coast roast toast burst first worst worse horse house mouse louse blouse pause cause clause ' +
    'stark start starts starter stars stirs smarts spark sparks shark sharp scarf opens oxen open omen'
  ).split(' '),
);

const remembered = new Map<string, string | null>();

/** Errors that a word of that length may hold. */
function allowedErrors(word: string, known: string): number {
  return Math.min(word.length, known.length) >= TWO_ERRORS_MIN_LETTERS ? 2 : 1;
}

/** The rarer the error, the further: a swap, a letter too many or too few, a wrong one. Null where they are not near. */
function farness(word: string, known: string): number | null {
  if (isSwapped(word, known)) return word[0] === known[0] ? 0 : WRONG_FIRST;
  if (Math.min(word.length, known.length) < MENDED_MIN_LETTERS) return isDoubled(word, known) ? 1 : null;
  if (word[0] !== known[0]) return lacksFirst(word, known) ? 1 + WRONG_FIRST : null;
  const allowed = allowedErrors(word, known);
  if (Math.abs(word.length - known.length) > allowed) return null;
  const plain = distance(word, known);
  // A swap is two errors to the library, so no more than twice as many can still be near.
  const errors = plain > allowed && plain <= 2 * allowed ? errorsBetween(word, known) : plain;
  if (errors > allowed) return null;
  if (word.length > known.length && !isDoubled(word, known)) return errors + LETTER_TOO_MANY;
  return errors + (word.length === known.length ? WRONG_LETTER : 0);
}

/** A plural that cutting its "s" does not help: "alrts" and "filse" are too short then, "alertss" still has one. */
function farnessOfPlural(word: string, known: string): number | null {
  if (word.length < MENDED_MIN_LETTERS || Math.abs(word.length - known.length - 1) > 1) return null;
  const plural = `${known}s`;
  if (isSwapped(word, plural)) return word[0] === known[0] ? 0 : WRONG_FIRST;
  if (known.length < MENDED_MIN_LETTERS || !(word.endsWith('ss') || word.length === MENDED_MIN_LETTERS)) return null;
  const isNear =
    word.endsWith('s') && (lacksFirst(word, plural) || (word[0] === known[0] && distance(word, plural) === 1));
  return isNear ? 1 : null;
}

/** The first letter is seldom wrong, and requiring it keeps names apart; but it may be swapped with the next, or missed. */
function beginsAlike(word: string, known: string): boolean {
  return word[0] === known[0] || word[0] === known[1];
}

function nearest(word: string, vocabulary: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Infinity;
  for (const known of vocabulary) {
    if (known.length < SWAPPED_MIN_LETTERS || !beginsAlike(word, known)) continue;
    const far = farness(word, known) ?? farnessOfPlural(word, known);
    if (far !== null && far < least) [best, least] = [known, far];
  }
  return best;
}

function mended(word: string, vocabulary: ReadonlySet<string>): string | null {
  if (word.length < SWAPPED_MIN_LETTERS) {
    const meant = [...SMALL_WORDS].filter((known) => vocabulary.has(known) && isSwapped(word, known));
    return meant.length === 1 ? (meant[0] ?? null) : null;
  }
  return nearest(word, vocabulary);
}

/** A real word or a name that lies near one of the dictionary's. */
export function isLeftAlone(word: string): boolean {
  return LEFT_ALONE.has(word) || (word.endsWith('s') && LEFT_ALONE.has(word.slice(0, -1)));
}

/** The word of the vocabulary that was meant, or null. `word` is in lower case and not in the vocabulary itself. */
export function correctSpelling(word: string, vocabulary: ReadonlySet<string>): string | null {
  if (word.length > MENDED_MAX_LETTERS || !LETTERS.test(word) || isLeftAlone(word)) return null;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const meant = mended(word, vocabulary);
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(word, meant);
  return meant;
}
