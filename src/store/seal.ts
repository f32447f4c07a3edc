// Seals columns and makes keyed hashes, all under keys derived from STORE_KEY. Knows nothing of tables: the caller
// names the place a sealed value belongs to, and it opens nowhere else.
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { StoreRefusal } from './store-refusal';

const CIPHER = 'aes-256-gcm';
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const FORM = 'v1.';

type Purpose = 'seal' | 'lookup' | 'audit' | 'log';

function deriveKey(storeKey: string, purpose: Purpose): Buffer {
  return Buffer.from(hkdfSync('sha256', storeKey, 'irm-alerts-bot', `${purpose}.v1`, KEY_BYTES));
}

export class Sealer {
  // Out of reach of whatever prints or serialises an object that holds a sealer.
  readonly #keys: Record<Purpose, Buffer>;

  constructor(
    storeKey: string,
    private readonly tenantId: string,
  ) {
    this.#keys = {
      seal: deriveKey(storeKey, 'seal'),
      lookup: deriveKey(storeKey, 'lookup'),
      audit: deriveKey(storeKey, 'audit'),
      log: deriveKey(storeKey, 'log'),
    };
  }

  /** `place` is `table.column:row`; a sealed value moved to another row, column or tenant does not open. */
  seal(text: string, place: string): string {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(CIPHER, this.#keys.seal, nonce).setAAD(this.boundTo(place));
    const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
    return FORM + Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
  }

  /** Throws StoreRefusal `sealBroken` when the value was altered, moved, or sealed under another key. */
  unseal(sealed: string, place: string): string {
    try {
      const bytes = Buffer.from(sealed.slice(FORM.length), 'base64url');
      const tag = bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES);
      const decipher = createDecipheriv(CIPHER, this.#keys.seal, bytes.subarray(0, NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      });
      decipher.setAAD(this.boundTo(place)).setAuthTag(tag);
      const body = bytes.subarray(NONCE_BYTES + TAG_BYTES);
      return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
    } catch {
      throw new StoreRefusal('sealBroken', 'A sealed value of the store does not open: altered, or another STORE_KEY.');
    }
  }

  /** Equal texts of one kind give equal hashes: how a sealed identifier is found again. */
  lookupHash(kind: string, text: string): string {
    return this.keyedHash('lookup', `${kind}\u0000${text}`);
  }

  /** The hash of an audit row over its canonical text. */
  auditHash(canonical: string): string {
    return this.keyedHash('audit', canonical);
  }

  /** 16 hex digits that stand for an id in a log line. */
  anonymise(id: string): string {
    return this.keyedHash('log', id).slice(0, 16);
  }

  private keyedHash(purpose: Purpose, text: string): string {
    return createHmac('sha256', this.#keys[purpose]).update(`${this.tenantId}\u0000${text}`).digest('hex');
  }

  private boundTo(place: string): Buffer {
    return Buffer.from(`${this.tenantId}\u0000${place}`);
  }
}
