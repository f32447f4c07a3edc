import { describeLeasesContract } from './leases';
import { storeKinds } from './store-under-test';

for (const kind of storeKinds()) describeLeasesContract(kind);
