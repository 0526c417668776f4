// Whatever the transcripts show the server saying, a client in use understands.
import { describe, expect, test } from 'vitest';
import { parsed } from '../../imap/imapflow.ts';
import { transcripts } from '../../transcript/parse.ts';
import { play } from '../../transcript/play.ts';

describe.each(transcripts('imap'))('what $file shows', ({ blocks }) => {
  test('is understood by imapflow', async () => {
    const said = blocks.flatMap((block) => [...play(block, 'whole').said()]);
    const responses = await Promise.all(said.map(parsed));
    expect(responses.flat().length).toBeGreaterThan(0);
  });
});
test('it does complain', async () => {
  await expect(parsed('* 1 FETCH (FLAGS (\\Seen)\r\n')).rejects.toThrow('Unexpected end of input');
});
