// Stand-in until the masker arrives.
import type { NamedPerson } from './alert-details';
import type { Untrusted } from './untrusted';

export type MaskText = (text: Untrusted) => Untrusted;

export function createMasker(_people: readonly NamedPerson[]): MaskText {
  return (text) => text;
}
