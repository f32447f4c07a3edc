// What the page keeps in its own address, so that a link opens the same person with the same panes.

/** Sets one parameter of the address, or takes it away, without loading anything. */
export function keepInAddress(name: string, value: string | undefined): void {
  const address = new URL(location.href);
  if (value === undefined) address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  history.replaceState(null, '', address);
}

export function fromAddress(name: string): string | undefined {
  return new URLSearchParams(location.search).get(name) ?? undefined;
}
