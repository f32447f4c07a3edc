// The host of Gmail on the web, and what counts as it.

export const GMAIL = 'mail.google.com';

/** The host or one below it; never one that only looks like it. */
export function isGmail(domain: string): boolean {
  const host = domain.toLowerCase();
  return host === GMAIL || host.endsWith(`.${GMAIL}`);
}
