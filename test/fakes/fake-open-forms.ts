// Open forms in memory.
import type { FormKind, OpenForms } from '../../src/ports/open-forms';
import type { FakeState } from './fake-state';

export class FakeOpenForms implements OpenForms {
  constructor(private readonly state: Pick<FakeState, 'forms'>) {}

  async open(cardId: number, objectId: string, form: FormKind, until: number): Promise<void> {
    await this.close(cardId, objectId);
    this.state.forms.push({ cardId, objectId: objectId.toLowerCase(), form, until });
  }

  async find(cardId: number, objectId: string, now: number): Promise<FormKind | null> {
    const found = this.state.forms.find((one) => this.isOf(one, cardId, objectId) && one.until > now);
    return found?.form ?? null;
  }

  async close(cardId: number, objectId: string): Promise<void> {
    this.state.forms = this.state.forms.filter((one) => !this.isOf(one, cardId, objectId));
  }

  private isOf(one: { cardId: number; objectId: string }, cardId: number, objectId: string): boolean {
    return one.cardId === cardId && one.objectId === objectId.toLowerCase();
  }
}
