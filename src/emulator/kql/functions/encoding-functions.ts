// Functions that encode a text or digest it.
import { createHash } from 'node:crypto';
import { boundedText } from '../budget';
import { textOf } from '../expressions/expression';
import { argument, onText, type ScalarFunction, type ScalarFunctions } from './scalar-function';

function digest(algorithm: 'md5' | 'sha1' | 'sha256'): ScalarFunction {
  return (call) => {
    const read = textOf(argument(call, 0));
    return (row) => createHash(algorithm).update(read(row)).digest('hex');
  };
}

const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/;

/** Null (an empty text, here) for what is no base64 or no text beneath it. */
function decoded(text: string): string {
  if (!BASE64.test(text) || text.length % 4 !== 0) return '';
  const bytes = Buffer.from(text, 'base64');
  const inner = bytes.toString('utf8');
  return Buffer.from(inner, 'utf8').equals(bytes) ? inner : '';
}

function urlDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const encode = onText((text) => boundedText(Buffer.from(text, 'utf8').toString('base64')));

export const ENCODING_FUNCTIONS: ScalarFunctions = {
  base64_encode_tostring: encode,
  base64_encodestring: encode,
  base64_decode_tostring: onText(decoded),
  base64_decodestring: onText(decoded),
  url_encode_component: onText((text) => boundedText(encodeURIComponent(text))),
  url_decode: onText(urlDecoded),
  hash_md5: digest('md5'),
  hash_sha1: digest('sha1'),
  hash_sha256: digest('sha256'),
};
