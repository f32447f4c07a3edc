import { describeRevealBookContract } from './reveal-book';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeRevealBookContract(kind);
