import { describeCardOutboxContract } from './card-outbox';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeCardOutboxContract(kind);
