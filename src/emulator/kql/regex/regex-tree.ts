// The regular expressions that KQL knows (RE2's syntax), as a tree. What RE2 has not (looking around, back-references)
// is refused, and so are the Unicode classes, which are not built here.
import { bothCases, opposite, type Range } from './character-set';
import { readClass, readEscape, type Assertion } from './regex-class';
import { malformed, unsupportedRegex } from './regex-fault';

export type RegexTree =
  | { readonly node: 'set'; readonly ranges: readonly Range[] }
  | { readonly node: 'assert'; readonly what: Assertion }
  | { readonly node: 'sequence'; readonly parts: readonly RegexTree[] }
  | { readonly node: 'choice'; readonly options: readonly RegexTree[] }
  | {
      readonly node: 'repeat';
      readonly of: RegexTree;
      readonly least: number;
      readonly most: number;
      readonly greedy: boolean;
    }
  | { readonly node: 'group'; readonly of: RegexTree; readonly index: number };

export interface ParsedRegex {
  readonly tree: RegexTree;
  readonly groups: number;
}

interface Flags {
  readonly ignoreCase: boolean;
  readonly lines: boolean;
  readonly dotAll: boolean;
  readonly lazy: boolean;
}

/** Repetitions over this are refused, as RE2 does. */
export const REPETITIONS = 1_000;
/** Groups in groups. */
export const REGEX_NESTING = 100;
const NEWLINE: readonly Range[] = [[10, 10]];
const PLAIN: Flags = { ignoreCase: false, lines: false, dotAll: false, lazy: false };

/** Throws KqlRefusal for a pattern that RE2 or this reader does not know. */
export function parseRegex(pattern: string): ParsedRegex {
  const parser = new RegexParser(pattern);
  const tree = parser.choice(PLAIN, 0);
  if (parser.at < pattern.length) throw malformed(pattern);
  return { tree, groups: parser.groups };
}

class RegexParser {
  at = 0;
  groups = 0;

  constructor(private readonly pattern: string) {}

  choice(flags: Flags, depth: number): RegexTree {
    if (depth > REGEX_NESTING) throw malformed(this.pattern);
    const scope = { flags };
    const options = [this.sequence(scope, depth)];
    while (this.take('|')) options.push(this.sequence(scope, depth));
    const [only] = options;
    return options.length === 1 && only ? only : { node: 'choice', options };
  }

  private sequence(scope: { flags: Flags }, depth: number): RegexTree {
    const parts: RegexTree[] = [];
    while (this.at < this.pattern.length && this.peek() !== '|' && this.peek() !== ')') {
      const atom = this.atom(scope, depth);
      if (atom) parts.push(this.repeated(atom, scope.flags));
    }
    return { node: 'sequence', parts };
  }

  /** Null for what sets flags and matches nothing. */
  private atom(scope: { flags: Flags }, depth: number): RegexTree | null {
    const { flags } = scope;
    if (this.take('(')) return this.group(scope, depth);
    if (this.take('.')) return { node: 'set', ranges: flags.dotAll ? opposite([]) : opposite(NEWLINE) };
    if (this.take('^')) return { node: 'assert', what: flags.lines ? 'lineStart' : 'start' };
    if (this.take('$')) return { node: 'assert', what: flags.lines ? 'lineEnd' : 'end' };
    if ('*+?'.includes(this.peek())) throw malformed(this.pattern);
    if (this.take('\\')) {
      const escape = readEscape(this.pattern, this.at);
      this.at = escape.next;
      return escape.assertion ? { node: 'assert', what: escape.assertion } : this.set(escape.ranges, flags);
    }
    if (this.take('[')) {
      const found = readClass(this.pattern, this.at);
      this.at = found.next;
      const chosen = flags.ignoreCase ? bothCases(found.ranges) : found.ranges;
      return { node: 'set', ranges: found.negated ? opposite(chosen) : chosen };
    }
    const code = this.pattern.charCodeAt(this.at);
    this.at += 1;
    return this.set([[code, code]], flags);
  }

  private set(of: readonly Range[], { ignoreCase }: Flags): RegexTree {
    return { node: 'set', ranges: ignoreCase ? bothCases(of) : of };
  }

  private group(scope: { flags: Flags }, depth: number): RegexTree | null {
    const { flags } = scope;
    const named = this.takeMatch(/\?(?:P<|<(?![=!]))\w+>/y);
    if (named === null && this.take('?')) {
      if (this.takeMatch(/<?[=!]/y)) throw unsupportedRegex(this.pattern, 'looking ahead or behind');
      const letters = this.takeMatch(/[imsU]*(?:-[imsU]+)?/y) ?? '';
      const changed = withFlags(flags, letters);
      if (this.take(')')) {
        scope.flags = changed;
        return null;
      }
      if (!this.take(':')) throw malformed(this.pattern);
      return this.closed(this.choice(changed, depth + 1));
    }
    this.groups += 1;
    const index = this.groups;
    return this.closed({ node: 'group', index, of: this.choice(flags, depth + 1) });
  }

  private closed(tree: RegexTree): RegexTree {
    if (!this.take(')')) throw malformed(this.pattern);
    return tree;
  }

  private repeated(of: RegexTree, flags: Flags): RegexTree {
    const bounds = this.bounds();
    if (!bounds) return of;
    const [least, most] = bounds;
    const limit = most === Infinity ? least : most;
    if (limit > REPETITIONS || most < least) throw malformed(this.pattern);
    const greedy = this.take('?') === flags.lazy;
    if (this.bounds()) throw malformed(this.pattern);
    return { node: 'repeat', of, least, most, greedy };
  }

  private bounds(): readonly [number, number] | null {
    if (this.take('*')) return [0, Infinity];
    if (this.take('+')) return [1, Infinity];
    if (this.take('?')) return [0, 1];
    const counted = this.takeMatch(/\{\d{1,4}(?:,\d{0,4})?\}/y);
    if (counted === null) return null;
    const [least = '', most] = counted.slice(1, -1).split(',');
    return [Number(least), most === undefined ? Number(least) : most === '' ? Infinity : Number(most)];
  }

  private peek(): string {
    return this.pattern.charAt(this.at);
  }

  private take(character: string): boolean {
    if (this.peek() !== character) return false;
    this.at += 1;
    return true;
  }

  private takeMatch(form: RegExp): string | null {
    form.lastIndex = this.at;
    const match = form.exec(this.pattern);
    if (!match || match[0] === '') return null;
    this.at = form.lastIndex;
    return match[0];
  }
}

function withFlags(flags: Flags, letters: string): Flags {
  const [on = '', off = ''] = letters.split('-');
  const set = (letter: string, now: boolean) => (on.includes(letter) ? true : off.includes(letter) ? false : now);
  return {
    ignoreCase: set('i', flags.ignoreCase),
    lines: set('m', flags.lines),
    dotAll: set('s', flags.dotAll),
    lazy: set('U', flags.lazy),
  };
}
