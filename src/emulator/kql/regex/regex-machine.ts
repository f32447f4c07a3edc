// Runs a regular expression's program over a text with all its threads side by side, as RE2 does: the time is bounded by
// the length of the text times the length of the program, whatever the pattern. The first thread that matches wins, so
// the answer is the one that a backtracking engine would find.
import { KqlRefusal } from '../kql-table';
import { isWordCode } from './character-set';
import type { Assertion } from './regex-class';
import type { RegexProgram, Step } from './regex-program';

/** Places of a match: start and end of the whole, then of each group; -1 for a group without part in it. */
export type Places = readonly number[];

/** Threads moved over characters for one question about one text. */
export const REGEX_WORK = 10_000_000;

interface Thread {
  readonly step: number;
  readonly places: Places;
}

export class RegexMachine {
  private readonly marks: Int32Array;
  private generation = 0;
  private work = 0;
  /** Whether a match can begin with the character; null when it may begin without one. */
  private readonly opener: ((code: number) => boolean) | null;
  /** Whether a match can begin at the start of the text alone. */
  private readonly anchored: boolean;
  private readonly none: Places;

  constructor(private readonly program: RegexProgram) {
    this.marks = new Int32Array(program.steps.length);
    this.none = new Array<number>(program.slots).fill(-1);
    const first = program.steps[program.start];
    this.anchored = first?.op === 'ask' && first.what === 'start';
    this.opener = openerOf(program);
  }

  /** Allows the full amount of work again: told before each question. */
  begin(): this {
    this.work = 0;
    return this;
  }

  /** The leftmost match at or behind `from`. Throws KqlRefusal when that takes too much work. */
  search(text: string, from: number): Places | null {
    let threads: Thread[] = [];
    let found: Places | null = null;
    for (let at = from; at <= text.length; at += 1) {
      if (threads.length === 0) {
        if (found || (this.anchored && at > 0)) return found;
        at = this.nextOpening(text, at);
        if (at < 0) return null;
        // What was asked at an earlier place may be answered otherwise here.
        this.generation += 1;
      }
      if (!found && !(this.anchored && at > 0)) this.enter(threads, at, text);
      const next: Thread[] = [];
      this.generation += 1;
      const code = at < text.length ? text.charCodeAt(at) : -1;
      this.work += threads.length + 1;
      if (this.work > REGEX_WORK) throw new KqlRefusal('quota', 'A regular expression takes too much work.');
      for (const { step, places } of threads) {
        const does = this.program.steps[step];
        if (does?.op === 'match') {
          found = [places[0] ?? at, at, ...places.slice(2)];
          break;
        }
        if (does?.op === 'eat' && code >= 0 && does.set.has(code)) this.follow(next, does.next, at + 1, text, places);
      }
      threads = next;
    }
    return found;
  }

  /** A new thread at this place, behind the older ones. */
  private enter(threads: Thread[], at: number, text: string): void {
    // The marks of this place are those set while the older threads came here.
    this.follow(threads, this.program.start, at, text, this.none.with(0, at));
  }

  private nextOpening(text: string, from: number): number {
    if (!this.opener) return from;
    for (let at = from; at < text.length; at += 1) if (this.opener(text.charCodeAt(at))) return at;
    return -1;
  }

  /** Adds the eating and matching steps that can be reached without eating, the preferred first. */
  private follow(threads: Thread[], from: number, at: number, text: string, places: Places): void {
    const waiting: Thread[] = [{ step: from, places }];
    for (let thread = waiting.pop(); thread; thread = waiting.pop()) {
      if (this.marks[thread.step] === this.generation) continue;
      this.marks[thread.step] = this.generation;
      const step = this.program.steps[thread.step];
      if (!step) continue;
      if (step.op === 'eat' || step.op === 'match') threads.push(thread);
      else if (step.op === 'split') {
        waiting.push({ step: step.second, places: thread.places }, { step: step.first, places: thread.places });
      } else if (step.op === 'note') {
        waiting.push({ step: step.next, places: thread.places.with(step.slot, at) });
      } else if (holds(step.what, text, at)) waiting.push({ step: step.next, places: thread.places });
    }
  }
}

function holds(what: Assertion, text: string, at: number): boolean {
  if (what === 'start') return at === 0;
  if (what === 'end') return at === text.length;
  if (what === 'lineStart') return at === 0 || text.charCodeAt(at - 1) === 10;
  if (what === 'lineEnd') return at === text.length || text.charCodeAt(at) === 10;
  const before = at > 0 && isWordCode(text.charCodeAt(at - 1));
  const behind = at < text.length && isWordCode(text.charCodeAt(at));
  return (before !== behind) === (what === 'word');
}

/** The union of the sets that a match can begin with, so that other places are skipped at once. */
function openerOf({ steps, start }: RegexProgram): ((code: number) => boolean) | null {
  const seen = new Set<number>();
  const sets: Extract<Step, { op: 'eat' }>['set'][] = [];
  const waiting = [start];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const step = steps[at];
    if (!step || seen.has(at)) continue;
    seen.add(at);
    // A match may begin without eating: no place can be skipped.
    if (step.op === 'match' || step.op === 'ask') return null;
    if (step.op === 'eat') sets.push(step.set);
    else if (step.op === 'split') waiting.push(step.first, step.second);
    else waiting.push(step.next);
  }
  const ascii = Uint8Array.from({ length: 128 }, (_, code) => Number(sets.some((set) => set.has(code))));
  return (code) => (code < 128 ? ascii[code] === 1 : sets.some((set) => set.has(code)));
}
