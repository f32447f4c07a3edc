// Which paths a fault or a look into the recorder means: an exact path, or one in which `*` stands for anything.

/** True when `path` is `pattern`, where each `*` matches any run of characters, slashes included. */
export function pathMatches(pattern: string, path: string): boolean {
  const parts = pattern.split('*');
  const first = parts[0] ?? '';
  if (parts.length === 1) return path === pattern;
  if (!path.startsWith(first)) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const found = path.indexOf(part, from);
    if (found < 0) return false;
    from = found + part.length;
  }
  const last = parts[parts.length - 1] ?? '';
  return path.length - last.length >= from && path.endsWith(last);
}
