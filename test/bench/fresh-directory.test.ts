import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freshDirectory, removeDirectory } from '../../src/bench/fresh-directory';

test('each directory is a new one, and is removed with what is in it', () => {
  const [first, second] = [freshDirectory(), freshDirectory()];
  expect(first).not.toBe(second);
  writeFileSync(path.join(first, 'store.db'), 'x');
  removeDirectory(first);
  expect([existsSync(first), existsSync(second)]).toEqual([false, true]);
  removeDirectory(second);
  expect(existsSync(second)).toBe(false);
  expect(() => removeDirectory(second)).not.toThrow();
});

test('nothing waits for the end of the process once all are removed', () => {
  const before = process.listenerCount('exit');
  const directories = [freshDirectory(), freshDirectory()];
  expect(process.listenerCount('exit')).toBe(before + 1);
  directories.forEach(removeDirectory);
  expect(process.listenerCount('exit')).toBe(before);
});
