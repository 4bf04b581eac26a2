// Preloaded into every function that MiniStack starts: what it sends by HTTPS ends at the counterparts.
import { confineEgress } from '../../../local/lambda/runtime/egress.mjs';

confineEgress(process.env.REEVE_EGRESS_URL, process.env.AWS_ACCESS_KEY_ID);
