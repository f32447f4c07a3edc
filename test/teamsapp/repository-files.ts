// Reads the project's own deployment files as text, and the variables they name.
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const repositoryRoot = path.join(__dirname, '..', '..');

/** Bytes of a committed file; `name` is relative to the repository's root. */
export function readBytes(name: string): Buffer {
  return readFileSync(path.join(repositoryRoot, name));
}

/** Text of a committed file; `name` is relative to the repository's root. */
export function readText(name: string): string {
  return readBytes(name).toString('utf8');
}

/** Names of the `${{VARIABLE}}` placeholders in a text, each once. */
export function placeholdersIn(text: string): string[] {
  return [...new Set([...text.matchAll(/\$\{\{\s*([A-Z0-9_]+)\s*\}\}/g)].map((hit) => hit[1] ?? ''))];
}

/** Names that an environment file sets or, after a `#`, offers to set. */
export function variablesIn(environmentFile: string): string[] {
  return [...environmentFile.matchAll(/^#?([A-Z][A-Z0-9_]*)=/gm)].map((hit) => hit[1] ?? '');
}

/** What an environment file sets: name to value, offers left out. */
export function valuesIn(environmentFile: string): ReadonlyMap<string, string> {
  return new Map(
    [...environmentFile.matchAll(/^([A-Z][A-Z0-9_]*)=(.*)$/gm)].map((hit) => [hit[1] ?? '', hit[2] ?? '']),
  );
}

/** The text with each `${{VARIABLE}}` replaced as the Agents Toolkit does before it validates. */
export function withValues(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{\{\s*([A-Z0-9_]+)\s*\}\}/g, (whole, name: string) => values[name] ?? whole);
}
