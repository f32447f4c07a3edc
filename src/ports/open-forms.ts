// Forms that people have open on a card, so that a redraw or an automatic refresh does not take a half-filled form away.
import type { Classification } from '../domain/alert';

export type FormKind = { form: 'resolve'; classification: Classification | null } | { form: 'comment' | 'reveal' };

export interface OpenForms {
  open(cardId: number, objectId: string, form: FormKind, until: number): Promise<void>;
  find(cardId: number, objectId: string, now: number): Promise<FormKind | null>;
  close(cardId: number, objectId: string): Promise<void>;
}
