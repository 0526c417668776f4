import { words as present } from '../present/words.ts';
import { words as share } from '../share/words.ts';
import { clockText } from '../shell/words.ts';
import type { Line, Talk } from './talks.ts';
import { MARKS } from './transcript.ts';

/** Where the other one begins to speak. */
const turns = (lines: readonly Line[], i: number): true | undefined =>
  lines[i]?.voice === lines[i - 1]?.voice ? undefined : true;

/** A conversation on paper: the client on the left, the server on the right, a row for each line. */
export const PrintedTalk = ({
  talk: { from, to, port, lines },
  epoch,
}: {
  readonly talk: Talk;
  readonly epoch: number;
}) => (
  <section>
    <h3 translate="no">{share.talk(from, to, String(port))}</h3>
    <table>
      <thead>
        <tr>
          <td>&nbsp;</td>
          <th scope="col">› {present.sheet.client}</th>
          <th scope="col">‹ {present.sheet.server}</th>
        </tr>
      </thead>
      <tbody translate="no" data-wire="">
        {lines.map(({ at, voice, text }, i) => (
          <tr key={i} data-turn={turns(lines, i)}>
            <td data-at="">{clockText(epoch, at)}</td>
            {voice === 'tls' ? (
              <td colSpan={2}>({share.tlsFrom})</td>
            ) : (
              <>
                <td>{voice === 'client' && `${MARKS.client}${text}`}</td>
                <td>{voice === 'server' && `${MARKS.server}${text}`}</td>
              </>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </section>
);
