import { describeCardRequestsContract } from './card-requests';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeCardRequestsContract(kind);
