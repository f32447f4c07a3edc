// A regular expression's tree as a small program for regex-machine.ts: steps that eat a character, split in two ways
// (the first preferred), note a place, or ask about the surroundings.
import { KqlRefusal } from '../kql-table';
import { characterSet, type CharacterSet } from './character-set';
import type { Assertion } from './regex-class';
import type { ParsedRegex, RegexTree } from './regex-tree';

export type Step =
  | { readonly op: 'eat'; readonly set: CharacterSet; readonly next: number }
  | { op: 'split'; first: number; second: number }
  | { readonly op: 'note'; readonly slot: number; readonly next: number }
  | { readonly op: 'ask'; readonly what: Assertion; readonly next: number }
  | { readonly op: 'match' };

export interface RegexProgram {
  readonly steps: readonly Step[];
  readonly start: number;
  /** Two for each group, the whole match being the first. */
  readonly slots: number;
}

/** Larger programs are refused: counted repetitions multiply what they repeat. */
export const REGEX_STEPS = 5_000;

export function compileProgram({ tree, groups }: ParsedRegex): RegexProgram {
  const writer = new ProgramWriter();
  const end = writer.add({ op: 'match' });
  const start = writer.write(tree, end);
  return { steps: writer.steps, start, slots: 2 * (groups + 1) };
}

/** Written from the end backwards, so that each step knows the one behind it. */
class ProgramWriter {
  readonly steps: Step[] = [];

  add(step: Step): number {
    if (this.steps.length >= REGEX_STEPS) {
      throw new KqlRefusal('tooLarge', `A regular expression is over ${REGEX_STEPS} steps long.`);
    }
    return this.steps.push(step) - 1;
  }

  write(tree: RegexTree, next: number): number {
    switch (tree.node) {
      case 'set':
        return this.add({ op: 'eat', set: characterSet(tree.ranges), next });
      case 'assert':
        return this.add({ op: 'ask', what: tree.what, next });
      case 'sequence':
        return tree.parts.reduceRight((after, part) => this.write(part, after), next);
      case 'choice':
        return tree.options
          .map((option) => this.write(option, next))
          .reduceRight((second, first) => this.add({ op: 'split', first, second }));
      case 'group': {
        const close = this.add({ op: 'note', slot: 2 * tree.index + 1, next });
        return this.add({ op: 'note', slot: 2 * tree.index, next: this.write(tree.of, close) });
      }
      case 'repeat':
        return this.repeat(tree, next);
    }
  }

  private repeat(tree: Extract<RegexTree, { node: 'repeat' }>, next: number): number {
    const { of, least, most, greedy } = tree;
    let after = next;
    if (most === Infinity) {
      const loop: Step = { op: 'split', first: next, second: next };
      after = this.add(loop);
      const body = this.write(of, after);
      if (greedy) loop.first = body;
      else loop.second = body;
    } else {
      for (let extra = least; extra < most; extra += 1) {
        const body = this.write(of, after);
        after = greedy
          ? this.add({ op: 'split', first: body, second: next })
          : this.add({ op: 'split', first: next, second: body });
      }
    }
    for (let needed = 0; needed < least; needed += 1) after = this.write(of, after);
    return after;
  }
}
