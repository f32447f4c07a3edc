// Parses filter tokens into a tree: or over and over not over comparison. What a property may be compared with is
// filter-predicate.ts.
import { FilterError, filterTokens, type FilterToken } from './filter-tokens';

export const OPERATORS = ['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const;
export type Operator = (typeof OPERATORS)[number];

export type Literal =
  { kind: 'string' | 'bare'; text: string } | { kind: 'null' } | { kind: 'boolean'; value: boolean };

export type FilterTree =
  | { node: 'and' | 'or'; left: FilterTree; right: FilterTree }
  | { node: 'not'; of: FilterTree }
  | { node: 'compare'; property: string; operator: Operator; literal: Literal }
  | { node: 'in'; property: string; literals: Literal[] }
  | { node: 'startswith'; property: string; prefix: Literal };

/** Deeper nesting is refused. */
export const FILTER_DEPTH = 50;

/** Throws FilterError saying what was expected and where the filter went wrong. */
export function parseFilter(text: string): FilterTree {
  const parser = new FilterParser(filterTokens(text), text);
  const tree = parser.disjunction(0);
  parser.end();
  return tree;
}

class FilterParser {
  private at = 0;

  constructor(
    private readonly tokens: FilterToken[],
    private readonly text: string,
  ) {}

  disjunction(depth: number): FilterTree {
    let left = this.conjunction(depth);
    while (this.takeWord('or')) left = { node: 'or', left, right: this.conjunction(depth) };
    return left;
  }

  end(): void {
    if (this.at < this.tokens.length) throw this.fault('the end of the filter');
  }

  private conjunction(depth: number): FilterTree {
    let left = this.negation(depth);
    while (this.takeWord('and')) left = { node: 'and', left, right: this.negation(depth) };
    return left;
  }

  private negation(depth: number): FilterTree {
    if (depth > FILTER_DEPTH) throw new FilterError(`The filter nests deeper than ${FILTER_DEPTH} levels.`);
    if (this.takeWord('not')) return { node: 'not', of: this.negation(depth + 1) };
    if (!this.takePunctuation('(')) return this.comparison();
    const inner = this.disjunction(depth + 1);
    if (!this.takePunctuation(')')) throw this.fault("')'");
    return inner;
  }

  private comparison(): FilterTree {
    const property = this.word('a property');
    if (this.takePunctuation('(')) return this.call(property);
    const operator = this.word('an operator');
    if (operator === 'in') return { node: 'in', property, literals: this.list() };
    const known = OPERATORS.find((one) => one === operator);
    if (!known) throw new FilterError(`'${operator}' is no operator in '${this.text}'.`);
    return { node: 'compare', property, operator: known, literal: this.literal() };
  }

  private call(name: string): FilterTree {
    if (name !== 'startswith') throw new FilterError(`The function '${name}' is not supported.`);
    const property = this.word('a property');
    if (!this.takePunctuation(',')) throw this.fault("','");
    const prefix = this.literal();
    if (!this.takePunctuation(')')) throw this.fault("')'");
    return { node: 'startswith', property, prefix };
  }

  private list(): Literal[] {
    if (!this.takePunctuation('(')) throw this.fault("'('");
    const literals = [this.literal()];
    while (this.takePunctuation(',')) literals.push(this.literal());
    if (!this.takePunctuation(')')) throw this.fault("')'");
    return literals;
  }

  private literal(): Literal {
    const token = this.tokens[this.at];
    if (token?.kind === 'string' || token?.kind === 'bare') {
      this.at += 1;
      return { kind: token.kind, text: token.text };
    }
    if (this.takeWord('null')) return { kind: 'null' };
    if (this.takeWord('true')) return { kind: 'boolean', value: true };
    if (this.takeWord('false')) return { kind: 'boolean', value: false };
    throw this.fault('a value');
  }

  private word(expected: string): string {
    const token = this.tokens[this.at];
    if (token?.kind !== 'word') throw this.fault(expected);
    this.at += 1;
    return token.text;
  }

  private takeWord(text: string): boolean {
    const token = this.tokens[this.at];
    if (token?.kind !== 'word' || token.text !== text) return false;
    this.at += 1;
    return true;
  }

  private takePunctuation(kind: '(' | ')' | ','): boolean {
    if (this.tokens[this.at]?.kind !== kind) return false;
    this.at += 1;
    return true;
  }

  private fault(expected: string): FilterError {
    return new FilterError(`Expected ${expected} as part ${this.at + 1} of the filter '${this.text}'.`);
  }
}
