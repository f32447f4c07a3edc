// Reads a seed file and the parts it names (YAML, of which JSON is a subset), and checks it against the schema.
// What the words in it mean is for tenant-from-seed.ts and alerts-from-seed.ts.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import * as z from 'zod/v4';
import { seedSchema, type Seed } from './seed-schema';

// Data files are not compiled: they are read where the sources lie, from `dist` as well as from `src`.
const SAMPLE_SEED = path.join(__dirname, '..', '..', '..', 'src', 'emulator', 'seed', 'contoso.yaml');

/** A part may name no parts of its own, so this many files are read at most. */
export const MOST_PARTS = 20;

const fileSchema = z.record(z.string(), z.unknown());
const partsSchema = z.array(z.string()).max(MOST_PARTS).default([]);

/** Throws an error that names the file and every fault in it. */
export function readSeed(file: string = SAMPLE_SEED): Seed {
  const { parts, ...own } = readPart(file);
  const named = partsSchema.safeParse(parts);
  if (!named.success) throw new Error(`seed ${file}: parts: ${z.prettifyError(named.error)}`);
  const merged: Record<string, unknown> = { ...own };
  for (const part of named.data) mergeInto(merged, readPart(path.join(path.dirname(file), part)));
  const seed = seedSchema.safeParse(merged);
  if (!seed.success) throw new Error(`seed ${file}: ${z.prettifyError(seed.error)}`);
  return seed.data;
}

function readPart(file: string): Record<string, unknown> {
  try {
    return fileSchema.parse(parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new Error(`seed ${file}: cannot be read as YAML or JSON`, { cause: error });
  }
}

function mergeInto(merged: Record<string, unknown>, part: Record<string, unknown>): void {
  for (const [key, value] of Object.entries(part)) {
    const before = merged[key];
    merged[key] = Array.isArray(before) && Array.isArray(value) ? before.concat(value) : value;
  }
}
