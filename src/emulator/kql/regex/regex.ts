// A compiled regular expression of KQL: asked whether and where it matches. Patterns are kept compiled.
import { KqlRefusal } from '../kql-table';
import { RegexMachine, type Places } from './regex-machine';
import { compileProgram } from './regex-program';
import { parseRegex } from './regex-tree';

export interface Regex {
  readonly groups: number;
  test(text: string): boolean;
  /** The leftmost match at or behind `from`. */
  find(text: string, from: number): Places | null;
  /** All matches, none overlapping another. */
  findAll(text: string): Places[];
}

/** Characters of a pattern; longer ones are refused. */
export const PATTERN_CHARACTERS = 4_096;
export const PATTERNS_KEPT = 64;
const kept = new Map<string, Regex>();

/** Throws KqlRefusal for a pattern that cannot be run here. */
export function regexOf(pattern: string): Regex {
  const known = kept.get(pattern);
  if (known) return known;
  if (pattern.length > PATTERN_CHARACTERS) {
    throw new KqlRefusal('tooLarge', `A regular expression is over ${PATTERN_CHARACTERS} characters.`);
  }
  const regex = compile(pattern);
  if (kept.size >= PATTERNS_KEPT) kept.clear();
  kept.set(pattern, regex);
  return regex;
}

function compile(pattern: string): Regex {
  const parsed = parseRegex(pattern);
  const machine = new RegexMachine(compileProgram(parsed));
  return {
    groups: parsed.groups,
    test: (text) => machine.begin().search(text, 0) !== null,
    find: (text, from) => machine.begin().search(text, from),
    findAll(text) {
      const all: Places[] = [];
      machine.begin();
      for (let from = 0; from <= text.length;) {
        const places = machine.search(text, from);
        if (!places) break;
        all.push(places);
        const [start = 0, end = 0] = places;
        // An empty match is behind nothing: the next search begins one further.
        from = end > start ? end : end + 1;
      }
      return all;
    },
  };
}

/** The text of a group, empty where it took no part. */
export function groupText(text: string, places: Places, group: number): string {
  const [start, end] = [places[2 * group] ?? -1, places[2 * group + 1] ?? -1];
  return start < 0 || end < 0 ? '' : text.slice(start, end);
}
