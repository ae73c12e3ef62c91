/** The thread that lays maps out: elk's own worker, which answers by itself once it is loaded. */
import 'elkjs/lib/elk-worker.min.js';
