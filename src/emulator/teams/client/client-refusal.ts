// What the page's own interface refuses, with a status and a sentence for whoever called it.

export type ClientRefusalCode = 'badRequest' | 'notAllowed' | 'notFound';

export const CLIENT_STATUS: Record<ClientRefusalCode, number> = { badRequest: 400, notAllowed: 403, notFound: 404 };

/** Thrown by the client's actions; answered as `{error: {code, message}}`. */
export class ClientRefusal extends Error {
  constructor(
    readonly code: ClientRefusalCode,
    message: string,
  ) {
    super(message);
  }
}
