import fs from 'node:fs';
import path from 'node:path';
import { createMasker, type MaskedPerson } from '../../src/domain/mask-text';
import { toGraphValue, Untrusted } from '../../src/domain/untrusted';
import { bareLetters } from './bare-letters';

const FIXTURES = path.join(__dirname, '../fixtures/masking');

interface Fixture {
  people: string[];
  text: string;
  expected?: string;
  mustNotContain?: string[];
  kept?: string[];
}

function jsonLines<T>(file: string): T[] {
  const lines = fs.readFileSync(path.join(FIXTURES, file), 'utf8').trim().split('\n');
  return lines.map((line): T => JSON.parse(line));
}

const PEOPLE = new Map(jsonLines<MaskedPerson & { key: string }>('people.jsonl').map((person) => [person.key, person]));

function masked(keys: readonly string[], text: string): string {
  const people = keys.map((key) => PEOPLE.get(key)).filter((person) => person !== undefined);
  return toGraphValue(createMasker(people)(Untrusted.of(text)));
}

const CORPUS = ['prose.jsonl', 'tokens.jsonl'].flatMap((file) => jsonLines<Fixture>(file));

test.each(CORPUS.map((fixture) => [fixture.text, fixture] as const))('%j is masked', (_text, fixture) => {
  const shown = masked(fixture.people, fixture.text);
  if (fixture.expected !== undefined) expect(shown).toBe(fixture.expected);
  for (const gone of fixture.mustNotContain ?? []) expect(bareLetters(shown)).not.toContain(bareLetters(gone));
  for (const kept of fixture.kept ?? []) expect(shown).toContain(kept);
});
