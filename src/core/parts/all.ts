// Everything at once, for whoever has no wire between themselves and the code: the bridge, the scripts, the tests.
import './first.ts';
import './mta.ts';
import './pop3.ts';
import './imap.ts';
import './sasl.ts';
import './tools.ts';
import './devices.ts';
import './changes.ts';
import './help.ts';
import './letters.ts';
import './corpus.ts';
