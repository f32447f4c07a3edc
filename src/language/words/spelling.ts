// Small typing errors in the dictionary's words: one letter too many, too few, wrong or swapped with its neighbour; two
// in a long word. Only words that are none of English's common ones are mended, and only where a single word is near.
import { distance } from 'fastest-levenshtein';

/** Shorter words are left alone: nearly every one is near another. */
export const MENDED_MIN_LETTERS = 5;
/** From this length on two errors are taken for typing errors. */
export const TWO_ERRORS_MIN_LETTERS = 9;
/** Longer words are no word of ours. */
export const MENDED_MAX_LETTERS = 24;
/** Words remembered with what they were mended to. */
export const REMEMBERED_MAX = 5_000;

const LETTERS = /^[a-z]+$/;

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
    'hosts ghost boast coast roast toast burst first worst worse horse house mouse louse blouse pause cause clause ' +
    'stark start starts starter stars stirs smarts spark sparks shark sharp scarf opens oxen open omen'
  ).split(' '),
);

const remembered = new Map<string, string | null>();

function isNear(word: string, known: string): boolean {
  const errors = word.length >= TWO_ERRORS_MIN_LETTERS && known.length >= TWO_ERRORS_MIN_LETTERS ? 2 : 1;
  if (Math.abs(word.length - known.length) > errors) return false;
  return distance(word, known) <= errors || isSwapped(word, known);
}

/** Two neighbouring letters have changed places. */
function isSwapped(word: string, known: string): boolean {
  if (word.length !== known.length) return false;
  let at = 0;
  while (at < word.length && word[at] === known[at]) at += 1;
  return word[at] === known[at + 1] && word[at + 1] === known[at] && word.slice(at + 2) === known.slice(at + 2);
}

/** The first letter is seldom wrong, and requiring it keeps names apart; the first two may have changed places. */
function beginsAlike(word: string, known: string): boolean {
  return word[0] === known[0] || (word[0] === known[1] && word[1] === known[0]);
}

function nearest(word: string, vocabulary: ReadonlySet<string>): string | null {
  let best: string | null = null;
  let errors = Infinity;
  for (const known of vocabulary) {
    if (known.length < MENDED_MIN_LETTERS || !beginsAlike(word, known) || !isNear(word, known)) continue;
    // Swapped letters are the commonest error, so they go before a wrong one.
    const count = isSwapped(word, known) ? 0 : distance(word, known);
    if (count < errors) [best, errors] = [known, count];
  }
  return best;
}

/** The word of the vocabulary that was meant, or null. `word` is in lower case and not in the vocabulary itself. */
export function correctSpelling(word: string, vocabulary: ReadonlySet<string>): string | null {
  if (word.length < MENDED_MIN_LETTERS || word.length > MENDED_MAX_LETTERS) return null;
  if (!LETTERS.test(word) || LEFT_ALONE.has(word)) return null;
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const mended = nearest(word, vocabulary);
  if (remembered.size >= REMEMBERED_MAX) remembered.clear();
  remembered.set(word, mended);
  return mended;
}
